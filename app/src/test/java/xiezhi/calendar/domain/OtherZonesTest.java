package xiezhi.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.calendar.Days.at;
import static xiezhi.calendar.Days.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xiezhi.calendar.Calendars;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.TimeLimit.FirstDay;
import xiezhi.calendar.TimeLimit.Roll;
import xiezhi.calendar.TimeLimit.Unit;

/** Clocks that jump: nobody is late while the clock on the wall shows a time before the cut-off. */
class OtherZonesTest {

  @ParameterizedTest
  @CsvSource({
    // Berlin leaves out 02:00 to 03:00 on 29 March 2026 and has it twice on 25 October
    "Europe/Berlin, Sat 2026-03-28, 02:30, 2026-03-29T01:00:00Z",
    "Europe/Berlin, Sat 2026-03-28, 01:59, 2026-03-29T00:59:00Z",
    "Europe/Berlin, Sat 2026-03-28, 03:30, 2026-03-29T01:30:00Z",
    "Europe/Berlin, Sat 2026-10-24, 02:30, 2026-10-25T01:30:00Z",
    "Europe/Berlin, Sat 2026-10-24, 01:30, 2026-10-24T23:30:00Z",
    "Europe/Berlin, Sat 2026-10-24, 24:00, 2026-10-25T23:00:00Z",
    // Santiago's midnight of 5 to 6 September 2026 is missing: the day ends with the jump
    "America/Santiago, Fri 2026-09-04, 24:00, 2026-09-06T04:00:00Z",
    // Havana goes back from 01:00 to 00:00 on 1 November 2026: midnight comes twice
    "America/Havana, Fri 2026-10-30, 24:00, 2026-11-01T05:00:00Z",
    // China had summer time from 1986 to 1991, beginning at 02:00
    "Asia/Shanghai, Sat 1986-05-03, 02:30, 1986-05-03T18:00:00Z",
    "Asia/Shanghai, Sat 1986-05-03, 24:00, 1986-05-04T15:00:00Z",
    "Asia/Shanghai, Sat 1991-09-14, 24:00, 1991-09-15T16:00:00Z",
  })
  void aCutOffThatIsMissingOrComesTwice(String zone, String start, String cutOff, Instant due) {
    CountyCalendar calendar = Calendars.in(ZoneId.of(zone));
    int minute =
        Integer.parseInt(cutOff.substring(0, 2)) * 60 + Integer.parseInt(cutOff.substring(3));
    TimeLimit tomorrow = new TimeLimit(1, Unit.CALENDAR_DAY, FirstDay.EXCLUDED, Roll.NONE, minute);

    Instant found = calendar.due(at(start + " 12:00", calendar.zone()), tomorrow, List.of());

    assertThat(found).isEqualTo(due);
    assertThat(found.atZone(calendar.zone()).toLocalTime().toSecondOfDay())
        .as("the wall never shows an earlier time of that day afterwards")
        .isIn(minute % 1440 * 60, found.atZone(calendar.zone()).toLocalTime().toSecondOfDay());
  }

  @Test
  void hoursAreRealHoursAcrossAJump() {
    CountyCalendar berlin = Calendars.in(ZoneId.of("Europe/Berlin"));

    Instant due =
        berlin.due(
            at("Sat 2026-03-28 12:00", berlin.zone()), TimeLimit.of(24, Unit.HOUR), List.of());

    assertThat(due).isEqualTo(at("Sun 2026-03-29 13:00", berlin.zone()));
  }

  /** Every day of the table begins where the zone's own rules say, and midnight is never early. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Asia/Shanghai",
        "Asia/Urumqi",
        "Europe/Berlin",
        "America/Santiago",
        "America/Havana",
        "America/St_Johns",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Asia/Kathmandu"
      })
  void daysBeginWhenTheZoneSaysSo(String name) {
    ZoneId zone = ZoneId.of(name);
    ZoneDays days = ZoneDays.of(zone);
    for (int i = 0; i < ZoneDays.DAYS - 1; i++) {
      long begins = days.secondAt(i, 1440);
      LocalDate next = ZoneDays.date(i + 1);
      assertThat(Instant.ofEpochSecond(begins).atZone(zone).toLocalDate()).isEqualTo(next);
      assertThat(begins).isGreaterThanOrEqualTo(next.atStartOfDay(zone).toEpochSecond());
      assertThat(days.indexOf(begins)).isEqualTo(i + 1);
      assertThat(days.indexOf(begins - 1)).isEqualTo(i);
    }
  }

  @Test
  void theDayOfTheStartIsTheCountysDay() {
    CountyCalendar calendar = Calendars.national();
    Instant lateInLondon = Instant.parse("2026-03-09T16:00:00Z");

    assertThat(
            calendar.explain(lateInLondon, TimeLimit.of(1, Unit.WORKING_DAY), List.of()).lastDay())
        .isEqualTo(day("Wed 2026-03-11"));
    assertThat(
            calendar
                .explain(lateInLondon.minusSeconds(1), TimeLimit.of(1, Unit.WORKING_DAY), List.of())
                .lastDay())
        .isEqualTo(day("Tue 2026-03-10"));
  }
}
