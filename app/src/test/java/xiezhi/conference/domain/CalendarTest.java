package xiezhi.conference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import xiezhi.conference.domain.Calendar.Entry;

/** What we write is read back by somebody else's parser as it was meant (RFC 5545). */
class CalendarTest {
  private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
  private static final String LONG = "关于集镇秩序、占道设摊；以及夜间施工噪声的联合会商会议\\第一次，参加单位较多𠮷野家门前".repeat(4);

  private static ICalendar read(Calendar calendar) {
    ICalendar read = Biweekly.parse(calendar.text()).first();
    assertThat(read).isNotNull();
    assertThat(read.validate(ICalVersion.V2_0).isEmpty()).as("valid").isTrue();
    return read;
  }

  @Test
  void aMeetingIsReadBackAsItWas() {
    Calendar calendar =
        new Calendar(
            "甸中镇综合行政执法队",
            NOW,
            List.of(
                new Entry.Event(
                    "1@xiezhi",
                    NOW,
                    NOW.plusSeconds(7200),
                    LONG,
                    "镇政府, 二楼; 东侧",
                    "一、通报\n二、议定\\其他",
                    false,
                    3)));

    VEvent event = read(calendar).getEvents().getFirst();

    assertThat(event.getSummary().getValue()).isEqualTo(LONG);
    assertThat(event.getLocation().getValue()).isEqualTo("镇政府, 二楼; 东侧");
    assertThat(event.getDescription().getValue()).isEqualTo("一、通报\n二、议定\\其他");
    assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(NOW);
    assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(NOW.plusSeconds(7200));
    assertThat(event.getSequence().getValue()).isEqualTo(3);
    assertThat(event.getUid().getValue()).isEqualTo("1@xiezhi");
  }

  @Test
  void aDueDateIsADayAndTakesNoTime() {
    Calendar calendar =
        new Calendar(
            "n",
            NOW,
            List.of(new Entry.Day("2@xiezhi", LocalDate.of(2026, 2, 28), "3个工作日内", "ES-019", 0)));

    VEvent event = read(calendar).getEvents().getFirst();

    assertThat(event.getDateStart().getValue().hasTime()).isFalse();
    assertThat(calendar.text()).contains("DTSTART;VALUE=DATE:20260228\r\n");
    assertThat(calendar.text()).contains("DTEND;VALUE=DATE:20260301\r\n");
    assertThat(event.getTransparency().isTransparent()).isTrue();
  }

  @Test
  void noLineIsLongerThanSeventyFiveOctetsAndNoCharacterIsCut() {
    String text =
        new Calendar(
                LONG,
                NOW,
                List.of(new Entry.Event("3", NOW, NOW.plusSeconds(60), LONG, LONG, LONG, true, 0)))
            .text();

    for (String line : text.split("\r\n", -1)) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
      assertThat(line).doesNotContain("\uFFFD");
    }
    assertThat(text).endsWith("END:VCALENDAR\r\n").contains("STATUS:CANCELLED");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
  }

  @Test
  void whatWouldBreakALineIsEscapedOrLeftOut() {
    assertThat(Calendar.escape("a\r\nb\nc;d,e\\f\u0007")).isEqualTo("a\\nb\\nc\\;d\\,e\\\\f");
    Calendar hostile =
        new Calendar(
            "n",
            NOW,
            List.of(
                new Entry.Event(
                    "4",
                    NOW,
                    NOW.plusSeconds(60),
                    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT",
                    "",
                    "",
                    false,
                    0)));

    assertThat(read(hostile).getEvents()).hasSize(1);
  }
}
