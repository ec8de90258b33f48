package xiezhi.sharing.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.correspondence.Correspondence.Receipt;
import xiezhi.flow.Desk;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.sharing.domain.Category;
import xiezhi.sharing.domain.Information;

/** 查看、签收: a receiver's first look, and its acknowledgement. */
@Service
@Transactional
public class TakeReceipt {
  private final Desk desk;
  private final SharingDesk own;
  private final SharedLetters letters;

  TakeReceipt(Desk desk, SharingDesk own, SharedLetters letters) {
    this.desk = desk;
    this.own = own;
    this.letters = letters;
  }

  /** The first look is kept; later ones change nothing. */
  public void open(UUID id) {
    letters.look(desk.now(), own.information(id));
  }

  public void acknowledge(UUID id) {
    Instant now = desk.now();
    Information i = own.information(id);
    mayAcknowledge(i).orThrow();
    for (Receipt r : letters.receipts(i, own.seats())) {
      if (r.acknowledgedAt() == null) {
        letters.acknowledge(now, i, r.receiver());
        told(now, i, r.receiver());
      }
    }
  }

  private void told(Instant now, Information i, BodyId holder) {
    boolean owed = i.act() == Category.Act.BASIS_CHANGE;
    own.happened(
        now,
        owed ? ShareInformation.receiptOf(i, holder) : i.reference(),
        new Change<>(
            i,
            owed ? "basis.change-acknowledged" : "information.acknowledged",
            Map.of("receiver", holder.value())),
        own.facts(i),
        Map.of("holder", holder, "publisher", i.publisher(), "department", i.publisher()));
  }

  /** Whoever works at the desk of a receiver that has not acknowledged. */
  @Transactional(readOnly = true)
  public Permission mayAcknowledge(Information i) {
    Permission there = i.mayBeAnswered();
    List<Receipt> mine = letters.receipts(i, own.seats());
    if (mine.isEmpty()) {
      return there.and(
          Permission.refused(
              Refusal.of(
                  Refusal.Kind.FORBIDDEN,
                  "sharing.not-a-receiver",
                  "Only a body it was given to acknowledges it.")));
    }
    Permission who = there.and(desk.mayActFor(mine.getFirst().receiver()));
    return mine.stream().anyMatch(r -> r.acknowledgedAt() == null)
        ? who
        : who.and(
            Permission.refused(
                Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "sharing.acknowledged-already",
                    "Your body acknowledged it at "
                        + mine.getFirst().acknowledgedAt()
                        + ", by "
                        + mine.getFirst().acknowledgedBy()
                        + ".",
                    Map.of("by", String.valueOf(mine.getFirst().acknowledgedBy())))));
  }
}
