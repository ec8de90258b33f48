package xiezhi.ledger.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import xiezhi.ledger.domain.Entry.Deed;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;

/** The chains, one for each county. */
public interface Entries {
  /** Where a chain ends. */
  record Head(long seq, String hash) {}

  /**
   * Adds these to the end of the county's chain. Whoever else writes in this county waits from here
   * until this transaction ends.
   */
  void append(CountyCode county, List<Deed> deeds);

  /** What the shortcut says; not to be believed. */
  Optional<Head> head(CountyCode county);

  /** Hands over the entries in order, without holding them all, until the reader has enough. */
  void walk(CountyCode county, Predicate<Entry> reader);

  /** One matter's entries after that place, oldest first. */
  List<Entry> of(CountyCode county, MatterId matter, long after, int limit);

  /** Keeps the words of something confidential, beside the chain. */
  void keep(CountyCode county, SealedDeed sealed);

  /** What was sealed of that subject, oldest first. */
  List<SealedDeed> sealed(CountyCode county, String subject);
}
