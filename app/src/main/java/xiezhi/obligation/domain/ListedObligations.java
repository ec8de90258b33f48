package xiezhi.obligation.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;

/** The obligations as lists show them: without the reckoning of each day. */
public interface ListedObligations {
  /**
   * What a list asks for; absent parts do not restrict.
   *
   * @param confided which confidential ones are listed too
   */
  record Query(
      @Nullable Collection<String> debtors,
      @Nullable Collection<String> creditors,
      @Nullable String duty,
      Confided confided,
      boolean open,
      @Nullable Instant dueBefore,
      @Nullable Instant afterDue,
      @Nullable UUID afterId,
      int limit) {}

  /**
   * Which confidential ones whoever asks may know of.
   *
   * @param desks those known to the two desks
   * @param supervisor those owed by the supervisors of that body; null: none of these
   */
  record Confided(boolean desks, @Nullable BodyId supervisor) {
    public static final Confided NONE = new Confided(false, null);
  }

  /** The open ones of those subjects, the most urgent first, as lists need them. */
  List<Obligation> openOf(CountyCode county, Collection<String> subjects);

  /** The same of those matters, whatever of them it is owed on. */
  List<Obligation> openOfMatters(CountyCode county, Collection<MatterId> matters);

  /** Most urgent first. */
  List<Obligation> list(CountyCode county, Query q);

  /** How many are open, by duty and light, counting no more than {@code cap} of each debtor. */
  Map<String, long[]> counts(
      CountyCode county,
      @Nullable Collection<String> debtors,
      Confided confided,
      Instant now,
      int cap);
}
