package xiezhi.obligation.application;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.ledger.Ledger;
import xiezhi.obligation.domain.Obligation;
import xiezhi.shared.Change;
import xiezhi.shared.MatterId;

/** Writes into the record: openly, or under seal what is confidential. */
@Component
class Minutes {
  private final Ledger ledger;

  Minutes(Ledger ledger) {
    this.ledger = ledger;
  }

  void write(
      Instant at,
      String act,
      String subject,
      @Nullable MatterId matter,
      boolean confidential,
      Map<String, ?> details) {
    if (confidential) {
      ledger.seal(at, act, subject, details);
    } else {
      ledger.record(at, act, subject, matter, details);
    }
  }

  void write(Instant at, Obligation o, String act, Map<String, ?> details) {
    write(at, act, "obligation:" + o.id(), o.matter(), o.confidential(), details);
  }

  void write(Instant at, Change<Obligation> change) {
    write(at, change.after(), change.event(), change.details());
  }
}
