package xiezhi.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.calendar.Days.day;

import com.tyme.holiday.LegalHoliday;
import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import xiezhi.calendar.Calendars;
import xiezhi.calendar.DayMark;
import xiezhi.calendar.DayMark.Kind;
import xiezhi.calendar.Days;
import xiezhi.calendar.domain.CountyCalendar;
import xiezhi.calendar.domain.Notice;
import xiezhi.calendar.domain.StatutoryDays.Festival;
import xiezhi.shared.CountyCode;

/** The shipped days against the tables of cn.6tail:tyme4j, and what the notices themselves say. */
class ShippedCalendarTest {
  private static final LocalDate FIRST = LocalDate.of(2018, 12, 29);
  private static final LocalDate END = LocalDate.of(2027, 1, 1);

  /**
   * tyme4j knows only the last state of each year, so it agrees with the calendar as known today
   * and differs from the first notices of 2019 and 2020 on exactly the days the second ones
   * changed.
   */
  @Test
  void everyDayAgreesWithAnIndependentTable() {
    assertThat(differences(Calendars.national())).isEmpty();
  }

  @Test
  void theFirstNoticesOf2019And2020DifferWhereTheSecondOnesChangedThem() {
    CountyCalendar early = without("2019-2", "2020-2");

    assertThat(differences(early))
        .containsExactly(
            "2019-04-28 ours WEEKEND theirs works",
            "2019-05-02 ours WORKDAY theirs off",
            "2019-05-03 ours WORKDAY theirs off",
            "2019-05-05 ours WEEKEND theirs works",
            "2020-01-31 ours WORKDAY theirs off",
            "2020-02-01 ours MAKE_UP_WORKDAY theirs off");
  }

  @Test
  void aWrongDayWouldBeNoticed() {
    CountyCalendar wrong =
        Calendars.with(Calendars.local("x", Notice.Arrangement.OFF, LocalDate.of(2026, 3, 11)));

    assertThat(differences(wrong)).containsExactly("2026-03-11 ours LOCAL_HOLIDAY theirs works");
  }

  private static CountyCalendar without(String... ids) {
    return new CountyCalendar(
        Days.CHINA,
        Calendars.STATUTORY,
        Calendars.NATIONAL.stream().filter(n -> !List.of(ids).contains(n.id())).toList());
  }

  private static List<String> differences(CountyCalendar calendar) {
    List<String> differences = new ArrayList<>();
    FIRST
        .datesUntil(END)
        .forEach(
            day -> {
              DayMark mark = calendar.mark(day);
              LegalHoliday theirs =
                  LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
              boolean weekend = day.getDayOfWeek().getValue() > 5;
              boolean works = theirs == null ? !weekend : theirs.isWork();
              boolean madeUp = theirs != null && theirs.isWork();
              if (works != mark.isWorking()
                  || madeUp != (mark.kind() == Kind.MAKE_UP_WORKDAY)
                  || (mark.kind() == Kind.HOLIDAY && (theirs == null || theirs.isWork()))) {
                differences.add(
                    day + " ours " + mark.kind() + " theirs " + (works ? "works" : "off"));
              }
            });
    return differences;
  }

  /** The numbers of working days that law.md section 9 counts. */
  @Test
  void theYearsHaveTheWorkingDaysOfTheLaw() {
    CountyCalendar calendar = Calendars.national();

    assertThat(List.of(2024, 2025, 2026))
        .map(
            year ->
                LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(calendar::isWorkingDay)
                    .count())
        .containsExactly(251L, 248L, 248L);
  }

  @Test
  void everyNoticeIsCitedByNumberAndDate() {
    assertThat(Calendars.NATIONAL)
        .hasSize(10)
        .allSatisfy(
            notice -> {
              assertThat(notice.number()).matches("国办发明电〔20\\d\\d〕\\d+号");
              assertThat(notice.title()).startsWith("国务院办公厅关于");
              assertThat(notice.dated().getYear()).isBetween(notice.year() - 1, notice.year());
              assertThat(notice.evidence()).isEqualTo("VERIFIED");
            });
  }

  /** The moon and the sun from 1949 to 2100, against tyme4j's astronomy. */
  @Test
  void theMovingFestivalsAgreeWithAstronomy() {
    assertThat(Calendars.STATUTORY.festivals()).hasSize(152);
    Calendars.STATUTORY
        .festivals()
        .forEach(
            (year, days) ->
                assertThat(days)
                    .as("festivals of %d", year)
                    .isEqualTo(
                        Map.of(
                            Festival.SPRING, moon(year, 1, 1),
                            Festival.QINGMING, qingming(year),
                            Festival.DRAGON_BOAT, moon(year, 5, 5),
                            Festival.MID_AUTUMN, moon(year, 8, 15))));
  }

  private static MonthDay moon(int year, int month, int day) {
    SolarDay solar = LunarDay.fromYmd(year, month, day).getSolarDay();
    return MonthDay.of(solar.getMonth(), solar.getDay());
  }

  private static MonthDay qingming(int year) {
    for (int day = 3; day <= 7; day++) {
      var term = SolarDay.fromYmd(year, 4, day).getTermDay();
      if (term.getSolarTerm().getName().equals("清明") && term.getDayIndex() == 0) {
        return MonthDay.of(4, day);
      }
    }
    throw new AssertionError("no 清明 in " + year);
  }

  /** Every year's notice holds the law's own days off: the two files agree. */
  @Test
  void theLawsOwnDaysAreOffInEveryPublishedYear() {
    CountyCalendar calendar = Calendars.national();
    for (int year = 2019; year <= 2026; year++) {
      assertThat(Calendars.STATUTORY.of(year).keySet())
          .as("statutory days of %d", year)
          .hasSizeBetween(10, 13)
          .noneMatch(calendar::isWorkingDay);
    }
  }

  /** 峨山: one assumed day each year, the 24th of the sixth lunar month. */
  @Test
  void theTorchFestivalIsMarkedAsAnAssumption() {
    List<Notice> local =
        CalendarFiles.local(new CountyCode("530426"), Calendars.STATUTORY, Days.CHINA);

    assertThat(local)
        .hasSize(3)
        .allSatisfy(
            notice -> {
              assertThat(notice.evidence()).isEqualTo("ASSUMED");
              assertThat(notice.title()).contains("推定");
              assertThat(notice.days())
                  .extracting(d -> MonthDay.from(d.day()))
                  .containsExactly(moon(notice.year(), 6, 24));
            });
    CountyCalendar county = Calendars.with(local.toArray(Notice[]::new));
    assertThat(county.mark(day("Thu 2026-08-06")).kind()).isEqualTo(Kind.LOCAL_HOLIDAY);
    assertThat(county.mark(day("Thu 2026-08-06")).evidence()).isEqualTo("ASSUMED");
  }

  @Test
  void aCountyWithoutAFileHasNoDaysOfItsOwn() {
    assertThat(CalendarFiles.local(new CountyCode("999999"), Calendars.STATUTORY, Days.CHINA))
        .isEmpty();
  }
}
