package xiezhi.transfer.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.correspondence.Correspondence;
import xiezhi.document.Attachments;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.obligation.Obligations;
import xiezhi.obligation.Occurrence;
import xiezhi.organisation.Bodies;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;
import xiezhi.transfer.domain.Transfer;

/** 接收、受理、补正、退回、甄别、反馈: what the receiving side does, and what the sender answers. */
@Service
@Transactional
public class AnswerTransfer {
  private final Desk desk;
  private final TransferDesk transferDesk;
  private final TransferActs acts;
  private final Matters matters;
  private final Bodies bodies;
  private final Attachments attachments;
  private final Papers papers;
  private final Correspondence boxes;
  private final Obligations obligations;

  AnswerTransfer(
      Desk desk,
      TransferDesk transferDesk,
      TransferActs acts,
      Matters matters,
      Bodies bodies,
      Attachments attachments,
      Papers papers,
      Correspondence boxes,
      Obligations obligations) {
    this.desk = desk;
    this.transferDesk = transferDesk;
    this.acts = acts;
    this.matters = matters;
    this.bodies = bodies;
    this.attachments = attachments;
    this.papers = papers;
    this.boxes = boxes;
    this.obligations = obligations;
  }

  /** 签收: against the list of materials and for each article. */
  public void receive(UUID id, int version) {
    Instant now = desk.now();
    Transfer transfer = transferDesk.transfer(id, version);
    acts.mayReceive(transfer).orThrow();
    transferDesk.apply(now, desk.matter(transfer.matter()), transfer.receive(desk.step(now, "")));
    boxes.acknowledge(now, transfer.reference(), transfer.receiver());
  }

  /** 受理: theirs from now on. */
  public void accept(UUID id, int version) {
    Instant now = desk.now();
    Transfer transfer = transferDesk.transfer(id, version);
    Matter matter = desk.matter(transfer.matter());
    acts.mayAccept(matter, transfer, now).orThrow();
    Transfer after = transferDesk.apply(now, matter, transfer.accept(desk.step(now, "")));
    Change<Matter> moved = matter.moveTo(transfer.receiver(), CurrentActor.get().name(), now);
    matters.apply(moved);
    tell(now, moved, after);
    Map<String, Object> data = papers.answer(now, matter, after);
    data.put("acceptedOn", desk.day(now));
    data.put("handler", CurrentActor.get().name());
    papers.issue(now, after, "receipt", after.receiver(), data);
    toSender(now, matter, after, "transfer.accepted", "");
  }

  public void askSupplement(UUID id, int version, String what) {
    Instant now = desk.now();
    Transfer transfer = transferDesk.transfer(id, version);
    Matter matter = desk.matter(transfer.matter());
    acts.mayAskSupplement(matter, transfer, now).orThrow();
    String lacking = Texts.required("what", what, 2_000);
    Transfer after =
        transferDesk.apply(now, matter, transfer.askSupplement(lacking, desk.step(now, lacking)));
    Map<String, Object> data = papers.answer(now, matter, after);
    data.put("lacking", lacking.lines().filter(line -> !line.isBlank()).toList());
    papers.issue(now, after, "supplement-request", after.receiver(), data);
    toSender(now, matter, after, "transfer.supplement-asked", lacking);
  }

  public void supplement(UUID id, int version, List<Transfer.Material> more, String note) {
    Instant now = desk.now();
    Transfer transfer = transferDesk.transfer(id, version);
    Matter matter = desk.matter(transfer.matter());
    acts.maySupplement(transfer).orThrow();
    if (more.isEmpty()) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "transfer.nothing-supplemented",
              "Add what was asked for: no material was given.")
          .exception();
    }
    attachments.attach(
        matter.id(),
        more.stream().map(Transfer.Material::attachment).filter(Objects::nonNull).toList());
    String words = Texts.optional("note", note, 2_000);
    Transfer after =
        transferDesk.apply(now, matter, transfer.supplement(more, desk.step(now, words)));
    desk.notify(
        now,
        after.receiver(),
        Desk.WORKING,
        "transfer.supplemented",
        matter,
        PrepareTransfer.link(after),
        Map.of("note", words));
  }

  /**
   * 退回: with a reason, always. The sender's clock stays as it was; "not ours" opens the way to a
   * dispute.
   */
  public void giveBack(UUID id, int version, Transfer.ReturnKind why, String reason) {
    Instant now = desk.now();
    Transfer transfer = transferDesk.transfer(id, version);
    Matter matter = desk.matter(transfer.matter());
    acts.mayReturn(matter, transfer, now).orThrow();
    String words = Texts.required("reason", reason, 2_000);
    Transfer after = transferDesk.apply(now, matter, transfer.giveBack(why, desk.step(now, words)));
    Map<String, Object> data = papers.answer(now, matter, after);
    data.put("reason", words);
    papers.issue(now, after, "return", after.receiver(), data);
    toSender(now, matter, after, "transfer.returned", words);
  }

  /** 核查甄别: the screener found whose it is. */
  public void screen(UUID id, int version, BodyId competent, String finding) {
    Instant now = desk.now();
    Transfer transfer = transferDesk.transfer(id, version);
    Matter matter = desk.matter(transfer.matter());
    acts.mayScreen(matter, transfer, now)
        .and(acts.legalReceiver(bodies.get(competent).id()))
        .orThrow();
    String words = Texts.required("finding", finding, 2_000);
    Change<Transfer> change = transfer.screen(competent, desk.step(now, words));
    // the screener's own clock is no longer the receiver's: it ends with this
    obligations.release(now, matter.id(), transfer.reference(), "transfer.screened");
    matters.open(matter.id(), List.of(competent), now);
    Transfer after = transferDesk.apply(now, matter, change);
    desk.notify(
        now,
        after.receiver(),
        Desk.WORKING,
        "transfer.arrived",
        matter,
        PrepareTransfer.link(after),
        Map.of(
            "from", desk.name(transfer.receiver()), "letter", String.valueOf(letterNumber(after))));
    toSender(now, matter, after, "transfer.screened", words);
  }

  private static String letterNumber(Transfer t) {
    return t.letter() == null ? "" : t.letter().number();
  }

  /** 反馈处理结果: with it the matter is closed. */
  public void returnResult(UUID id, int version, String result, List<UUID> files) {
    Instant now = desk.now();
    Transfer transfer = transferDesk.transfer(id, version);
    Matter matter = desk.matter(transfer.matter());
    acts.mayReturnResult(matter, transfer, now).orThrow();
    String words = Texts.required("result", result, 5_000);
    attachments.attach(matter.id(), files);
    Transfer after = transferDesk.apply(now, matter, transfer.returnResult(desk.step(now, words)));
    Change<Matter> closed = matter.close(words, now);
    matters.apply(closed);
    tell(now, closed, after);
    obligations.release(now, matter.id(), matter.reference(), "matter.closed");
    Map<String, Object> data = papers.answer(now, matter, after);
    data.put("outcome", "已办结");
    data.put("account", words);
    papers.issue(now, after, "result", after.receiver(), data);
    toSender(now, matter, after, "transfer.result-returned", words);
  }

  private void tell(Instant now, Change<Matter> change, Transfer transfer) {
    Matter matter = change.after();
    obligations.happened(
        new Occurrence(
            now,
            matter.id(),
            matter.reference(),
            change.event(),
            transferDesk.facts(matter, transfer),
            TransferDesk.roles(matter, transfer),
            change.details()));
  }

  private void toSender(Instant now, Matter matter, Transfer t, String code, String words) {
    Map<String, String> more = Map.of("words", words, "letter", letterNumber(t));
    desk.notify(now, t.sender(), Desk.WORKING, code, matter, PrepareTransfer.link(t), more);
    if (!t.preparedBy().equals(t.sender())) {
      desk.notify(now, t.preparedBy(), Desk.WORKING, code, matter, PrepareTransfer.link(t), more);
    }
  }
}
