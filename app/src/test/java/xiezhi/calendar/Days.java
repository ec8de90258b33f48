package xiezhi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Dates as the tables of these tests write them, weekday first, so that a reader sees the weekend
 * and a slip of the pen is caught: {@code Fri 2026-02-13}, {@code Fri 2026-02-13 09:30}.
 */
public final class Days {
  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  public static LocalDate day(String written) {
    LocalDate day = LocalDate.parse(written.substring(4, 14));
    String weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    if (!written.startsWith(weekday + " ")) {
      throw new IllegalArgumentException(written + " is a " + weekday);
    }
    return day;
  }

  public static Instant at(String written) {
    return at(written, CHINA);
  }

  public static Instant at(String written, ZoneId zone) {
    return LocalDateTime.parse(day(written) + "T" + written.substring(15)).atZone(zone).toInstant();
  }

  @Test
  void aWrongWeekdayIsCaught() {
    assertThat(day("Fri 2026-02-13")).isEqualTo(LocalDate.of(2026, 2, 13));

    assertThatThrownBy(() -> day("Thu 2026-02-13")).hasMessageContaining("is a Fri");
    assertThatThrownBy(() -> at("Sat 2026-02-13 09:00")).hasMessageContaining("is a Fri");
  }
}
