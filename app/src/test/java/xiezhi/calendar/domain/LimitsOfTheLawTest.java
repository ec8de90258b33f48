package xiezhi.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static xiezhi.calendar.Days.at;
import static xiezhi.calendar.Days.day;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiezhi.calendar.Calendars;
import xiezhi.calendar.DueDate;
import xiezhi.calendar.DueDate.Why;
import xiezhi.calendar.Pause;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.TimeLimit.FirstDay;
import xiezhi.calendar.TimeLimit.Roll;
import xiezhi.calendar.TimeLimit.Unit;
import xiezhi.shared.RefusedException;

/** Limits as the law counts them, on the published calendar. */
class LimitsOfTheLawTest {
  private final CountyCalendar calendar = Calendars.national();

  /**
   * 行政处罚法 art. 85: 「二日」「三日」「五日」「七日」的规定是指工作日，不含法定节假日; the day of the start is not counted (民事诉讼法
   * art. 85); due at 24:00.
   */
  @ParameterizedTest
  @CsvSource({
    "Fri 2026-02-13, 3, Wed 2026-02-25", // Sat 14 is made up, 15 to 23 are off
    "Thu 2026-02-12, 7, Sat 2026-02-28", // Sat 28 is made up
    "Thu 2026-04-30, 5, Mon 2026-05-11", // 1 to 5 are off, Sat 9 is made up
    "Fri 2026-05-08, 2, Mon 2026-05-11",
    "Fri 2026-09-18, 3, Tue 2026-09-22", // Sun 20 is made up
    "Wed 2026-09-30, 7, Thu 2026-10-15",
    "Fri 2026-10-09, 2, Mon 2026-10-12", // Sat 10 is made up
    "Fri 2025-01-24, 5, Fri 2025-02-07",
    "Tue 2025-09-30, 7, Thu 2025-10-16",
    "Thu 2024-02-08, 7, Fri 2024-02-23",
    "Fri 2024-09-13, 3, Thu 2024-09-19",
  })
  void workingDaysEndAtMidnightOfTheLast(String start, int amount, String last) {
    DueDate due =
        calendar.explain(at(start + " 10:20"), TimeLimit.of(amount, Unit.WORKING_DAY), List.of());

    assertThat(due.lastDay()).isEqualTo(day(last));
    assertThat(due.at()).isEqualTo(day(last).plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    assertThat(due.counted()).isEqualTo(amount);
    assertThat(due.provisional()).isFalse();
  }

  /** 15 and 90 days are not in art. 85: calendar days; 民事诉讼法 art. 85: a last day off rolls on. */
  @ParameterizedTest
  @CsvSource({
    "Tue 2026-02-03, 15, Wed 2026-02-18, Tue 2026-02-24",
    "Sun 2026-07-05, 90, Sat 2026-10-03, Thu 2026-10-08",
    "Thu 2026-01-15, 30, Sat 2026-02-14, Sat 2026-02-14", // a make-up workday is no day off
    "Fri 2026-03-06, 15, Sat 2026-03-21, Mon 2026-03-23",
  })
  void calendarDaysRollOnlyWhereTheRuleSaysSo(
      String start, int amount, String plain, String rolled) {
    TimeLimit limit = TimeLimit.of(amount, Unit.CALENDAR_DAY);
    TimeLimit rolling =
        new TimeLimit(amount, Unit.CALENDAR_DAY, FirstDay.EXCLUDED, Roll.NEXT_WORKING_DAY, 1440);

    DueDate due = calendar.explain(at(start + " 00:00"), limit, List.of());
    DueDate moved = calendar.explain(at(start + " 00:00"), rolling, List.of());

    assertThat(due.lastDay()).isEqualTo(day(plain));
    assertThat(moved.lastDay()).isEqualTo(day(rolled));
    assertThat(moved.skipped().stream().filter(s -> s.why() == Why.ROLLED))
        .hasSize((int) day(plain).datesUntil(day(rolled)).count());
  }

  /** 行政处罚法 art. 64(2): notice seven (working) days before the hearing. */
  @ParameterizedTest
  @CsvSource({"Mon 2026-03-02, 7, Fri 2026-02-13", "Fri 2026-10-16, 7, Thu 2026-10-08"})
  void theLatestDayForANoticeIsCountedBackwards(String hearing, int amount, String latest) {
    assertThat(calendar.before(day(hearing), amount, Unit.WORKING_DAY)).isEqualTo(day(latest));
  }

  @Test
  void backwardsAlsoInCalendarDaysAndMonths() {
    assertThat(calendar.before(day("Mon 2026-03-02"), 3, Unit.CALENDAR_DAY))
        .isEqualTo(day("Fri 2026-02-27"));
    assertThat(calendar.before(day("Tue 2026-03-31"), 1, Unit.MONTH))
        .isEqualTo(day("Sat 2026-02-28"));
    assertThatThrownBy(() -> calendar.before(day("Tue 2026-03-31"), 1, Unit.HOUR))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> calendar.before(LocalDate.of(1949, 1, 3), 30, Unit.WORKING_DAY))
        .isInstanceOf(RefusedException.class);
  }

  /** 24小时 without 工作: natural hours, nights and holidays included (urgent transfer). */
  @ParameterizedTest
  @CsvSource({
    "Fri 2026-02-13 16:45, 24, HOUR, Sat 2026-02-14 16:45",
    "Sat 2026-02-14 16:45, 24, HOUR, Sun 2026-02-15 16:45",
    "Thu 2026-12-31 23:59, 90, MINUTE, Fri 2027-01-01 01:29",
  })
  void hoursRunThroughNightsAndHolidays(String start, int amount, Unit unit, String due) {
    DueDate found = calendar.explain(at(start), TimeLimit.of(amount, unit), List.of());

    assertThat(found.at()).isEqualTo(at(due));
    assertThat(found.lastDay()).isEqualTo(day(due.substring(0, 14)));
    assertThat(found.counted()).isZero();
    assertThat(found.skipped()).isEmpty();
    assertThat(found.provisional()).as("hours rest on no notice").isFalse();
  }

  /** 当日: until 24:00 of the day itself, holiday or not. */
  @Test
  void theSameDayEndsAtItsMidnightEvenOnAHoliday() {
    TimeLimit sameDay = TimeLimit.of(0, Unit.SAME_DAY);

    DueDate due = calendar.explain(at("Sun 2026-02-15 23:59"), sameDay, List.of());

    assertThat(due.at()).isEqualTo(at("Mon 2026-02-16 00:00"));
    assertThat(due.lastDay()).isEqualTo(day("Sun 2026-02-15"));
    assertThat(due.counted()).isEqualTo(1);
    assertThat(due.skipped()).isEmpty();
  }

  /** 民法典 art. 202: the corresponding day, or the last day of the month without one. */
  @ParameterizedTest
  @CsvSource({
    "Sat 2026-01-31, 1, EXCLUDED, Sat 2026-02-28",
    "Wed 2024-01-31, 1, EXCLUDED, Thu 2024-02-29",
    "Thu 2026-01-15, 3, EXCLUDED, Wed 2026-04-15",
    "Thu 2026-01-15, 3, INCLUDED, Tue 2026-04-14",
    "Sun 2026-03-01, 1, INCLUDED, Tue 2026-03-31",
    "Sat 2026-01-31, 1, INCLUDED, Sat 2026-02-28",
    "Thu 2026-01-29, 1, INCLUDED, Sat 2026-02-28",
    "Mon 2026-08-31, 6, EXCLUDED, Sun 2027-02-28",
  })
  void monthsEndOnTheDayOfTheSameNumber(String start, int amount, FirstDay first, String last) {
    TimeLimit months = new TimeLimit(amount, Unit.MONTH, first, Roll.NONE, 1440);

    assertThat(calendar.explain(at(start + " 08:00"), months, List.of()).lastDay())
        .isEqualTo(day(last));
  }

  @ParameterizedTest
  @CsvSource({
    "Fri 2026-02-13 09:00, 1, Fri 2026-02-13",
    "Fri 2026-02-13 09:00, 3, Tue 2026-02-24", // 13, made-up 14, 24
    "Sun 2026-02-15 09:00, 1, Tue 2026-02-24", // starts on a day off: the first working day is day
    // 1
    "Sat 2026-02-28 09:00, 1, Sat 2026-02-28", // made up
  })
  void whereTheFirstDayCountsTheFirstWorkingDayIsDayOne(String start, int amount, String last) {
    TimeLimit limit = new TimeLimit(amount, Unit.WORKING_DAY, FirstDay.INCLUDED, Roll.NONE, 1440);

    DueDate due = calendar.explain(at(start), limit, List.of());

    assertThat(due.lastDay()).isEqualTo(day(last));
    assertThat(due.skipped()).noneMatch(s -> s.why() == Why.DAY_OF_START);
  }

  @Test
  void aCutOffEndsTheLastDayEarly() {
    TimeLimit byHalfPastFive =
        new TimeLimit(3, Unit.WORKING_DAY, FirstDay.EXCLUDED, Roll.NONE, 17 * 60 + 30);

    assertThat(calendar.due(at("Fri 2026-02-13 23:00"), byHalfPastFive, List.of()))
        .isEqualTo(at("Wed 2026-02-25 17:30"));
  }

  @Test
  void aDayThatIsOverAtTheCutOffIsNotTheFirst() {
    TimeLimit today = new TimeLimit(0, Unit.SAME_DAY, FirstDay.EXCLUDED, Roll.NONE, 17 * 60 + 30);

    DueDate before = calendar.explain(at("Fri 2026-03-13 17:29"), today, List.of());
    DueDate after = calendar.explain(at("Fri 2026-03-13 17:30"), today, List.of());

    assertThat(before.at()).isEqualTo(at("Fri 2026-03-13 17:30"));
    assertThat(after.at()).isEqualTo(at("Sat 2026-03-14 17:30"));
    assertThat(after.skipped())
        .extracting(DueDate.Skipped::day, DueDate.Skipped::why)
        .containsExactly(tuple(day("Fri 2026-03-13"), Why.DAY_OF_START));
  }

  /** "Why is this due on Wednesday 25 February?" */
  @Test
  void theExplanationNamesEveryDayNotCountedAndWhoSaysSo() {
    DueDate due =
        calendar.explain(at("Fri 2026-02-13 10:20"), TimeLimit.of(3, Unit.WORKING_DAY), List.of());

    assertThat(due.skipped())
        .extracting(DueDate.Skipped::day, DueDate.Skipped::why)
        .containsExactly(
            tuple(day("Fri 2026-02-13"), Why.DAY_OF_START),
            tuple(day("Sun 2026-02-15"), Why.HOLIDAY),
            tuple(day("Mon 2026-02-16"), Why.HOLIDAY),
            tuple(day("Tue 2026-02-17"), Why.HOLIDAY),
            tuple(day("Wed 2026-02-18"), Why.HOLIDAY),
            tuple(day("Thu 2026-02-19"), Why.HOLIDAY),
            tuple(day("Fri 2026-02-20"), Why.HOLIDAY),
            tuple(day("Sat 2026-02-21"), Why.HOLIDAY),
            tuple(day("Sun 2026-02-22"), Why.HOLIDAY),
            tuple(day("Mon 2026-02-23"), Why.HOLIDAY));
    assertThat(due.skipped().get(1).source())
        .isEqualTo("春节，国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号，2025-11-04）");
    assertThat(due.calendarVersion()).isEqualTo(calendar.version());
  }

  @Test
  void aWeekendCitesTheRegulationOfTheWeek() {
    DueDate due =
        calendar.explain(at("Fri 2026-03-13 09:00"), TimeLimit.of(1, Unit.WORKING_DAY), List.of());

    assertThat(due.skipped().get(1))
        .isEqualTo(
            new DueDate.Skipped(
                day("Sat 2026-03-14"), Why.WEEKEND, "星期六，国务院关于职工工作时间的规定（国务院令第174号）第七条"));
  }

  /** 住建行政处罚程序规定 art. 29 and others: testing, appraisal and hearing are not counted. */
  @Test
  void aPauseLeavesOutEveryDayItTouches() {
    Pause testing = new Pause(at("Tue 2026-03-10 15:00"), at("Thu 2026-03-12 09:00"), "检测");

    DueDate due =
        calendar.explain(
            at("Mon 2026-03-09 09:00"), TimeLimit.of(3, Unit.WORKING_DAY), List.of(testing));

    // Tue, Wed, Thu are touched; Fri, Mon, Tue count
    assertThat(due.lastDay()).isEqualTo(day("Tue 2026-03-17"));
    assertThat(due.skipped())
        .extracting(DueDate.Skipped::day, DueDate.Skipped::why)
        .containsExactly(
            tuple(day("Mon 2026-03-09"), Why.DAY_OF_START),
            tuple(day("Tue 2026-03-10"), Why.PAUSE),
            tuple(day("Wed 2026-03-11"), Why.PAUSE),
            tuple(day("Thu 2026-03-12"), Why.PAUSE),
            tuple(day("Sat 2026-03-14"), Why.WEEKEND),
            tuple(day("Sun 2026-03-15"), Why.WEEKEND));
    assertThat(due.skipped().get(1).source()).isEqualTo("检测");
  }

  @Test
  void aPauseThatEndsAtMidnightDoesNotTouchTheNextDay() {
    Pause day = new Pause(at("Tue 2026-03-10 00:00"), at("Wed 2026-03-11 00:00"), "检测");

    assertThat(
            calendar
                .explain(
                    at("Mon 2026-03-09 09:00"), TimeLimit.of(2, Unit.CALENDAR_DAY), List.of(day))
                .lastDay())
        .isEqualTo(day("Thu 2026-03-12"));
  }

  @Test
  void hoursLeaveOutExactlyThePausedTimeAndCountItOnce() {
    List<Pause> pauses =
        List.of(
            new Pause(at("Fri 2026-03-13 12:00"), at("Fri 2026-03-13 14:00"), "听证"),
            new Pause(at("Fri 2026-03-13 13:00"), at("Fri 2026-03-13 14:30"), "鉴定"),
            new Pause(at("Fri 2026-03-13 08:00"), at("Fri 2026-03-13 09:15"), "检测"));

    DueDate due = calendar.explain(at("Fri 2026-03-13 09:00"), TimeLimit.of(24, Unit.HOUR), pauses);

    // 15 minutes after the start, and 12:00 to 14:30
    assertThat(due.at()).isEqualTo(at("Sat 2026-03-14 11:45"));
    assertThat(due.skipped()).extracting(DueDate.Skipped::source).containsExactly("检测", "听证", "鉴定");
  }

  @Test
  void aLimitHasNoEndWhileItIsPausedButAnEarliestOne() {
    Pause open = new Pause(at("Tue 2026-03-10 15:00"), null, "检测");
    TimeLimit limit = TimeLimit.of(3, Unit.WORKING_DAY);

    assertThatThrownBy(() -> calendar.due(at("Mon 2026-03-09 09:00"), limit, List.of(open)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("closedAt");
    assertThatThrownBy(
            () ->
                calendar.explain(
                    at("Mon 2026-03-09 09:00"), TimeLimit.of(3, Unit.HOUR), List.of(open)))
        .isInstanceOf(IllegalArgumentException.class);

    Pause untilNow = open.closedAt(at("Thu 2026-03-12 09:00"));
    assertThat(calendar.explain(at("Mon 2026-03-09 09:00"), limit, List.of(untilNow)).lastDay())
        .isEqualTo(day("Tue 2026-03-17"));
    assertThat(open.closedAt(at("Mon 2026-03-09 09:00")).to()).isEqualTo(open.from());
  }

  @Test
  void aPauseCannotEndBeforeItBegins() {
    assertThatThrownBy(() -> new Pause(at("Tue 2026-03-10 15:00"), at("Tue 2026-03-10 14:59"), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRolledLastDayDoesNotLandInAPause() {
    TimeLimit limit =
        new TimeLimit(5, Unit.CALENDAR_DAY, FirstDay.EXCLUDED, Roll.NEXT_WORKING_DAY, 1440);
    Pause monday = new Pause(at("Mon 2026-03-16 10:00"), at("Mon 2026-03-16 11:00"), "听证");

    DueDate due = calendar.explain(at("Mon 2026-03-09 09:00"), limit, List.of(monday));

    assertThat(due.lastDay()).isEqualTo(day("Tue 2026-03-17"));
    assertThat(due.skipped())
        .extracting(DueDate.Skipped::day, DueDate.Skipped::why)
        .containsExactly(
            tuple(day("Mon 2026-03-09"), Why.DAY_OF_START),
            tuple(day("Sat 2026-03-14"), Why.ROLLED),
            tuple(day("Sun 2026-03-15"), Why.ROLLED),
            tuple(day("Mon 2026-03-16"), Why.PAUSE));
  }

  @ParameterizedTest
  @CsvSource({
    "Fri 1948-12-31 12:00, 1, WORKING_DAY",
    "Fri 2100-12-31 12:00, 1, WORKING_DAY",
    "Fri 2100-12-31 12:00, 24, HOUR",
    "Fri 2100-12-31 12:00, 1, CALENDAR_DAY",
    "Fri 2100-12-31 12:00, 1, MONTH",
    "Fri 2026-02-13 12:00, 2147483647, WORKING_DAY",
    "Fri 2026-02-13 12:00, 2147483647, CALENDAR_DAY",
    "Fri 2026-02-13 12:00, 2147483647, MONTH",
    "Fri 2026-02-13 12:00, 2147483647, HOUR",
  })
  void outsideTheCalendarItRefusesInOneSentence(String start, int amount, Unit unit) {
    assertThatThrownBy(() -> calendar.due(at(start), TimeLimit.of(amount, unit), List.of()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("1949-01-01 to 2100-12-31");
    assertThatThrownBy(() -> calendar.explain(at(start), TimeLimit.of(amount, unit), List.of()))
        .isInstanceOf(RefusedException.class);
  }
}
