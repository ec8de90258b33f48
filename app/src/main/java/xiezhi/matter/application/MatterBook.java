package xiezhi.matter.application;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.matter.Matter;
import xiezhi.matter.MatterClosing;
import xiezhi.matter.MatterLists;
import xiezhi.matter.Matters;
import xiezhi.matter.domain.MatterRegister;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.Bigrams;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterAccess;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;

/** The book of matters. Who may see one is decided in {@link #maySee} and nowhere else. */
@Service
@Transactional
public class MatterBook implements Matters, MatterLists, MatterAccess {
  private final MatterRegister rows;
  private final Bodies bodies;
  private final WorkingCalendars calendars;

  /** Asked late: what a flow has to say of a closing may itself need matters. */
  private final ObjectProvider<MatterClosing> closings;

  MatterBook(
      MatterRegister rows,
      Bodies bodies,
      WorkingCalendars calendars,
      ObjectProvider<MatterClosing> closings) {
    this.rows = rows;
    this.bodies = bodies;
    this.calendars = calendars;
    this.closings = closings;
  }

  @Override
  public Matter get(MatterId id) {
    return rows.find(CurrentActor.get().county(), id)
        .filter(m -> maySee(CurrentActor.get(), id).isAllowed())
        .orElseThrow(() -> unknown().exception());
  }

  /**
   * Coordination and supervision read everything in their county; everybody who works at a desk
   * reads what their desk takes part in; administering accounts opens nothing.
   */
  @Override
  public Permission maySee(Actor actor, MatterId id) {
    if (seesAll(actor)) {
      return Permission.allowed();
    }
    boolean takesPart =
        works(actor)
            && rows.openTo(actor.county(), id).stream()
                .anyMatch(bodies.deskOf(actor.body())::contains);
    return takesPart ? Permission.allowed() : Permission.refused(unknown());
  }

  private static boolean seesAll(Actor actor) {
    return actor.isPlatform() || actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR);
  }

  private static boolean works(Actor actor) {
    return actor.has(Role.CLERK) || actor.has(Role.OFFICER) || actor.has(Role.SIGNER);
  }

  private static Refusal unknown() {
    return Refusal.of(
        Refusal.Kind.UNKNOWN,
        "matter.unknown",
        "There is no such matter, or your body takes no part in it.");
  }

  @Override
  public Permission mayActFor(BodyId body) {
    Actor actor = CurrentActor.get();
    return works(actor) && bodies.deskOf(actor.body()).contains(body)
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "matter.not-your-body",
                "This is for "
                    + bodies.nameOf(body)
                    + " to do; you sit at "
                    + bodies.nameOf(actor.body())
                    + ".",
                Map.of("body", body.value(), "yours", actor.body().value())));
  }

  @Override
  public Matter register(NewMatter n, Instant now) {
    Actor actor = CurrentActor.get();
    int year = now.atZone(calendars.of(actor.county()).zone()).getYear();
    int next = rows.nextNumber(actor.county(), year);
    Matter matter =
        new Matter(
            MatterId.next(),
            String.format(Locale.ROOT, "%s-%d-%06d", actor.county(), year, next),
            n.subject(),
            new Matter.Stage.Registered(),
            n.holder(),
            n.source(),
            now,
            actor.account(),
            n.discoveredAt(),
            n.place(),
            n.act(),
            n.items(),
            n.parties(),
            n.articles(),
            n.urgency(),
            null,
            0);
    rows.insert(actor.county(), matter);
    open(matter.id(), bodies.deskOf(n.holder()), now);
    return matter;
  }

  @Override
  public void apply(Change<Matter> change) {
    Matter after = change.after();
    if (after.stage() instanceof Matter.Stage.Closed(var at, var outcome)) {
      mayClose(after, at).orThrow();
      closings.forEach(flow -> flow.closed(after, at));
    }
    boolean parts = change.event().equals("matter.amended");
    rows.update(CurrentActor.get().county(), after, parts);
  }

  @Override
  @Transactional(readOnly = true)
  public Permission mayClose(Matter matter, Instant now) {
    Permission may = Permission.allowed();
    for (MatterClosing flow : closings) {
      may = may.and(flow.mayClose(matter, now));
    }
    return may;
  }

  @Override
  public void open(MatterId id, Collection<BodyId> to, Instant now) {
    CountyCode county = CurrentActor.get().county();
    Set<BodyId> all = new LinkedHashSet<>(to);
    Instant registeredAt = rows.find(county, id).orElseThrow().registeredAt();
    rows.open(county, id, all, registeredAt, now);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<MatterId, Headline> headlines(Collection<MatterId> ids) {
    Actor actor = CurrentActor.get();
    Collection<UUID> wanted = ids.stream().map(MatterId::value).collect(Collectors.toSet());
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Map<MatterId, Headline> found = new LinkedHashMap<>();
    rows.headlines(actor.county(), wanted, seesAll(actor) ? null : bodies.deskOf(actor.body()))
        .forEach((id, h) -> found.put(new MatterId(id), new Headline(h[0], h[1])));
    return found;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Line> list(MatterLists.Query q) {
    Actor actor = CurrentActor.get();
    if (!seesAll(actor) && !works(actor)) {
      return List.of();
    }
    String words = q.q() == null || q.q().isBlank() ? null : Bigrams.query(q.q());
    return rows.list(
        actor.county(),
        new MatterRegister.Query(
            seesAll(actor) ? null : bodies.deskOf(actor.body()),
            words == null || words.isEmpty() ? null : words,
            q.stage(),
            q.division(),
            q.urgent(),
            q.beforeRegistered(),
            q.beforeId(),
            q.limit()));
  }
}
