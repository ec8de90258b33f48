package xiezhi.whistle.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.RuleValue;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.whistle.domain.Call;
import xiezhi.whistle.domain.WhistleRegister;

/** What acting on whistles and reading them have in common: who may know, who may do what. */
@Component
class WhistleDesk {
  private final Desk desk;
  private final Bodies bodies;
  private final WhistleRegister register;

  WhistleDesk(Desk desk, Bodies bodies, WhistleRegister register) {
    this.desk = desk;
    this.bodies = bodies;
    this.register = register;
  }

  /** The call, if the actor may see it; otherwise it is unknown. */
  Call get(UUID id) {
    return register
        .find(desk.county(), id)
        .filter(this::maySee)
        .orElseThrow(() -> unknown().exception());
  }

  static Refusal unknown() {
    return Refusal.of(
        Refusal.Kind.UNKNOWN,
        "whistle.unknown",
        "There is no such whistle, or it is not yours to see.");
  }

  boolean maySee(Call c) {
    BodyId reported = c.reportedTo();
    return seesAll()
        || desk.isAt(c.caller())
        || desk.isAt(c.called())
        || (reported != null && desk.isAt(reported));
  }

  static boolean seesAll() {
    Actor actor = CurrentActor.get();
    return actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR);
  }

  Permission mayDecide(Call c) {
    return desk.mayActFor(c.caller());
  }

  Permission mayReport(Call c, Instant now) {
    Permission first = mayDecide(c).and(c.mayReport());
    return first.isAllowed() ? desk.mechanism(now).gates("whistle.report", facts(c)) : first;
  }

  /** To whom silence is reported; empty where nothing is to be reported. */
  Optional<ReadWhistles.ReportTo> reportTo(Call c, Instant now) {
    if (!c.mayReport().isAllowed()) {
      return Optional.empty();
    }
    return desk.mechanism(now)
        .route("whistle.report", facts(c))
        .flatMap(
            rule ->
                desk
                    .targets(
                        ((RuleValue.Route) rule.value()).to(),
                        bodies.get(c.caller()).division(),
                        roles(c))
                    .stream()
                    .findFirst()
                    .map(body -> new ReadWhistles.ReportTo(body, rule)));
  }

  static Facts facts(Call c) {
    return Facts.NONE.with("reason-given", c.reasonGiven()).with("trigger", c.kind().key());
  }

  static Map<String, BodyId> roles(Call c) {
    Map<String, BodyId> roles = new LinkedHashMap<>();
    roles.put("caller", c.caller());
    roles.put("called", c.called());
    roles.put("sender", c.caller());
    roles.put("receiver", c.called());
    roles.put("holder", c.caller());
    return roles;
  }
}
