package xiezhi.ledger.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import xiezhi.ledger.Ledger;
import xiezhi.ledger.domain.Entries;
import xiezhi.ledger.domain.Entry.Deed;
import xiezhi.ledger.domain.SealedDeed;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;

/**
 * Keeps a transaction's entries until it commits and writes them then, all at once: the end of the
 * county's chain is locked for the shortest time there is, and last, so that writers never wait for
 * each other in a circle.
 */
@Component
class ChainedLedger implements Ledger {
  private final Entries entries;

  ChainedLedger(Entries entries) {
    this.entries = entries;
  }

  @Override
  public void record(
      Instant at, String act, String subject, @Nullable MatterId matter, Map<String, ?> details) {
    mustBeWriting(act);
    Actor actor = CurrentActor.get();
    buffer(actor.county())
        .add(
            Deed.of(
                at,
                actor.account().value(),
                actor.name(),
                actor.body().value(),
                act,
                subject,
                matter == null ? null : matter.value(),
                details));
  }

  private static void mustBeWriting(String act) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          act + " was to be recorded outside a transaction: an act and its entry commit together");
    }
    if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      throw new IllegalStateException(act + " was to be recorded in a reading transaction");
    }
  }

  @Override
  public void seal(Instant at, String act, String subject, Map<String, ?> details) {
    mustBeWriting(act);
    Actor actor = CurrentActor.get();
    SealedDeed sealed =
        SealedDeed.of(
            Deed.of(
                at,
                actor.account().value(),
                actor.name(),
                actor.body().value(),
                act,
                subject,
                null,
                details));
    entries.keep(actor.county(), sealed);
    CurrentActor.as(
        Actor.platform(actor.county()),
        () ->
            record(
                at, "entry.sealed", "sealed:" + sealed.id(), null, Map.of("seal", sealed.seal())));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Sealed> sealed(String subject) {
    return entries.sealed(CurrentActor.get().county(), subject).stream()
        .map(
            s ->
                new Sealed(
                    s.id(),
                    s.deed().at(),
                    s.deed().name(),
                    new BodyId(s.deed().body()),
                    s.deed().act(),
                    s.deed().details()))
        .toList();
  }

  private Buffer buffer(CountyCode county) {
    for (var registered : TransactionSynchronizationManager.getSynchronizations()) {
      if (registered instanceof Buffer buffer) {
        return buffer.of(county);
      }
    }
    var buffer = new Buffer(county);
    TransactionSynchronizationManager.registerSynchronization(buffer);
    return buffer;
  }

  /** The entries of the transaction under way. */
  private final class Buffer implements TransactionSynchronization, Ordered {
    private final CountyCode county;
    private final List<Deed> deeds = new ArrayList<>();
    private boolean flushed;

    Buffer(CountyCode county) {
      this.county = county;
    }

    Buffer of(CountyCode wanted) {
      if (!county.equals(wanted)) {
        throw new IllegalStateException(
            "one transaction belongs to one county: " + county + ", not also " + wanted);
      }
      return this;
    }

    void add(Deed deed) {
      if (flushed) {
        entries.append(county, List.of(deed));
      } else {
        deeds.add(deed);
      }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      entries.append(county, deeds);
      flushed = true;
    }

    /** After all others: they may still have something to record. */
    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }
  }
}
