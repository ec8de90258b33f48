package xiezhi.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * One county's working days as they are known at one moment. Immutable; safe to share between
 * threads.
 */
public interface WorkingCalendar {
  /** Changes whenever any day changes; stored with everything computed from it. */
  String version();

  ZoneId zone();

  /** Whether the State Council's notice for that year is loaded. */
  boolean isPublished(int year);

  boolean isWorkingDay(LocalDate day);

  DayMark mark(LocalDate day);

  /**
   * The first instant that is too late, without saying why: for counting and measuring. Always
   * after the start.
   *
   * <ul>
   *   <li>Minutes and hours run through nights and holidays; roll and cut-off do not touch them.
   *   <li>Working days: the amount-th working day. Calendar days, months: every day counts; only
   *       these roll. A month ends on the day of the same number, or the last of the month; with
   *       the first day included, on the day before.
   *   <li>Where the day of the start counts but it starts at or after the cut-off, that day is over
   *       and the next one is the first.
   *   <li>A cut-off at an hour that the zone's clock leaves out is the moment of the jump; one that
   *       comes twice is the second.
   * </ul>
   *
   * @throws xiezhi.shared.RefusedException {@code calendar.outside-bounds}
   * @throws IllegalArgumentException if a pause is still open: see {@link Pause#closedAt}
   */
  Instant due(Instant start, TimeLimit limit, List<Pause> pauses);

  /** The same with its explanation. */
  DueDate explain(Instant start, TimeLimit limit, List<Pause> pauses);

  /**
   * The last day that still leaves that much time before a day, for duties that must be done ahead
   * (行政处罚法 art. 64(2): notice seven days before the hearing). The day itself does not count.
   *
   * @param unit working days, calendar days or months
   */
  LocalDate before(LocalDate day, int amount, TimeLimit.Unit unit);
}
