package xiezhi.transfer.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.shared.BodyId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.transfer.domain.Transfer;

/** Which acts on a transfer are allowed to whom: asked by the screen and by the acts themselves. */
@Component
class TransferActs {
  private final Desk desk;
  private final TransferDesk transferDesk;
  private final Bodies bodies;
  private final Matters matters;

  TransferActs(Desk desk, TransferDesk transferDesk, Bodies bodies, Matters matters) {
    this.desk = desk;
    this.transferDesk = transferDesk;
    this.bodies = bodies;
    this.matters = matters;
  }

  /**
   * A matter goes on only once it was judged not ours; and the county's gates on preparing must be
   * open.
   */
  Permission mayPrepare(Matter matter, Instant now) {
    Permission judged =
        matter.stage() instanceof Matter.Stage.NotOurs
            ? Permission.allowed()
            : Permission.refused(
                Refusal.of(
                    Refusal.Kind.RULE,
                    "transfer.not-judged",
                    "Judge first that the matter is not yours: that moment starts the clock."));
    return desk.mayActFor(matter.holder()).and(judged);
  }

  /** Gates, route and receiver for a given content; the same at submitting and at sending. */
  Permission mayGo(String act, Matter matter, Transfer t, Instant now) {
    Mechanism mechanism = desk.mechanism(now);
    Facts facts = transferDesk.facts(matter, t);
    return mechanism
        .gates(act, facts)
        .and(transferDesk.mayReceive(mechanism, matter, t, facts))
        .and(legalReceiver(t.receiver()));
  }

  /**
   * Transfers run between legal bodies; to a station inside the township one hands over (coverage
   * §6 #15).
   */
  Permission legalReceiver(BodyId receiver) {
    Body body = bodies.get(receiver);
    return body.kind().isLegal()
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "transfer.receiver-not-legal",
                body.name()
                    + " does not act in its own name; transfer to "
                    + bodies.legalBodyOf(receiver).name()
                    + ", or hand it over inside the township.",
                Map.of("receiver", body.name(), "legal", bodies.legalBodyOf(receiver).name())));
  }

  Permission maySubmit(Matter matter, Transfer t, Instant now) {
    return desk.mayActFor(t.preparedBy()).and(t.maySubmit());
  }

  Permission mayAmend(Transfer t) {
    return desk.mayActFor(t.preparedBy()).and(t.mayAmend());
  }

  Permission mayDecline(Transfer t) {
    return desk.maySignFor(t.sender()).and(t.mayDecline());
  }

  Permission maySend(Matter matter, Transfer t, Instant now) {
    Permission first = desk.maySignFor(t.sender()).and(t.maySend());
    return first.isAllowed() ? mayGo("transfer.send", matter, t, now) : first;
  }

  Permission mayWithdraw(Transfer t) {
    Permission who = t.isSent() ? desk.maySignFor(t.sender()) : desk.mayActFor(t.preparedBy());
    return who.and(t.mayWithdraw());
  }

  Permission mayReceive(Transfer t) {
    return desk.mayActFor(t.receiver()).and(t.mayReceive());
  }

  Permission mayAccept(Matter matter, Transfer t, Instant now) {
    Permission first =
        desk.mayActFor(t.receiver()).and(t.mayAccept()).and(screened(matter, t, now));
    return first.isAllowed()
        ? desk.mechanism(now).gates("transfer.accept", transferDesk.facts(matter, t))
        : first;
  }

  Permission mayAskSupplement(Matter matter, Transfer t, Instant now) {
    return desk.mayActFor(t.receiver()).and(t.mayAskSupplement()).and(screened(matter, t, now));
  }

  Permission maySupplement(Transfer t) {
    return desk.mayActFor(t.preparedBy()).and(t.maySupplement());
  }

  Permission mayReturn(Matter matter, Transfer t, Instant now) {
    Permission first =
        desk.mayActFor(t.receiver()).and(t.mayReturn()).and(screened(matter, t, now));
    return first.isAllowed()
        ? desk.mechanism(now).gates("transfer.return", transferDesk.facts(matter, t))
        : first;
  }

  /** 核查甄别: only where the county names who does it, and only by that body. */
  Permission mayScreen(Matter matter, Transfer t, Instant now) {
    Permission first = desk.mayActFor(t.receiver()).and(t.mayScreen());
    if (!first.isAllowed()) {
      return first;
    }
    Rule rule = transferDesk.screening(matter, t, now);
    if (rule == null) {
      return Permission.refused(
          Refusal.of(
              Refusal.Kind.RULE,
              "transfer.no-screener",
              "This county names nobody who screens disputed transfers; answer it."));
    }
    RuleValue.Route route = (RuleValue.Route) rule.value();
    boolean named =
        desk.targets(route.to(), matter.place().division(), TransferDesk.roles(matter, t)).stream()
            .anyMatch(b -> b.id().equals(t.receiver()));
    return named
        ? Permission.allowed()
        : Permission.refused(
            new Refusal(
                Refusal.Kind.RULE,
                "mechanism." + rule.key(),
                "Another body screens disputed transfers here.",
                Map.of(),
                List.of(rule.ground())));
  }

  /**
   * Where the county names a screener, a disputed transfer is answered only after it was screened.
   */
  private Permission screened(Matter matter, Transfer t, Instant now) {
    Rule rule = transferDesk.screening(matter, t, now);
    return rule == null
        ? Permission.allowed()
        : Permission.refused(
            new Refusal(
                Refusal.Kind.RULE,
                "mechanism." + rule.key(),
                "Jurisdiction is disputed: it must be screened first.",
                Map.of(),
                List.of(rule.ground())));
  }

  Permission mayReturnResult(Matter matter, Transfer t, Instant now) {
    Permission first = desk.mayActFor(t.receiver()).and(t.mayReturnResult());
    return first.isAllowed()
        ? desk.mechanism(now)
            .gates("transfer.result", transferDesk.facts(matter, t))
            .and(matters.mayClose(matter, now))
        : first;
  }

  /** Every act by its operation's name, as the resource lists them. */
  Map<String, Permission> all(Matter matter, Transfer t, Instant now) {
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("submitTransfer", maySubmit(matter, t, now));
    acts.put("amendTransfer", mayAmend(t));
    acts.put("sendTransfer", maySend(matter, t, now));
    acts.put("declineTransfer", mayDecline(t));
    acts.put("withdrawTransfer", mayWithdraw(t));
    acts.put("receiveTransfer", mayReceive(t));
    acts.put("acceptTransfer", mayAccept(matter, t, now));
    acts.put("askSupplement", mayAskSupplement(matter, t, now));
    acts.put("returnTransfer", mayReturn(matter, t, now));
    acts.put("screenTransfer", mayScreen(matter, t, now));
    acts.put("supplementTransfer", maySupplement(t));
    acts.put("returnResult", mayReturnResult(matter, t, now));
    return acts;
  }
}
