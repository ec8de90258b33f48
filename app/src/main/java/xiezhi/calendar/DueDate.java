package xiezhi.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * When a limit ends, and how that was found. The days between start and end are the counted ones
 * plus the skipped ones: the explanation sums to the answer.
 *
 * @param at the first instant that is too late
 * @param lastDay the last day on which it is still in time
 * @param counted days counted, for limits in days and months; 0 for hours and minutes
 * @param skipped days not counted and why: the day of the start, days off, pauses, in order. For
 *     hours and minutes one entry for each pause
 * @param provisional true if it rests on a day that a notice not yet published may change: a day of
 *     a year without notice, or one of the last three of December before such a year (the notices
 *     for 2019 and 2023 reached back to 29 and 31 December). Hours, and calendar days that do not
 *     roll, rest on no notice
 * @param unpublishedYears the years whose notice is missing
 * @param calendarVersion of the calendar used
 */
public record DueDate(
    Instant at,
    LocalDate lastDay,
    int counted,
    List<Skipped> skipped,
    boolean provisional,
    List<Integer> unpublishedYears,
    String calendarVersion) {

  /** A day that did not count. */
  public record Skipped(LocalDate day, Why why, String source) {}

  public enum Why {
    DAY_OF_START,
    WEEKEND,
    HOLIDAY,
    LOCAL_HOLIDAY,
    PAUSE,
    /** The last day fell on a day off and the limit moved on. */
    ROLLED
  }
}
