package xiezhi.incident.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.incident.domain.IncidentRegister;
import xiezhi.incident.domain.Opinion;
import xiezhi.mechanism.Facts;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 舆情: followed from the first word to the last answer. */
@Service
@Transactional
public class FollowOpinion {
  private static final Set<String> HEATS = Set.of("low", "medium", "high");

  private final Desk desk;
  private final IncidentDesk incidents;
  private final IncidentRegister register;
  private final Bodies bodies;
  private final Obligations obligations;

  FollowOpinion(
      Desk desk,
      IncidentDesk incidents,
      IncidentRegister register,
      Bodies bodies,
      Obligations obligations) {
    this.desk = desk;
    this.incidents = incidents;
    this.register = register;
    this.bodies = bodies;
    this.obligations = obligations;
  }

  /**
   * @param incident what it is about; null if no single one
   */
  public UUID register(@Nullable UUID incident, String source, String heat, String words) {
    Instant now = desk.now();
    BodyId owner = CurrentActor.get().body();
    desk.mayActFor(owner).orThrow();
    if (incident != null
        && (register.incident(desk.county(), incident).isEmpty() || !incidents.maySee(incident))) {
      throw IncidentDesk.unknown("incident").exception();
    }
    Change<Opinion> change =
        Opinion.register(
            incident,
            owner,
            Texts.required("source", source, 200),
            heat(heat),
            desk.step(now, Texts.required("words", words, 5_000)));
    register.insert(desk.county(), change.after());
    happened(now, change);
    return change.after().id();
  }

  private static String heat(String typed) {
    if (!HEATS.contains(typed)) {
      throw Refusal.malformed("heat", "must be low, medium or high").exception();
    }
    return typed;
  }

  /**
   * @param kind response (回应) or guidance (引导)
   */
  public void measure(UUID id, int version, String kind, String heat, String words) {
    Instant now = desk.now();
    Opinion o = get(id, version);
    desk.mayActFor(o.owner()).and(o.mayChange()).orThrow();
    if (!kind.equals("response") && !kind.equals("guidance")) {
      throw Refusal.malformed("kind", "must be response or guidance").exception();
    }
    apply(
        now,
        o.measure(
            kind,
            heat.isEmpty() ? "" : heat(heat),
            desk.step(now, Texts.required("words", words, 5_000))));
  }

  public void close(UUID id, int version, String words) {
    Instant now = desk.now();
    Opinion o = get(id, version);
    mayClose(o, now).orThrow();
    Opinion after = apply(now, o.close(desk.step(now, Texts.optional("words", words, 2_000))));
    obligations.release(now, after.reference(), "opinion.closed");
  }

  private Permission mayClose(Opinion o, Instant now) {
    Permission first = desk.mayActFor(o.owner()).and(o.mayChange());
    return first.isAllowed() ? desk.mechanism(now).gates("opinion.close", facts(o)) : first;
  }

  private static Facts facts(Opinion o) {
    return Facts.NONE.with("fields", List.copyOf(o.fields()));
  }

  private Opinion apply(Instant now, Change<Opinion> change) {
    register.update(desk.county(), change.after());
    happened(now, change);
    return change.after();
  }

  private void happened(Instant now, Change<Opinion> change) {
    Opinion o = change.after();
    incidents.happened(
        now, null, o.reference(), change, facts(o), Map.of("team", o.owner(), "holder", o.owner()));
  }

  private Opinion get(UUID id, int version) {
    Opinion o = get(id);
    if (o.version() != version) {
      throw IncidentRegister.changedMeanwhile().exception();
    }
    return o;
  }

  private Opinion get(UUID id) {
    return register
        .opinion(desk.county(), id)
        .filter(o -> incidents.seesAll() || desk.isAt(o.owner()))
        .orElseThrow(() -> IncidentDesk.unknown("opinion").exception());
  }

  /** One item with what may be done. */
  public record Page(
      Opinion opinion, List<ObligationView> obligations, Map<String, Permission> acts) {}

  @Transactional(readOnly = true)
  public Page page(UUID id) {
    Instant now = desk.now();
    Opinion o = get(id);
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("measureOpinion", desk.mayActFor(o.owner()).and(o.mayChange()));
    acts.put("closeOpinion", mayClose(o, now));
    return new Page(o, obligations.of(o.reference(), now), acts);
  }

  @Transactional(readOnly = true)
  public List<Opinion> list(boolean county, boolean open, @Nullable UUID before, int limit) {
    Actor actor = CurrentActor.get();
    boolean all = county && incidents.seesAll();
    return register.opinions(
        actor.county(),
        new IncidentRegister.Query(
            all ? List.of() : bodies.deskOf(actor.body()), open, before, limit));
  }
}
