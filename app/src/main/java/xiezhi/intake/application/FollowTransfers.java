package xiezhi.intake.application;

import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import xiezhi.flow.Desk;
import xiezhi.intake.domain.Complaint;
import xiezhi.intake.domain.Complaint.Result;
import xiezhi.intake.domain.Complaint.Stage;
import xiezhi.intake.domain.ComplaintRegister;
import xiezhi.matter.Matter;
import xiezhi.obligation.Occurrence;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;

/**
 * A complaint goes where its matter goes: sent on it is on its way, accepted it may be another's to
 * answer for, come back it is the sender's again, and with the result it is concluded. Part of the
 * transaction of the transfer's own act.
 */
@Component
class FollowTransfers {
  private final Desk desk;
  private final ComplaintDesk complaintDesk;
  private final ComplaintRegister complaints;

  FollowTransfers(Desk desk, ComplaintDesk complaintDesk, ComplaintRegister complaints) {
    this.desk = desk;
    this.complaintDesk = complaintDesk;
    this.complaints = complaints;
  }

  @EventListener
  void on(Occurrence o) {
    MatterId id = o.matter();
    if (id == null || !o.event().startsWith("transfer.")) {
      return;
    }
    for (Complaint c : complaints.of(desk.county(), id)) {
      follow(c, o);
    }
  }

  private void follow(Complaint c, Occurrence o) {
    BodyId sender = o.roles().get("sender");
    BodyId receiver = o.roles().get("receiver");
    boolean underWay = c.stage() instanceof Stage.Transferred;
    if (sender == null || receiver == null || !(underWay || c.stage() instanceof Stage.Verified)) {
      return;
    }
    Instant now = o.at();
    Matter matter = complaintDesk.unguarded(c);
    switch (o.event()) {
      case "transfer.sent" -> complaintDesk.apply(now, matter, c.transferSent(receiver), "");
      case "transfer.accepted" -> {
        BodyId answerable = complaintDesk.replier(c, matter, receiver, now).body();
        complaintDesk.apply(now, matter, c.transferAccepted(receiver, answerable), "");
      }
      case "transfer.returned", "transfer.withdrawn" -> {
        if (underWay) {
          complaintDesk.apply(now, matter, c.transferCameBack(sender), "");
        }
      }
      case "transfer.result-returned" -> {
        if (underWay) {
          String words = String.valueOf(o.details().getOrDefault("result", ""));
          BodyId replier = complaintDesk.replier(c, matter, receiver, now).body();
          complaintDesk.apply(
              now, matter, c.conclude(new Result(now, receiver, words), replier), words);
        }
      }
      default -> {}
    }
  }
}
