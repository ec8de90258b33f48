package xiezhi.transfer.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.correspondence.Correspondence;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.transfer.domain.Transfer;
import xiezhi.transfer.domain.TransferRegister;

/** What all use cases of transfers need beside the desk: loading, the facts of one, keeping it. */
@Component
class TransferDesk {
  private final Desk desk;
  private final TransferRegister transfers;
  private final Correspondence boxes;

  TransferDesk(Desk desk, TransferRegister transfers, Correspondence boxes) {
    this.desk = desk;
    this.transfers = transfers;
    this.boxes = boxes;
  }

  /** A transfer of a matter the actor may see; one not sent yet only its sender's side knows of. */
  Transfer transfer(UUID id) {
    Transfer transfer = transfers.find(desk.county(), id).orElseThrow(() -> unknown().exception());
    desk.matter(transfer.matter());
    if (!transfer.isSent()
        && desk.isAt(transfer.receiver())
        && !desk.isAt(transfer.sender())
        && !desk.isAt(transfer.preparedBy())) {
      throw unknown().exception();
    }
    return transfer;
  }

  /** The same, if nobody changed it since the actor looked. */
  Transfer transfer(UUID id, int version) {
    Transfer transfer = transfer(id);
    if (transfer.version() != version) {
      throw TransferRegister.overtaken(transfer).exception();
    }
    return transfer;
  }

  private static Refusal unknown() {
    return Refusal.of(
        Refusal.Kind.UNKNOWN,
        "transfer.unknown",
        "There is no such transfer, or it is not yours to see.");
  }

  // ------------------------------------------------------------------ what rules ask about

  Facts facts(Matter matter, Transfer transfer) {
    Facts own = transfer.facts();
    Set<String> fields = new TreeSet<>(matter.facts().set("fields"));
    if (!transfer.content().reason().isBlank()) {
      fields.add("reason");
    }
    if (own.isTrue("statutory-own-name")) {
      fields.add("citation");
    }
    Set<String> materials = new TreeSet<>(own.set("materials"));
    Set<String> explained = new TreeSet<>(own.set("materials-or-reason"));
    if (!listsAll(matter, transfer)) {
      // a list that leaves out something held in the case is no list (一并移送)
      materials.remove("article-list");
      explained.remove("article-list");
    }
    return desk.between(matter, transfer.sender(), transfer.receiver())
        .with(own)
        .with("materials", List.copyOf(materials))
        .with("materials-or-reason", List.copyOf(explained))
        .with("fields", List.copyOf(fields));
  }

  private static boolean listsAll(Matter matter, Transfer transfer) {
    Set<String> listed = new TreeSet<>();
    transfer.content().articles().forEach(a -> listed.add(a.name()));
    return matter.articles().stream().allMatch(a -> listed.contains(a.name()));
  }

  static Map<String, BodyId> roles(Matter matter, Transfer transfer) {
    Map<String, BodyId> roles = new LinkedHashMap<>();
    roles.put("holder", matter.holder());
    roles.put("finder", matter.holder());
    roles.put("team", matter.holder());
    roles.put("notifier", matter.holder());
    roles.put("sender", transfer.sender());
    roles.put("receiver", transfer.receiver());
    roles.put("screener", transfer.receiver());
    return roles;
  }

  /** Refuses a receiver that is not the one an exclusive route names. */
  Permission mayReceive(Mechanism mechanism, Matter matter, Transfer transfer, Facts facts) {
    return desk.mustBe(
        mechanism,
        "transfer.receiver",
        facts,
        matter.place().division(),
        roles(matter, transfer),
        transfer.receiver());
  }

  /**
   * The rule that names who screens a transfer whose jurisdiction is disputed; null where the
   * county names nobody.
   */
  @Nullable Rule screening(Matter matter, Transfer transfer, Instant now) {
    return transfer.isDisputed()
        ? desk.mechanism(now).route("transfer.screener", facts(matter, transfer)).orElse(null)
        : null;
  }

  // ------------------------------------------------------------------ telling

  /** Keeps what a transition did to a transfer, and tells the heart. */
  Transfer apply(Instant now, Matter matter, Change<Transfer> change) {
    transfers.update(desk.county(), change.after());
    happened(now, matter, change.after(), change);
    if (change.after().isSent()) {
      boxes.put(now, letter(matter, change.after()));
    }
    return change.after();
  }

  private static Correspondence.Letter letter(Matter matter, Transfer t) {
    Correspondence.State state =
        switch (t.stage()) {
          case Transfer.Stage.Prepared p -> Correspondence.State.OPEN;
          case Transfer.Stage.Submitted u -> Correspondence.State.OPEN;
          case Transfer.Stage.Sent o -> Correspondence.State.OPEN;
          case Transfer.Stage.Received r -> Correspondence.State.OPEN;
          case Transfer.Stage.SupplementAsked a -> Correspondence.State.OPEN;
          case Transfer.Stage.Accepted a -> Correspondence.State.ANSWERED;
          case Transfer.Stage.Returned r -> Correspondence.State.CLOSED;
          case Transfer.Stage.ResultReturned r -> Correspondence.State.CLOSED;
          case Transfer.Stage.Withdrawn w -> Correspondence.State.WITHDRAWN;
        };
    return new Correspondence.Letter(
        t.kind() == Transfer.Kind.LEAD ? "lead-transfer" : "transfer",
        t.reference(),
        matter.id(),
        matter.subject(),
        t.sender(),
        List.of(t.receiver()),
        t.stageName(),
        state,
        t.letter() == null ? null : t.letter().number(),
        "/transfers/" + t.id(),
        false);
  }

  void happened(Instant now, Matter matter, Transfer transfer, Change<Transfer> change) {
    desk.happened(
        now,
        matter,
        transfer.reference(),
        change,
        facts(matter, transfer),
        roles(matter, transfer),
        null);
  }
}
