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
 * @param counted days counted, for limits in days; 0 otherwise
 * @param skipped days not counted and why: the day of the start, days off, pauses, in order
 * @param provisional true if a year it touches has no published notice yet
 * @param unpublishedYears those years
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
