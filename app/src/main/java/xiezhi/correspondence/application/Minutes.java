package xiezhi.correspondence.application;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import xiezhi.correspondence.domain.Kept;
import xiezhi.ledger.Ledger;
import xiezhi.shared.MatterId;

/** Writes what happens to letters into the record, under seal what is confidential. */
@Component("letterMinutes")
class Minutes {
  private final Ledger ledger;

  Minutes(Ledger ledger) {
    this.ledger = ledger;
  }

  void write(Instant at, String act, Kept letter, Map<String, ?> details) {
    if (letter.confidential()) {
      ledger.seal(at, act, letter.subject(), details);
    } else {
      MatterId matter = letter.matter() == null ? null : new MatterId(letter.matter());
      ledger.record(at, act, letter.subject(), matter, details);
    }
  }
}
