package xiezhi.ledger.domain;

import java.util.Optional;
import xiezhi.shared.Sm3;

/**
 * Walks a county's chain from its first entry and stops at the first broken link. Believes nothing
 * but the entries themselves, whether they come from the database or from a file.
 */
public final class ChainCheck {
  private final String county;
  private long seq;
  private String hash = Entry.NOTHING_BEFORE;

  public ChainCheck(String county) {
    this.county = county;
  }

  /**
   * The first link that does not hold.
   *
   * @param seq place in the chain where it was found
   * @param what which part does not hold: {@code seq}, {@code county}, {@code algorithm}, {@code
   *     previous}, {@code hash}, or {@code end} where entries are missing at the end
   * @param expected what should stand there
   * @param found what stands there
   */
  public record BrokenLink(long seq, String what, String expected, String found) {
    @Override
    public String toString() {
      return "entry " + seq + ": " + what + " should be " + expected + ", found " + found;
    }
  }

  /** The next entry in order: empty if it holds. */
  public Optional<BrokenLink> next(Entry entry) {
    long place = seq + 1;
    if (entry.seq() != place) {
      return broken(place, "seq", Long.toString(place), Long.toString(entry.seq()));
    }
    if (!entry.county().equals(county)) {
      return broken(place, "county", county, entry.county());
    }
    if (!entry.algorithm().equals(Sm3.ALGORITHM)) {
      return broken(place, "algorithm", Sm3.ALGORITHM, entry.algorithm());
    }
    if (!entry.previousHash().equals(hash)) {
      return broken(place, "previous", hash, entry.previousHash());
    }
    String right = Sm3.of(entry.canonical());
    if (!entry.hash().equals(right)) {
      return broken(place, "hash", right, entry.hash());
    }
    seq = place;
    hash = right;
    return Optional.empty();
  }

  /**
   * After the last entry: is the end that somebody noted earlier, or that the file's first line
   * names, really the end?
   */
  public Optional<BrokenLink> end(long expectedSeq, String expectedHash) {
    if (seq != expectedSeq || !hash.equals(expectedHash)) {
      return broken(seq + 1, "end", expectedSeq + " " + expectedHash, seq + " " + hash);
    }
    return Optional.empty();
  }

  /** How many entries hold. */
  public long seq() {
    return seq;
  }

  /** Hash of the last that holds. */
  public String hash() {
    return hash;
  }

  private static Optional<BrokenLink> broken(long seq, String what, String expected, String found) {
    return Optional.of(new BrokenLink(seq, what, expected, found));
  }
}
