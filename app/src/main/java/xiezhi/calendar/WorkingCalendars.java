package xiezhi.calendar;

import xiezhi.shared.CountyCode;

/** Where to ask for a county's calendar. */
public interface WorkingCalendars {
  /** The calendar as known now. */
  WorkingCalendar of(CountyCode county);
}
