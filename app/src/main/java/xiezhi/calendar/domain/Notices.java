package xiezhi.calendar.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xiezhi.shared.AccountId;
import xiezhi.shared.CountyCode;

/** The papers as they are kept: only ever added to. */
public interface Notices {

  /** Moves when a paper is added that concerns the county; cheap to ask. */
  record Revision(long national, long county) {}

  Revision revision(CountyCode county);

  /** A paper and when it came in. */
  record Kept(Notice notice, String hash, Instant recordedAt) {}

  /** Oldest first. */
  List<Kept> national();

  /** What the county added, oldest first. */
  List<Kept> of(CountyCode county);

  /** One writer at a time until the transaction ends: revisions grow in the order of commits. */
  void lockNational();

  void lock(CountyCode county);

  /** The hash of the county's last transcription of that paper. */
  Optional<String> lastHash(Notice notice, CountyCode county);

  /** The hash of the last transcription that came with the platform. */
  Optional<String> lastNationalHash(Notice notice);

  /** Whether the county has that paper exactly so, or in a transcription by its own people. */
  boolean holds(Notice notice, CountyCode county);

  void addNational(Notice notice, Instant at);

  void add(CountyCode county, Notice notice, Instant at, AccountId by);
}
