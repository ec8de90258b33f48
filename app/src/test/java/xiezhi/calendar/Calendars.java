package xiezhi.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import xiezhi.calendar.application.CalendarFiles;
import xiezhi.calendar.domain.CountyCalendar;
import xiezhi.calendar.domain.Notice;
import xiezhi.calendar.domain.Notice.Arranged;
import xiezhi.calendar.domain.Notice.Arrangement;
import xiezhi.calendar.domain.Notice.Scope;
import xiezhi.calendar.domain.StatutoryDays;

/** Calendars to test with: the shipped one, and variations of it. */
public final class Calendars {
  public static final StatutoryDays STATUTORY = CalendarFiles.statutory();
  public static final List<Notice> NATIONAL = CalendarFiles.national(STATUTORY);

  private Calendars() {}

  public static CountyCalendar national() {
    return in(Days.CHINA);
  }

  public static CountyCalendar in(ZoneId zone, Notice... more) {
    return new CountyCalendar(
        zone, STATUTORY, Stream.concat(NATIONAL.stream(), Stream.of(more)).toList());
  }

  public static CountyCalendar with(Notice... more) {
    return in(Days.CHINA, more);
  }

  public static Notice local(String id, Arrangement as, LocalDate... days) {
    return notice(id, Scope.LOCAL, 2026, as, days);
  }

  public static Notice notice(String id, Scope scope, int year, Arrangement as, LocalDate... days) {
    List<Arranged> arranged = new ArrayList<>();
    for (LocalDate day : days) {
      arranged.add(new Arranged(day, as, "节"));
    }
    return new Notice(
        id,
        scope,
        year,
        "放假通知",
        null,
        LocalDate.of(year - 1, 12, 1),
        LocalDate.of(year - 1, 12, 1).atStartOfDay().toInstant(ZoneOffset.ofHours(8)),
        "VERIFIED",
        null,
        arranged);
  }
}
