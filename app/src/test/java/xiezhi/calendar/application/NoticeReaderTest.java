package xiezhi.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xiezhi.calendar.Calendars;
import xiezhi.calendar.Days;
import xiezhi.calendar.domain.CalendarRefusal;
import xiezhi.calendar.domain.Fault;
import xiezhi.calendar.domain.NoticeRules;

/**
 * A calendar file is right in every respect, or all that is wrong is told at once, with its line.
 */
class NoticeReaderTest {

  private static NoticeReader.Reading read(String text) {
    return NoticeReader.read(
        text, new NoticeRules(Calendars.STATUTORY), Days.CHINA, year -> year <= 2026);
  }

  /** The notice for 2027 as it might look; not published when this was written. */
  static final String NOTICE_2027 =
      """
      format: 1
      level: national
      notices:
        - id: "2027-1"
          year: 2027
          title: 国务院办公厅关于2027年部分节假日安排的通知
          number: 国办发明电〔2026〕9号
          dated: 2026-11-05
          evidence: VERIFIED
          holidays:
            元旦: 2027-01-01..2027-01-03
            春节: 2027-02-05..2027-02-12
            清明节: 2027-04-03..2027-04-05
            劳动节: 2027-05-01..2027-05-05
            端午节: 2027-06-09
            中秋节: 2027-09-15
            国庆节: 2027-10-01..2027-10-07
          make-up:
            春节: [2027-02-14, 2027-02-20]
            劳动节: 2027-05-08
            国庆节: [2027-09-26, 2027-10-09]
      """;

  @Test
  void aGoodFileIsReadWhole() {
    NoticeReader.Reading reading = read(NOTICE_2027);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.notices()).hasSize(1);
    assertThat(reading.notices().getFirst().days()).hasSize(3 + 8 + 3 + 5 + 1 + 1 + 7 + 5);
    assertThat(reading.notices().getFirst().citation())
        .isEqualTo("国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕9号，2026-11-05）");
  }

  @Test
  void allFaultsAreToldAtOnceWithLineAndKey() {
    List<Fault> faults =
        read("""
        format: 2
        level: provincial
        colour: red
        notices:
          - id: "2027 1"
            year: 2027
            titel: 国务院办公厅关于2027年部分节假日安排的通知
            dated: 2026-13-05
            evidence: SURE
            holidays:
              元旦: 2027-01-01..2027-01-03
              春节: 2027-02-05..2027-02-08
              春节: 2027-02-09
              清明节: 2027-04-05
              劳动节: [2027-05-01, 2027-05-02, 2027-05-02]
              端午节: 2027-06-09
              国庆节: 2027-10-03..2027-10-01
              建军节: 2028-08-01
            make-up:
              春节: [2027-02-10, 2027-02-06]
              国庆节: 2027-02-30
        """)
            .faults();

    assertThat(faults)
        .extracting(Fault::line, Fault::key, Fault::code)
        .containsExactlyInAnyOrder(
            tuple(1, "format", CalendarRefusal.WRONG_NUMBER),
            tuple(2, "level", CalendarRefusal.WRONG_VALUE),
            tuple(3, "colour", CalendarRefusal.UNKNOWN_KEY),
            tuple(5, "notices[0].id", CalendarRefusal.WRONG_VALUE),
            tuple(7, "notices[0].titel", CalendarRefusal.UNKNOWN_KEY),
            tuple(5, "notices[0].title", CalendarRefusal.KEY_MISSING),
            tuple(8, "notices[0].dated", CalendarRefusal.WRONG_DATE),
            tuple(9, "notices[0].evidence", CalendarRefusal.WRONG_VALUE),
            tuple(13, "notices[0].holidays.春节", CalendarRefusal.KEY_TWICE),
            tuple(15, "notices[0].holidays.劳动节", CalendarRefusal.DAY_TWICE),
            tuple(17, "notices[0].holidays.国庆节", CalendarRefusal.WRONG_RANGE),
            tuple(18, "notices[0].holidays.建军节", CalendarRefusal.WRONG_YEAR),
            tuple(20, "notices[0].make-up.春节", CalendarRefusal.MAKE_UP_ON_WEEKDAY),
            tuple(20, "notices[0].make-up.春节", CalendarRefusal.DAY_TWICE),
            tuple(21, "notices[0].make-up.国庆节", CalendarRefusal.WRONG_DATE),
            tuple(5, "holidays.中秋节", CalendarRefusal.STATUTORY_DAY_MISSING),
            tuple(5, "holidays.国庆节", CalendarRefusal.STATUTORY_DAY_MISSING));
  }

  @Test
  void aDayOffByLawCannotBeMadeAWorkday() {
    List<Fault> faults =
        read(NOTICE_2027
                .replace("2027-01-01..2027-01-03", "2027-01-02..2027-01-03")
                .replace("[2027-02-14, 2027-02-20]", "[2027-01-01, 2027-02-20]"))
            .faults();

    assertThat(faults)
        .extracting(Fault::line, Fault::code)
        .containsExactly(tuple(19, CalendarRefusal.STATUTORY_DAY_WORKED));
  }

  /** The second notice of a year says only what changes. */
  @Test
  void anAmendingNoticeNeedsOnlyItsOwnDays() {
    String amendment =
        """
        format: 1
        level: national
        notices:
          - {id: "2026-2", year: 2026, title: 关于调整的通知, dated: 2026-03-01, evidence: VERIFIED,
             holidays: {劳动节: 2026-05-06}, ordinary: {劳动节: 2026-05-09}}
        """;

    assertThat(read(amendment).faults()).isEmpty();
    assertThat(read(amendment.replace("2026", "2027")).faults())
        .extracting(Fault::code)
        .contains(CalendarRefusal.STATUTORY_DAY_MISSING);
  }

  @Test
  void theLastDaysOfTheYearBeforeMayBelong() {
    String local =
        """
        format: 1
        level: local
        notices:
          - {id: a, year: 2027, title: t, dated: 2026-03-01, evidence: ASSUMED, holidays: {节: %s}}
        """;

    assertThat(read(local.formatted("2026-12-29")).faults()).isEmpty();
    assertThat(read(local.formatted("2026-12-28")).faults())
        .extracting(Fault::code)
        .containsExactly(CalendarRefusal.WRONG_YEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "# only a comment",
        "just words",
        "[1, 2]",
        "a: b: c",
        "format: 1\nlevel: national\nnotices: []",
        "format: 1\nlevel: national\nnotices: {}",
        "format: 1\nlevel: national\nnotices: [1]",
        "a: &a [1]\nb: [*a, *a]",
        "? {x: 1}\n: y",
        "format: 1\nlevel: national\nnotices: [{id: x, year: 99999999999}]",
        "\u0000",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
      })
  void nonsenseIsAFaultAndNothingElse(String text) {
    assertThat(read(text).faults()).isNotEmpty().allMatch(f -> f.line() >= 1);
  }

  @Test
  void textsWithControlCharactersOrWithoutEndAreFaults() {
    assertThat(read(NOTICE_2027.replace("关于2027", "\"\\a\" 关于")).faults()).isEmpty();
    assertThat(
            read(NOTICE_2027.replace("title: 国务院", "title: \"\\a国务院").replace("的通知\n", "的通知\"\n"))
                .faults())
        .extracting(Fault::code)
        .contains(CalendarRefusal.WRONG_TEXT);
    assertThat(read(NOTICE_2027.replace("国务院办公厅", "长".repeat(600))).faults())
        .extracting(Fault::code)
        .contains(CalendarRefusal.WRONG_TEXT);
  }
}
