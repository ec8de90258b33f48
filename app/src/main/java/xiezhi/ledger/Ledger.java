package xiezhi.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.MatterId;

/**
 * The record. An entry is written in the transaction of the act itself, or the act does not happen.
 */
public interface Ledger {
  /**
   * Writes down what the current actor did. Must be called inside a transaction.
   *
   * @param at when it was done, as the use case read the clock
   * @param act what was done, as {@code transfer.sent}
   * @param subject what it was done to, as {@code transfer:0190…}
   * @param matter the matter it belongs to; null if none
   * @param details facts, not sentences: ids, numbers, dates, texts, lists and maps of these
   */
  void record(
      Instant at, String act, String subject, @Nullable MatterId matter, Map<String, ?> details);
}
