package xiezhi.flow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanisms;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.notification.Notifications;
import xiezhi.obligation.Obligations;
import xiezhi.obligation.Occurrence;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;

/**
 * The desk at which a use case is done: when it is, who sits there, what the county's rules say,
 * and whom to tell. To be used inside the use case's transaction.
 */
@Component
public class Desk {
  /** The roles of those who work at a desk. */
  public static final Set<Role> WORKING = Set.of(Role.CLERK, Role.OFFICER, Role.SIGNER);

  /** Kinds of which each township has its own one. */
  private static final Set<String> ONE_PER_TOWNSHIP = Set.of("township", "team");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private final Matters matters;
  private final Bodies bodies;
  private final Mechanisms mechanisms;
  private final WorkingCalendars calendars;
  private final Obligations obligations;
  private final Notifications notifications;
  private final ObjectProvider<MatterFacts> others;
  private final Clock clock;

  Desk(
      Matters matters,
      Bodies bodies,
      Mechanisms mechanisms,
      WorkingCalendars calendars,
      Obligations obligations,
      Notifications notifications,
      ObjectProvider<MatterFacts> others,
      Clock clock) {
    this.matters = matters;
    this.bodies = bodies;
    this.mechanisms = mechanisms;
    this.calendars = calendars;
    this.obligations = obligations;
    this.notifications = notifications;
    this.others = others;
    this.clock = clock;
  }

  // ------------------------------------------------------------------ when and where

  /** Read once in each use case. */
  public Instant now() {
    return clock.instant();
  }

  public CountyCode county() {
    return CurrentActor.get().county();
  }

  public LocalDate today(Instant now) {
    return now.atZone(calendars.of(county()).zone()).toLocalDate();
  }

  /** A day as letters write it. */
  public String day(Instant at) {
    return DAY.format(at.atZone(calendars.of(county()).zone()));
  }

  /** A moment as letters write it. */
  public String minute(Instant at) {
    return MINUTE.format(at.atZone(calendars.of(county()).zone()));
  }

  /** The county's rules in force today. */
  public Mechanism mechanism(Instant now) {
    return mechanisms.inForce(county(), today(now));
  }

  /** The matter, if the actor may see it; otherwise it is unknown. */
  public Matter matter(MatterId id) {
    return matters.get(id);
  }

  // ------------------------------------------------------------------ who

  /** Whether the actor sits at that body's desk. */
  public boolean isAt(BodyId body) {
    return bodies.deskOf(CurrentActor.get().body()).contains(body);
  }

  /** Those who work at the body's desk act for it. */
  public Permission mayActFor(BodyId body) {
    return matters.mayActFor(body);
  }

  /** Only a signer who sits in the very body signs in its name. */
  public Permission maySignFor(BodyId body) {
    Actor actor = CurrentActor.get();
    return actor.has(Role.SIGNER) && actor.body().equals(body)
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "flow.not-a-signer",
                "Only a signer of " + name(body) + " may sign and send this.",
                Map.of("body", name(body))));
  }

  /** Whether those who sit in the one sit at the desk of the other: a team at its township's. */
  public boolean isDeskOf(BodyId inside, BodyId legal) {
    return bodies.deskOf(inside).contains(legal);
  }

  public String name(BodyId body) {
    return bodies.nameOf(body);
  }

  /** What the actor does now. */
  public Step step(Instant now, String note) {
    Actor actor = CurrentActor.get();
    return new Step(now, actor.account().value(), actor.name(), note);
  }

  // ------------------------------------------------------------------ what rules ask about

  /**
   * The facts of a matter on its way between two bodies, with all that has happened to it and what
   * other flows know of it.
   */
  public Facts between(Matter matter, BodyId from, BodyId to) {
    Facts facts =
        kinds(matter.facts(), from, to)
            .with("events", List.copyOf(obligations.eventsOf(matter.id())));
    return facts.with(known(matter, from, to));
  }

  /** What other flows know of a matter: that its jurisdiction is in dispute, say. */
  public Facts known(Matter matter, BodyId from, BodyId to) {
    return others.stream()
        .map(o -> o.of(matter, from, to))
        .reduce(Facts.NONE, (known, more) -> known.with(more));
  }

  /** The same of something that hangs on no matter. */
  public Facts between(String subject, BodyId from, BodyId to) {
    return kinds(Facts.NONE, from, to).with("events", List.copyOf(obligations.eventsOf(subject)));
  }

  private Facts kinds(Facts facts, BodyId from, BodyId to) {
    String sender = bodies.get(from).kind().key();
    String receiver = bodies.get(to).kind().key();
    return facts
        .with("sender-kind", sender)
        .with("receiver-kind", receiver)
        .with("direction", sender + "-to-" + receiver);
  }

  /**
   * The bodies a rule's target means.
   *
   * @param division where it is: of a kind that each township has once, the one there; null for all
   *     of that kind
   * @param roles who is who in the flow
   */
  public List<Body> targets(
      RuleValue.Target to, @Nullable String division, Map<String, BodyId> roles) {
    return switch (to) {
      case RuleValue.Target.Named(var named) -> bodies.named(county(), named).stream().toList();
      case RuleValue.Target.RoleOf(var role) -> {
        BodyId body = roles.get(role);
        yield body == null ? List.of() : bodies.find(body).stream().toList();
      }
      case RuleValue.Target.OfKind(var kind) when kind.equals("county-government") ->
          List.of(bodies.countyGovernment(county()));
      case RuleValue.Target.OfKind(var kind) -> {
        List<Body> all =
            bodies.of(county()).stream().filter(b -> b.kind().key().equals(kind)).toList();
        yield division == null || !ONE_PER_TOWNSHIP.contains(kind)
            ? all
            : all.stream().filter(b -> division.equals(b.division())).toList();
      }
    };
  }

  /**
   * Whether that body may be the answer to that question: where a rule names the only one, any
   * other is refused, with the rule as the ground.
   */
  public Permission mustBe(
      Mechanism mechanism,
      String question,
      Facts facts,
      @Nullable String division,
      Map<String, BodyId> roles,
      BodyId found) {
    Rule rule = mechanism.route(question, facts).orElse(null);
    if (rule == null
        || !(rule.value() instanceof RuleValue.Route(var q, var to, var only))
        || !only) {
      return Permission.allowed();
    }
    List<Body> named = targets(to, division, roles);
    List<String> names = named.stream().map(Body::name).toList();
    return named.stream().anyMatch(b -> b.id().equals(found))
        ? Permission.allowed()
        : Permission.refused(
            new Refusal(
                Refusal.Kind.RULE,
                "mechanism." + rule.key(),
                "It must go to " + String.join(", ", names) + ", not to " + name(found) + ".",
                Map.of("expected", names, "found", name(found)),
                List.of(rule.ground())));
  }

  // ------------------------------------------------------------------ telling

  /** Tells the heart what happened to something that hangs on a matter. */
  public void happened(
      Instant now,
      Matter matter,
      String subject,
      Change<?> change,
      Facts facts,
      Map<String, BodyId> roles,
      @Nullable TimeLimit typed) {
    obligations.happened(
        new Occurrence(
            now, matter.id(), subject, change.event(), facts, roles, change.details(), typed));
  }

  /**
   * Tells the heart what happened to something that hangs on no matter.
   *
   * @param confidential known only to the desks of the bodies it concerns
   */
  public void happened(
      Instant now,
      String subject,
      boolean confidential,
      Change<?> change,
      Facts facts,
      Map<String, BodyId> roles,
      @Nullable TimeLimit typed) {
    obligations.happened(
        new Occurrence(
            now,
            null,
            subject,
            change.event(),
            facts,
            roles,
            change.details(),
            typed,
            confidential));
  }

  /**
   * Tells the people of a body.
   *
   * @param matter what it is about; null if it hangs on none
   * @param link the page to look at, as {@code /transfers/0190…}
   * @param more what the sentence needs beside who did it and the matter's number and subject
   */
  public void notify(
      Instant now,
      BodyId to,
      Set<Role> roles,
      String code,
      @Nullable Matter matter,
      String link,
      Map<String, ?> more) {
    Map<String, Object> details = new LinkedHashMap<>(more);
    if (matter != null) {
      details.put("number", matter.number());
      details.put("subject", matter.subject());
    }
    details.put("by", CurrentActor.get().name());
    details.put("body", name(CurrentActor.get().body()));
    notifications.tell(now, to, roles, code, details, matter == null ? null : matter.id(), link);
  }

  /** Runs all checks and throws everything they have against it at once. */
  public static void require(Permission... permissions) {
    List<Refusal> all = new ArrayList<>();
    for (Permission permission : permissions) {
      all.addAll(permission.refusals());
    }
    if (!all.isEmpty()) {
      throw new RefusedException(all.stream().distinct().toList());
    }
  }
}
