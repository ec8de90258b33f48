package xiezhi.calendar;

import java.time.Instant;
import xiezhi.shared.CountyCode;

/** What was known when: a date computed before a notice appeared was right on its own day. */
public interface CalendarHistory {
  /** The county's calendar with only the papers that could be known at that moment. */
  WorkingCalendar asKnownAt(CountyCode county, Instant moment);
}
