package xiezhi.transfer.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Attachments;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;
import xiezhi.transfer.domain.Transfer;
import xiezhi.transfer.domain.TransferRegister;

/** 拟制移送: prepared at the holder's desk, amended, submitted to whoever signs. */
@Service
@Transactional
public class PrepareTransfer {
  private final Desk desk;
  private final TransferDesk transferDesk;
  private final TransferActs acts;
  private final TransferRegister transfers;
  private final Attachments attachments;
  private final Bodies bodies;
  private final Obligations obligations;

  PrepareTransfer(
      Desk desk,
      TransferDesk transferDesk,
      TransferActs acts,
      TransferRegister transfers,
      Attachments attachments,
      Bodies bodies,
      Obligations obligations) {
    this.desk = desk;
    this.transferDesk = transferDesk;
    this.acts = acts;
    this.transfers = transfers;
    this.attachments = attachments;
    this.bodies = bodies;
    this.obligations = obligations;
  }

  /**
   * What is typed of a transfer.
   *
   * @param sender in whose name; null for the legal body of whoever holds the matter
   */
  public record Draft(
      Transfer.Kind kind,
      @Nullable BodyId sender,
      BodyId receiver,
      String reason,
      boolean disputed,
      @Nullable String statutoryBasis,
      List<Transfer.Material> materials,
      List<Transfer.Article> articles) {}

  public Transfer prepare(MatterId id, Draft draft) {
    Instant now = desk.now();
    Matter matter = desk.matter(id);
    if (transfers.of(desk.county(), id).stream().anyMatch(Transfer::isUnderWay)) {
      throw TransferRegister.alreadyUnderWay().exception();
    }
    acts.mayPrepare(matter, now).orThrow();
    BodyId sender =
        draft.sender() == null ? bodies.legalBodyOf(matter.holder()).id() : draft.sender();
    mayStandFor(sender, matter);
    Change<Transfer> change =
        Transfer.prepare(
            id,
            draft.kind(),
            sender,
            bodies.get(draft.receiver()).id(),
            matter.holder(),
            content(id, draft),
            desk.step(now, ""));
    Transfer transfer = change.after();
    acts.legalReceiver(transfer.receiver()).orThrow();
    desk.mechanism(now).gates("transfer.prepare", transferDesk.facts(matter, transfer)).orThrow();
    transfers.insert(desk.county(), transfer);
    transferDesk.happened(now, matter, transfer, change);
    reconsider(now, matter, transfer);
    return transfer;
  }

  public void amend(UUID id, int version, Draft draft) {
    Instant now = desk.now();
    Transfer transfer = transferDesk.transfer(id, version);
    Matter matter = desk.matter(transfer.matter());
    acts.mayAmend(transfer).orThrow();
    Change<Transfer> change =
        transfer.amend(
            draft.kind(),
            bodies.get(draft.receiver()).id(),
            content(transfer.matter(), draft),
            desk.step(now, ""));
    acts.legalReceiver(change.after().receiver()).orThrow();
    transferDesk.apply(now, matter, change);
    reconsider(now, matter, change.after());
  }

  /** A case or a lead: other rules may govern the clock that runs. */
  private void reconsider(Instant now, Matter matter, Transfer transfer) {
    obligations.reconsider(
        now,
        matter.id(),
        matter.reference(),
        transferDesk.facts(matter, transfer),
        TransferDesk.roles(matter, transfer));
  }

  /**
   * To the signer. What would stop the sending is said now, so that it is mended before a signer's
   * time is taken.
   */
  public void submit(UUID id, int version) {
    Instant now = desk.now();
    Transfer transfer = transferDesk.transfer(id, version);
    Matter matter = desk.matter(transfer.matter());
    acts.maySubmit(matter, transfer, now).orThrow();
    Desk.require(
        desk.mechanism(now).gates("transfer.submit", transferDesk.facts(matter, transfer)),
        acts.mayGo("transfer.send", matter, transfer, now));
    Transfer after = transferDesk.apply(now, matter, transfer.submit(desk.step(now, "")));
    desk.notify(
        now,
        after.sender(),
        java.util.Set.of(Role.SIGNER),
        "transfer.to-sign",
        matter,
        link(after),
        java.util.Map.of("to", desk.name(after.receiver())));
  }

  static String link(Transfer t) {
    return "/transfers/" + t.id();
  }

  /** In its own name, in its legal body's, or in that of the station it is. */
  private void mayStandFor(BodyId sender, Matter matter) {
    boolean own =
        sender.equals(matter.holder())
            || sender.equals(bodies.legalBodyOf(matter.holder()).id())
            || sender.equals(CurrentActor.get().body());
    if (!own) {
      throw Refusal.of(
              Refusal.Kind.FORBIDDEN,
              "transfer.not-your-name",
              "A transfer goes out in your own body's name or in that of the legal body it belongs"
                  + " to.")
          .exception();
    }
  }

  private Transfer.Content content(MatterId matter, Draft draft) {
    String basis = Texts.optional("statutoryBasis", draft.statutoryBasis(), 500);
    List<Transfer.Material> materials = new ArrayList<>();
    for (Transfer.Material m : draft.materials()) {
      String why = Texts.optional("materials.explanation", m.explanation(), 1_000);
      if (m.attachment() == null && why.isEmpty()) {
        throw Refusal.of(
                Refusal.Kind.MALFORMED,
                "transfer.empty-material",
                "Each material is a file, or the reason why there is none: " + m.kind() + ".")
            .exception();
      }
      materials.add(new Transfer.Material(m.kind(), m.attachment(), why.isEmpty() ? null : why));
    }
    attachments.attach(
        matter,
        draft.materials().stream()
            .map(Transfer.Material::attachment)
            .filter(Objects::nonNull)
            .toList());
    return new Transfer.Content(
        Texts.optional("reason", draft.reason(), 2_000),
        draft.disputed(),
        basis.isEmpty() ? null : basis,
        materials,
        draft.articles());
  }
}
