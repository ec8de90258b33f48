package xiezhi.calendar.application;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import xiezhi.calendar.DayMark;
import xiezhi.calendar.DueDate;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.TimeLimit.FirstDay;
import xiezhi.calendar.TimeLimit.Roll;
import xiezhi.calendar.TimeLimit.Unit;
import xiezhi.calendar.WorkingCalendar;
import xiezhi.calendar.domain.CalendarRefusal;
import xiezhi.calendar.domain.CountyCalendar;
import xiezhi.calendar.domain.Notice;
import xiezhi.shared.CountyCode;
import xiezhi.shared.RefusedException;

/** What anybody of a county may ask its calendar. */
@Service
public class AskCalendar {
  private final StoredCalendars calendars;

  AskCalendar(StoredCalendars calendars) {
    this.calendars = calendars;
  }

  /** A year as the county counts it, and on whose word. */
  public record Year(
      int year,
      boolean published,
      String version,
      ZoneId zone,
      List<DayMark> days,
      List<Notice> notices) {}

  /**
   * @param knownAt with only the papers known at that moment; null: with all
   */
  public Year year(CountyCode county, int year, @Nullable Instant knownAt) {
    WorkingCalendar calendar =
        knownAt == null ? calendars.of(county) : calendars.asKnownAt(county, knownAt);
    List<DayMark> days = CountyCalendar.daysOf(year).map(calendar::mark).toList();
    List<Notice> notices =
        calendars.notices(county).stream()
            .filter(n -> n.year() == year)
            .filter(n -> knownAt == null || !n.knownFrom().isAfter(knownAt))
            .toList();
    return new Year(
        year, calendar.isPublished(year), calendar.version(), calendar.zone(), days, notices);
  }

  /**
   * @param cutOff {@code HH:mm}, or {@code 24:00}
   */
  public DueDate limit(
      CountyCode county,
      Instant start,
      int amount,
      Unit unit,
      FirstDay firstDay,
      Roll roll,
      String cutOff) {
    TimeLimit limit;
    try {
      limit = new TimeLimit(amount, unit, firstDay, roll, minute(cutOff));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new RefusedException(
          CalendarRefusal.LIMIT_MALFORMED.because(
              "No limit can be made of %d %s until %s: %s."
                  .formatted(amount, unit, cutOff, e.getMessage()),
              Map.of("amount", amount, "unit", unit.name(), "cutOff", cutOff)));
    }
    return calendars.of(county).explain(start, limit, List.of());
  }

  private static int minute(String cutOff) {
    return cutOff.equals("24:00")
        ? TimeLimit.END_OF_DAY
        : LocalTime.parse(cutOff).toSecondOfDay() / 60;
  }
}
