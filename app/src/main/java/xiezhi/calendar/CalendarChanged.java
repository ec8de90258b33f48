package xiezhi.calendar;

import java.util.SortedSet;
import java.util.TreeSet;
import xiezhi.shared.CountyCode;

/**
 * A county's calendar has become another one. Published inside the transaction that changes it, as
 * an actor of that county; {@link WorkingCalendars#of} already answers with the new one to that
 * transaction, and to nobody else. Listeners find again what rests on these years.
 *
 * <p>A computation that runs beside the import may still use the old calendar and commit after it,
 * so a sweep should now and then find again what is provisional and whose {@code calendarVersion}
 * is no longer {@link WorkingCalendar#version()}.
 *
 * @param years the years whose days, or whose being published, may have changed; results may also
 *     rest on the last days of the year before
 * @param version of the new calendar
 */
public record CalendarChanged(CountyCode county, SortedSet<Integer> years, String version) {
  public CalendarChanged {
    years = new TreeSet<>(years);
  }
}
