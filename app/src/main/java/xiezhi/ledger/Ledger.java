package xiezhi.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
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

  /**
   * The same of something confidential. The chain takes up only its seal, a salted hash, which
   * names nobody and nothing; the words are kept beside it. So nobody can change them unnoticed,
   * and whoever reads or exports the chain learns nothing from it.
   */
  void seal(Instant at, String act, String subject, Map<String, ?> details);

  /**
   * What was sealed of that subject, oldest first. Whoever asks has made sure that the actor may
   * know of it.
   */
  List<Sealed> sealed(String subject);

  /**
   * @param details canonical JSON of an object
   */
  record Sealed(UUID id, Instant at, String name, BodyId body, String act, String details) {}
}
