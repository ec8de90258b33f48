package xiezhi.obligation.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.CountyCode;

/** The obligations as they are kept. */
public interface ObligationRegister {
  void noteOccurrence(
      CountyCode county, ThreadKey thread, String event, String subject, Instant at);

  Set<String> eventsOf(CountyCode county, ThreadKey thread);

  void insert(CountyCode county, Obligation o);

  /** Writes what changed, if nobody else did before. */
  void update(CountyCode county, Obligation o);

  Optional<Obligation> find(CountyCode county, UUID id);

  List<Obligation> of(CountyCode county, ThreadKey thread);

  List<Obligation> openOf(CountyCode county, ThreadKey thread);

  /** Open ones with a provisional date that another calendar than this one found, by id. */
  List<Obligation> provisional(CountyCode county, String calendar, @Nullable UUID after, int limit);

  /** Open ones with a date that run in that stretch, by id. */
  List<Obligation> runningIn(
      CountyCode county, Instant from, Instant to, @Nullable UUID after, int limit);

  /**
   * Claims up to {@code limit} open obligations whose warning time has come, and marks them told.
   * Two replicas never claim the same.
   */
  List<Obligation> claimToWarn(CountyCode county, Instant now, int limit);

  /** The same for those whose due time has passed. */
  List<Obligation> claimLate(CountyCode county, Instant now, int limit);
}
