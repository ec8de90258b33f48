package xiezhi.transfer.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.obligation.Obligations;
import xiezhi.shared.Texts;
import xiezhi.transfer.domain.Transfer;

/**
 * 签发: a signer of the legal body sends it, or sends it back; what was sent may be withdrawn until
 * it is answered.
 */
@Service
@Transactional
public class SendTransfer {
  private final Desk desk;
  private final TransferDesk transferDesk;
  private final TransferActs acts;
  private final TransferLetter letter;
  private final Papers papers;
  private final Matters matters;
  private final Obligations obligations;

  SendTransfer(
      Desk desk,
      TransferDesk transferDesk,
      TransferActs acts,
      TransferLetter letter,
      Papers papers,
      Matters matters,
      Obligations obligations) {
    this.desk = desk;
    this.transferDesk = transferDesk;
    this.acts = acts;
    this.letter = letter;
    this.papers = papers;
    this.matters = matters;
    this.obligations = obligations;
  }

  /** Signed and delivered: the sender's clock stops, the receiver's starts. */
  public void send(UUID id, int version) {
    Instant now = desk.now();
    Transfer transfer = transferDesk.transfer(id, version);
    Matter matter = desk.matter(transfer.matter());
    acts.maySend(matter, transfer, now).orThrow();
    Letters.Letter issued =
        papers.issue(
            now,
            transfer,
            letter.template(transfer),
            transfer.sender(),
            letter.data(matter, transfer, now));
    matters.open(matter.id(), List.of(transfer.receiver(), transfer.sender()), now);
    Transfer sent =
        transferDesk.apply(
            now,
            matter,
            transfer.send(new Transfer.Letter(issued.id(), issued.number()), desk.step(now, "")));
    desk.notify(
        now,
        sent.receiver(),
        Desk.WORKING,
        "transfer.arrived",
        matter,
        PrepareTransfer.link(sent),
        Map.of("from", desk.name(sent.sender()), "letter", issued.number()));
  }

  public void decline(UUID id, int version, String reason) {
    Instant now = desk.now();
    Transfer transfer = transferDesk.transfer(id, version);
    Matter matter = desk.matter(transfer.matter());
    acts.mayDecline(transfer).orThrow();
    String why = Texts.required("reason", reason, 2_000);
    Transfer after = transferDesk.apply(now, matter, transfer.decline(desk.step(now, why)));
    desk.notify(
        now,
        after.preparedBy(),
        Desk.WORKING,
        "transfer.declined",
        matter,
        PrepareTransfer.link(after),
        Map.of("reason", why));
  }

  /** Taken back: what the sending had discharged is owed again, from the same start. */
  public void withdraw(UUID id, int version, String reason) {
    Instant now = desk.now();
    Transfer transfer = transferDesk.transfer(id, version);
    Matter matter = desk.matter(transfer.matter());
    acts.mayWithdraw(transfer).orThrow();
    String why = Texts.required("reason", reason, 2_000);
    Transfer after = transferDesk.apply(now, matter, transfer.withdraw(desk.step(now, why)));
    if (transfer.isSent()) {
      obligations.renew(now, matter.id(), "transfer.sent");
      obligations.release(now, matter.id(), after.reference(), "transfer.withdrawn");
      desk.notify(
          now,
          after.receiver(),
          Desk.WORKING,
          "transfer.withdrawn",
          matter,
          PrepareTransfer.link(after),
          Map.of("reason", why));
    }
  }
}
