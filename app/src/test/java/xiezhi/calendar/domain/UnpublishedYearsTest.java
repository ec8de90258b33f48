package xiezhi.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.calendar.Days.at;
import static xiezhi.calendar.Days.day;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiezhi.calendar.Calendars;
import xiezhi.calendar.DayMark;
import xiezhi.calendar.DueDate;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.TimeLimit.FirstDay;
import xiezhi.calendar.TimeLimit.Roll;
import xiezhi.calendar.TimeLimit.Unit;
import xiezhi.calendar.domain.Notice.Arrangement;
import xiezhi.calendar.domain.Notice.Scope;

/** A year whose notice is not known gives a date that says so; never a silent guess. */
class UnpublishedYearsTest {
  private final CountyCalendar calendar = Calendars.national();

  @Test
  void theShippedYearsArePublishedAndNoOthers() {
    assertThat(java.util.stream.IntStream.rangeClosed(1949, 2100).filter(calendar::isPublished))
        .containsExactly(2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026);
  }

  @ParameterizedTest
  @CsvSource({
    "Fri 2026-12-25, 1, Mon 2026-12-28, false",
    "Fri 2026-12-25, 2, Tue 2026-12-29, true", // the notice for 2027 may reach back so far
    "Thu 2026-12-31, 1, Mon 2027-01-04, true",
    "Mon 2026-12-21, 3, Thu 2026-12-24, false",
  })
  void aLimitThatTouchesADayStillOpenIsProvisional(
      String start, int amount, String last, boolean provisional) {
    DueDate due =
        calendar.explain(at(start + " 09:00"), TimeLimit.of(amount, Unit.WORKING_DAY), List.of());

    assertThat(due.lastDay()).isEqualTo(day(last));
    assertThat(due.provisional()).isEqualTo(provisional);
    assertThat(due.unpublishedYears()).isEqualTo(provisional ? List.of(2027) : List.of());
  }

  @Test
  void severalMissingYearsAreAllNamed() {
    DueDate due =
        calendar.explain(
            at("Fri 2026-12-25 09:00"), TimeLimit.of(600, Unit.WORKING_DAY), List.of());

    assertThat(due.unpublishedYears()).containsExactly(2027, 2028, 2029);
  }

  @Test
  void calendarDaysRestOnANoticeOnlyWhereTheyRoll() {
    TimeLimit rolling =
        new TimeLimit(15, Unit.CALENDAR_DAY, FirstDay.EXCLUDED, Roll.NEXT_WORKING_DAY, 1440);

    assertThat(
            calendar
                .explain(at("Fri 2026-12-25 09:00"), TimeLimit.of(15, Unit.CALENDAR_DAY), List.of())
                .provisional())
        .isFalse();
    assertThat(calendar.explain(at("Fri 2026-12-25 09:00"), rolling, List.of()).provisional())
        .isTrue();
  }

  /** law.md section 9: the statutory days of 2027, computed. */
  @Test
  void theLawsOwnDaysStandInAndAreMarkedAsAssumed() {
    List<LocalDate> off =
        LocalDate.of(2027, 1, 1)
            .datesUntil(LocalDate.of(2028, 1, 1))
            .filter(d -> calendar.mark(d).kind() == DayMark.Kind.HOLIDAY)
            .toList();

    assertThat(off)
        .containsExactly(
            day("Fri 2027-01-01"),
            day("Fri 2027-02-05"),
            day("Sat 2027-02-06"),
            day("Sun 2027-02-07"),
            day("Mon 2027-02-08"),
            day("Mon 2027-04-05"),
            day("Sat 2027-05-01"),
            day("Sun 2027-05-02"),
            day("Wed 2027-06-09"),
            day("Wed 2027-09-15"),
            day("Fri 2027-10-01"),
            day("Sat 2027-10-02"),
            day("Sun 2027-10-03"));
    assertThat(calendar.mark(day("Fri 2027-01-01")).evidence()).isEqualTo("ASSUMED");
    assertThat(calendar.mark(day("Mon 2027-01-04")).evidence()).isEqualTo("ASSUMED");
    assertThat(calendar.mark(day("Mon 2026-01-05")).evidence()).isEqualTo("VERIFIED");
    assertThat(
            calendar
                .explain(at("Thu 2026-12-31 09:00"), TimeLimit.of(1, Unit.WORKING_DAY), List.of())
                .skipped()
                .get(1)
                .source())
        .isEqualTo("元旦（推定），全国年节及纪念日放假办法（2024年修订）（2027年放假安排未载入）");
  }

  @Test
  void publishingTheYearSettlesTheDateAndChangesTheVersion() {
    Notice notice =
        Calendars.notice(
            "2027-1",
            Scope.NATIONAL,
            2027,
            Arrangement.OFF,
            LocalDate.of(2026, 12, 31),
            LocalDate.of(2027, 1, 1));
    CountyCalendar published = Calendars.with(notice);
    TimeLimit limit = TimeLimit.of(2, Unit.WORKING_DAY);

    DueDate before = calendar.explain(at("Tue 2026-12-29 09:00"), limit, List.of());
    DueDate after = published.explain(at("Tue 2026-12-29 09:00"), limit, List.of());

    assertThat(before.lastDay()).isEqualTo(day("Thu 2026-12-31"));
    assertThat(before.provisional()).isTrue();
    assertThat(after.lastDay()).isEqualTo(day("Mon 2027-01-04"));
    assertThat(after.provisional()).isFalse();
    assertThat(after.calendarVersion()).isNotEqualTo(before.calendarVersion());
  }

  @Test
  void theVersionFollowsTheDaysAndNothingElse() {
    assertThat(Calendars.national().version()).isEqualTo(calendar.version());
    assertThat(
            Calendars.with(Calendars.local("a", Arrangement.OFF, day("Thu 2026-08-06"))).version())
        .isNotEqualTo(calendar.version());
  }

  @Test
  void aLocalDayOffCountsAndNamesItsPaper() {
    CountyCalendar county =
        Calendars.with(
            Calendars.local("a", Arrangement.OFF, day("Thu 2026-08-06"), day("Fri 2026-10-02")));

    DueDate due =
        county.explain(at("Wed 2026-08-05 09:00"), TimeLimit.of(1, Unit.WORKING_DAY), List.of());

    assertThat(due.lastDay()).isEqualTo(day("Fri 2026-08-07"));
    assertThat(due.skipped().get(1).why()).isEqualTo(DueDate.Why.LOCAL_HOLIDAY);
    assertThat(county.mark(day("Fri 2026-10-02")).kind())
        .as("the nation's holiday stays the nation's")
        .isEqualTo(DayMark.Kind.HOLIDAY);
  }

  @Test
  void aLaterPaperMayTakeADayBack() {
    CountyCalendar county =
        Calendars.with(
            Calendars.local("a", Arrangement.OFF, day("Thu 2026-08-06")),
            Calendars.local("b", Arrangement.ORDINARY, day("Thu 2026-08-06")));

    assertThat(county.isWorkingDay(day("Thu 2026-08-06"))).isTrue();
  }
}
