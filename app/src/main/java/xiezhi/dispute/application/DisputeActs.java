package xiezhi.dispute.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.dispute.domain.Dispute;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.organisation.Body;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ground;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;

/** Which acts on a dispute are allowed to whom: asked by the screen and by the acts themselves. */
@Component
class DisputeActs {
  private final Desk desk;
  private final DisputeDesk disputes;

  DisputeActs(Desk desk, DisputeDesk disputes) {
    this.desk = desk;
    this.disputes = disputes;
  }

  /** Who decides it here, and by which rule. */
  record Decider(Body body, Ground ground) {}

  Decider decider(Matter matter, Dispute d, Instant now) {
    Rule rule =
        desk.mechanism(now)
            .route("dispute.decider", disputes.facts(matter, d))
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.RULE,
                            "dispute.nobody-decides",
                            "No rule names who decides a dispute here.")
                        .exception());
    RuleValue.Route route = (RuleValue.Route) rule.value();
    return desk.targets(route.to(), matter.place().division(), disputes.roles(matter, d)).stream()
        .findFirst()
        .map(body -> new Decider(body, rule.ground()))
        .orElseThrow(
            () ->
                new Refusal(
                        Refusal.Kind.RULE,
                        "dispute.decider-missing",
                        "The rule names a body that is not in the directory: " + route.to() + ".",
                        Map.of(),
                        java.util.List.of(rule.ground()))
                    .exception());
  }

  private Permission mayActForASide(Dispute d) {
    BodyId side = disputes.side(d);
    return desk.mayActFor(side == null ? d.raiser() : side);
  }

  Permission mayNegotiate(Dispute d) {
    return mayActForASide(d).and(d.mayNegotiate());
  }

  /** A signer of either side; after what the county's gates ask for. */
  Permission mayRefer(Matter matter, Dispute d, Instant now) {
    @Nullable BodyId side = disputes.side(d);
    Permission first = desk.maySignFor(side == null ? d.raiser() : side).and(d.mayRefer());
    return first.isAllowed() ? desk.mechanism(now).gates("dispute.refer", own(matter, d)) : first;
  }

  /** What happened to this dispute, not to an earlier one of the same matter. */
  private xiezhi.mechanism.Facts own(Matter matter, Dispute d) {
    boolean failed = d.stage() instanceof Dispute.Stage.Failed;
    return disputes
        .facts(matter, d)
        .with(
            "events",
            failed
                ? java.util.List.of("dispute.opened", "dispute.negotiation-failed")
                : java.util.List.of("dispute.opened"));
  }

  /** A signer of the deciding body; for the county's government, its coordinator too. */
  Permission mayDecide(Dispute d) {
    if (!(d.stage() instanceof Dispute.Stage.Referred(var decider, var views))) {
      return d.mayDecide();
    }
    Actor actor = CurrentActor.get();
    boolean coordinates = actor.has(Role.COORDINATOR) && actor.body().equals(decider);
    return coordinates ? Permission.allowed() : desk.maySignFor(decider);
  }

  Permission mayWithdraw(Dispute d) {
    return desk.mayActFor(d.raiser()).and(d.mayWithdraw());
  }

  /** Every act by its operation's name, as the resource lists them. */
  Map<String, Permission> all(Matter matter, Dispute d, Instant now) {
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("recordNegotiation", mayNegotiate(d));
    acts.put("referDispute", mayRefer(matter, d, now));
    acts.put("decideDispute", mayDecide(d));
    acts.put("withdrawDispute", mayWithdraw(d));
    return acts;
  }
}
