package xiezhi.transfer.application;

import java.time.Instant;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.flow.Step;
import xiezhi.matter.Matter;
import xiezhi.obligation.Occurrence;
import xiezhi.transfer.domain.Transfer;
import xiezhi.transfer.domain.TransferRegister;

/**
 * 争议已定: a transfer that waited for an answer has its answer with it. It is accepted if its receiver
 * is competent, and given back if not. The decision stands above the acts of either side, so nobody
 * is asked whether they may; it answers no event of its own flow (docs/decisions/0012).
 */
@Component
class FollowDispute {
  private static final Set<String> SETTLED = Set.of("dispute.decided", "dispute.agreed");

  private final Desk desk;
  private final TransferDesk transferDesk;
  private final TransferRegister transfers;

  FollowDispute(Desk desk, TransferDesk transferDesk, TransferRegister transfers) {
    this.desk = desk;
    this.transferDesk = transferDesk;
    this.transfers = transfers;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(Occurrence o) {
    if (o.matter() == null || !SETTLED.contains(o.event())) {
      return;
    }
    String competent = String.valueOf(o.details().get("competent"));
    Matter matter = desk.matter(o.matter());
    for (Transfer t : transfers.of(desk.county(), o.matter())) {
      boolean theirs = t.receiver().value().equals(competent);
      // what was returned, and this was the dispute about, is the receiver's after all
      boolean again =
          t.stage() instanceof Transfer.Stage.Returned
              && t.reference().equals(o.details().get("about"));
      if (waits(t) || (again && theirs)) {
        answer(o.at(), matter, t, theirs);
      }
    }
  }

  private static boolean waits(Transfer t) {
    return switch (t.stage()) {
      case Transfer.Stage.Sent s -> true;
      case Transfer.Stage.Received r -> true;
      case Transfer.Stage.SupplementAsked a -> true;
      case Transfer.Stage.Prepared p -> false;
      case Transfer.Stage.Submitted s -> false;
      case Transfer.Stage.Accepted a -> false;
      case Transfer.Stage.Returned r -> false;
      case Transfer.Stage.ResultReturned r -> false;
      case Transfer.Stage.Withdrawn w -> false;
    };
  }

  private void answer(Instant at, Matter matter, Transfer t, boolean theirs) {
    Step step = desk.step(at, "争议已定");
    transferDesk.apply(at, matter, theirs ? t.settleForReceiver(step) : t.settleForSender(step));
  }
}
