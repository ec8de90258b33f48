package xiezhi.incident.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.calendar.TimeLimit;
import xiezhi.flow.Called;
import xiezhi.flow.Desk;
import xiezhi.incident.domain.IncidentRegister;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanism.ListedName;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;

/** What all use cases of incidents need beside the desk. */
@Component
class IncidentDesk {
  private final Desk desk;
  private final Called called;
  private final Bodies bodies;
  private final IncidentRegister register;

  IncidentDesk(Desk desk, Called called, Bodies bodies, IncidentRegister register) {
    this.desk = desk;
    this.called = called;
    this.bodies = bodies;
    this.register = register;
  }

  static Refusal unknown(String what) {
    return Refusal.of(
        Refusal.Kind.UNKNOWN,
        "incident.unknown",
        "There is no such " + what + ", or it is not yours to see.");
  }

  boolean seesAll() {
    Actor actor = CurrentActor.get();
    return actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR);
  }

  /** Whoever takes part in it, and who coordinates or supervises the county. */
  boolean maySee(UUID thing) {
    return seesAll()
        || register.isInvolved(desk.county(), thing, bodies.deskOf(CurrentActor.get().body()));
  }

  /** Where the actor works, if nothing else is said; refuses where that is no place. */
  String division(@Nullable String typed) {
    String given = typed == null ? "" : typed.strip();
    if (!given.isEmpty()) {
      return given;
    }
    String own = bodies.get(CurrentActor.get().body()).division();
    if (own == null) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "incident.no-division",
              "Say in which township it is: your body works in the whole county.")
          .exception();
    }
    return own;
  }

  /** 事发地派出所, or the police of the county where the directory has no station there. */
  @Nullable BodyId policeAt(Mechanism mechanism, String division) {
    return called
        .policeStationAt(mechanism, division)
        .or(() -> called.body(mechanism, "police"))
        .map(Body::id)
        .orElse(null);
  }

  /** The station acts, and the department that keeps it may act for it. */
  Permission mayActForPolice(BodyId station) {
    BodyId parent = bodies.find(station).map(Body::parent).orElse(null);
    return parent != null && desk.isAt(parent) ? desk.mayActFor(parent) : desk.mayActFor(station);
  }

  /**
   * A county's list of words; the platform's only where the county has none of its own.
   *
   * @param key as {@code police_triggers}
   */
  List<ListedName> words(Mechanism mechanism, String key) {
    List<ListedName> all = mechanism.listed(key);
    boolean own = all.stream().anyMatch(n -> n.rule().tier() != Rule.Tier.PLATFORM);
    return all.stream().filter(n -> !own || n.rule().tier() != Rule.Tier.PLATFORM).toList();
  }

  /** The body that a route names at that place; null where no rule names one. */
  @Nullable Body routed(
      Mechanism mechanism,
      String question,
      Facts facts,
      String division,
      Map<String, BodyId> roles) {
    return mechanism
        .route(question, facts)
        .flatMap(
            rule ->
                desk.targets(((RuleValue.Route) rule.value()).to(), division, roles).stream()
                    .findFirst())
        .orElse(null);
  }

  Map<String, BodyId> roles(BodyId team, @Nullable BodyId police, String division) {
    Map<String, BodyId> roles = new LinkedHashMap<>();
    roles.put("team", team);
    roles.put("finder", team);
    roles.put("holder", team);
    roles.put("police", police == null ? team : police);
    roles.put("superior", bodies.countyGovernment(desk.county()).id());
    bodies.townshipAt(desk.county(), division).ifPresent(t -> roles.put("township", t.id()));
    return roles;
  }

  /** Tells the heart; what belongs to a matter hangs on it. */
  void happened(
      Instant now,
      @Nullable MatterId matter,
      String subject,
      Change<?> change,
      Facts facts,
      Map<String, BodyId> roles) {
    TimeLimit none = null;
    if (matter == null) {
      desk.happened(now, subject, false, change, facts, roles, none);
    } else {
      desk.happened(now, desk.matter(matter), subject, change, facts, roles, none);
    }
  }

  void tell(
      Instant now,
      BodyId to,
      String code,
      @Nullable MatterId matter,
      String link,
      Map<String, ?> more) {
    Matter known = matter == null ? null : desk.matter(matter);
    desk.notify(
        now,
        to,
        Set.of(Role.CLERK, Role.OFFICER, Role.SIGNER, Role.COORDINATOR),
        code,
        known,
        link,
        more);
  }
}
