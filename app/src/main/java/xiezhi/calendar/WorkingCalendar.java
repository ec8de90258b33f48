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

  /** The first instant that is too late, without saying why: for counting and measuring. */
  Instant due(Instant start, TimeLimit limit, List<Pause> pauses);

  /** The same with its explanation. */
  DueDate explain(Instant start, TimeLimit limit, List<Pause> pauses);
}
