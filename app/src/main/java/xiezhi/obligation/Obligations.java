package xiezhi.obligation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiezhi.mechanism.Facts;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;

/** What flows ask of the heart. */
public interface Obligations {
  /**
   * Takes down what happened, within the current transaction: record, clocks that start, clocks
   * that stop.
   */
  void happened(Occurrence occurrence);

  /**
   * The facts of a matter changed (it was marked urgent, say): clocks still running that other
   * rules now govern are replaced by theirs, from the same start.
   *
   * @param subject whose clocks; those of the matter itself carry {@code matter:…}
   */
  void reconsider(
      Instant at, MatterId matter, String subject, Facts facts, Map<String, BodyId> roles);

  /** The same for a subject that hangs on no matter. */
  void reconsider(Instant at, String subject, Facts facts, Map<String, BodyId> roles);

  /**
   * What had discharged clocks of the matter was taken back (a sent transfer was withdrawn): they
   * are owed anew, from the same start.
   */
  void renew(Instant at, MatterId matter, String endEvent);

  /** The clocks of that subject no longer matter: nothing was owed after all. */
  void release(Instant at, MatterId matter, String subject, String why);

  /** The same for a subject that hangs on no matter. */
  void release(Instant at, String subject, String why);

  /** The names of all that has happened to the matter so far. */
  Set<String> eventsOf(MatterId matter);

  /** The same of a subject that hangs on no matter. */
  Set<String> eventsOf(String subject);

  /** All obligations of the matter that the actor may know of, oldest first. */
  List<ObligationView> of(MatterId matter, Instant now);

  /**
   * The same of a subject that hangs on no matter. Whoever asks has made sure that the actor may
   * see the subject.
   */
  List<ObligationView> of(String subject, Instant now);

  /** All on that subject, whether it hangs on a matter or on none. */
  List<ObligationView> on(@Nullable MatterId matter, String subject, Instant now);

  /**
   * Of each subject, with or without a matter, the obligation that is due first among those open
   * that the actor may know of: the clock a list shows beside it. Without the reckoning of each
   * day.
   */
  Map<String, ObligationView> earliest(Collection<String> subjects, Instant now);

  /**
   * Of each matter, whatever of it is due first: the same for a list of matters. Whoever asks has
   * made sure that the actor may see them.
   */
  Map<MatterId, ObligationView> earliestOf(Collection<MatterId> matters, Instant now);
}
