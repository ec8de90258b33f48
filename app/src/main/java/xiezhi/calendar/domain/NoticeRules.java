package xiezhi.calendar.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xiezhi.calendar.domain.Notice.Arrangement;
import xiezhi.calendar.domain.Notice.Scope;

/** What no notice can say: the slips of the pen that would quietly move every date of a year. */
public final class NoticeRules {
  private final StatutoryDays statutory;

  public NoticeRules(StatutoryDays statutory) {
    this.statutory = statutory;
  }

  /** One day of a notice and where it stands in the file. */
  public record Written(Notice.Arranged arranged, int line, String key) {}

  /**
   * Everything wrong with one notice.
   *
   * @param first whether it is the first national notice of its year, which must hold every day off
   *     that the law itself gives
   */
  public List<Fault> check(Scope scope, int year, boolean first, int line, List<Written> days) {
    List<Fault> faults = new ArrayList<>();
    Map<LocalDate, String> byLaw = statutory.of(year);
    Map<LocalDate, Written> seen = new HashMap<>();
    for (Written written : days) {
      LocalDate day = written.arranged().day();
      Written before = seen.putIfAbsent(day, written);
      if (before != null) {
        faults.add(
            fault(
                written,
                CalendarRefusal.DAY_TWICE,
                day + " stands here and on line " + before.line() + "; each day may stand once"));
        continue;
      }
      if (!belongs(day, year)) {
        faults.add(
            fault(
                written,
                CalendarRefusal.WRONG_YEAR,
                day + " does not belong to " + year + " (nor to the last three days before it)"));
      }
      if (written.arranged().as() == Arrangement.WORK) {
        if (byLaw.containsKey(day) && scope == Scope.NATIONAL) {
          faults.add(
              fault(
                  written,
                  CalendarRefusal.STATUTORY_DAY_WORKED,
                  day
                      + " is a day off by law ("
                      + byLaw.get(day)
                      + ") and cannot be a working day"));
        } else if (!isWeekend(day)) {
          faults.add(
              fault(
                  written,
                  CalendarRefusal.MAKE_UP_ON_WEEKDAY,
                  day + " is a " + name(day) + "; only a Saturday or Sunday can be made up"));
        }
      }
    }
    if (first && scope == Scope.NATIONAL) {
      byLaw.forEach(
          (day, festival) -> {
            if (!seen.containsKey(day) && !isWeekend(day)) {
              faults.add(
                  new Fault(
                      line,
                      "holidays." + festival,
                      CalendarRefusal.STATUTORY_DAY_MISSING,
                      day + " is a day off by law (" + festival + ") and is missing"));
            }
          });
    }
    return faults;
  }

  private static Fault fault(Written written, CalendarRefusal code, String message) {
    return new Fault(written.line(), written.key(), code, message);
  }

  private static boolean belongs(LocalDate day, int year) {
    return day.getYear() == year
        || (day.isBefore(LocalDate.of(year, 1, 1))
            && !day.isBefore(LocalDate.of(year, 1, 1).minusDays(CountyCalendar.YEAR_TAIL)));
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
  }

  private static String name(LocalDate day) {
    String name = day.getDayOfWeek().name();
    return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
  }
}
