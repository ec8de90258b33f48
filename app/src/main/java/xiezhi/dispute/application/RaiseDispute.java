package xiezhi.dispute.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.dispute.domain.Dispute;
import xiezhi.dispute.domain.DisputeRegister;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.organisation.Bodies;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;
import xiezhi.transfer.TransferFile;
import xiezhi.transfer.TransferFile.TransferLine;

/** 提出争议: by either of the two bodies, about the matter or one transfer of it. */
@Service
@Transactional
public class RaiseDispute {
  private final Desk desk;
  private final DisputeDesk disputes;
  private final DisputeRegister register;
  private final TransferFile transfers;
  private final Matters matters;
  private final Bodies bodies;

  RaiseDispute(
      Desk desk,
      DisputeDesk disputes,
      DisputeRegister register,
      TransferFile transfers,
      Matters matters,
      Bodies bodies) {
    this.desk = desk;
    this.disputes = disputes;
    this.register = register;
    this.transfers = transfers;
    this.matters = matters;
    this.bodies = bodies;
  }

  /**
   * @param transfer the transfer it is about; null if about the matter
   * @param other the other side, if it is about the matter; a transfer names both
   */
  public Dispute open(MatterId id, @Nullable UUID transfer, @Nullable BodyId other, String reason) {
    Instant now = desk.now();
    Matter matter = desk.matter(id);
    mayOpen(matter).orThrow();
    String why = Texts.required("reason", reason, 5_000);
    Change<Dispute> change =
        transfer == null
            ? aboutMatter(now, matter, other, why)
            : aboutTransfer(now, matter, line(matter, transfer), why);
    Dispute d = change.after();
    matters.open(id, List.of(d.raiser(), d.other()), now);
    register.insert(desk.county(), d);
    disputes.happened(now, matter, change);
    disputes.tell(now, matter, d, List.of(d.other()), "dispute.opened", Map.of("reason", why));
    return d;
  }

  /** A matter at its end, or one already in dispute, is not disputed. */
  public Permission mayOpen(Matter matter) {
    if (!matter.isOpen()) {
      return Permission.refused(
          Refusal.of(
              Refusal.Kind.CONFLICT,
              "dispute.matter-closed",
              "The matter is closed; there is nothing left to dispute.",
              Map.of("number", matter.number())));
    }
    return register.of(desk.county(), matter.id()).stream().anyMatch(Dispute::isOpen)
        ? Permission.refused(DisputeRegister.alreadyOpen())
        : Permission.allowed();
  }

  private TransferLine line(Matter matter, UUID transfer) {
    return transfers.transfers(matter).stream()
        .filter(t -> t.id().equals(transfer) && t.sentAt() != null)
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "dispute.no-such-transfer",
                        "This matter has no such transfer that was sent.")
                    .exception());
  }

  private Change<Dispute> aboutTransfer(Instant now, Matter matter, TransferLine line, String why) {
    BodyId from = new BodyId(line.from().id());
    BodyId to = new BodyId(line.to().id());
    BodyId raiser = desk.isAt(to) ? to : from;
    Facts facts = desk.between(matter, from, to).with("kind", line.kind()).with("disputed", true);
    desk.mayActFor(raiser)
        .and(
            desk.mustBe(
                desk.mechanism(now),
                "transfer.objection",
                facts,
                matter.place().division(),
                Map.of("sender", from, "receiver", to, "holder", matter.holder()),
                raiser))
        .orThrow();
    boolean unaccepted =
        List.of("sent", "received", "supplement-asked", "returned").contains(line.stage());
    return Dispute.open(
        matter.id(),
        "transfer:" + line.id(),
        line.kind().equals("lead") && unaccepted,
        raiser,
        raiser.equals(to) ? from : to,
        why,
        desk.step(now, why));
  }

  private Change<Dispute> aboutMatter(
      Instant now, Matter matter, @Nullable BodyId named, String why) {
    BodyId holder = bodies.legalBodyOf(matter.holder()).id();
    BodyId own = bodies.legalBodyOf(CurrentActor.get().body()).id();
    BodyId raiser = desk.isAt(matter.holder()) ? holder : own;
    desk.mayActFor(raiser.equals(holder) ? matter.holder() : raiser).orThrow();
    BodyId other = raiser.equals(holder) ? named : holder;
    if (other == null) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "dispute.other-side-missing",
              "Name the body whose the matter is thought to be.")
          .exception();
    }
    BodyId legal = bodies.legalBodyOf(bodies.get(other).id()).id();
    return Dispute.open(
        matter.id(), matter.reference(), false, raiser, legal, why, desk.step(now, why));
  }
}
