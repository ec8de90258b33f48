package xiezhi.conformance;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days and moments as scenarios write them: with the weekday, which must be right ({@code Fri
 * 2026-02-13 09:00}, {@code Wed 2026-02-25 24:00}, {@code Fri 2026-02-13}). China has had one time
 * all these years.
 */
final class Moments {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\\d{4}-\\d{2}-\\d{2})(?: (\\d{2}:\\d{2}(?::\\d{2})?))?");
  private static final Pattern LATER = Pattern.compile("\\+(\\d{1,4})(s|m|h|d)");

  private Moments() {}

  /** What is wrong with a text that looks like a day or a moment; empty if nothing is. */
  static Optional<String> fault(String text) {
    Matcher m = WRITTEN.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(m.group(2));
      String weekday = weekday(day.getDayOfWeek());
      if (!weekday.equals(m.group(1))) {
        return Optional.of(day + " is a " + weekday + ", not a " + m.group(1));
      }
      if (m.group(3) != null && !m.group(3).equals("24:00")) {
        LocalTime.parse(m.group(3));
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(text + " is no day or moment: " + e.getMessage());
    }
  }

  private static String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  /** As it goes over the wire: moments with offset, days plain; any other text as it is. */
  static String wire(String text) {
    Matcher m = WRITTEN.matcher(text);
    if (!m.matches()) {
      return text;
    }
    String time = m.group(3);
    return time == null
        ? m.group(2)
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment(m.group(2), time));
  }

  private static OffsetDateTime moment(String day, String time) {
    LocalDate date = LocalDate.parse(day);
    return time.equals("24:00")
        ? date.plusDays(1).atStartOfDay().atOffset(CHINA)
        : date.atTime(LocalTime.parse(time)).atOffset(CHINA);
  }

  /** The moment that a wire text stands for; null if it is none. */
  static @Nullable Instant instant(String wire) {
    try {
      return OffsetDateTime.parse(wire).toInstant();
    } catch (DateTimeException _) {
      return null;
    }
  }

  static boolean isMoment(String text) {
    Matcher m = WRITTEN.matcher(text);
    return (m.matches() && m.group(3) != null) || instant(text) != null;
  }

  static boolean isLater(String text) {
    return LATER.matcher(text).matches();
  }

  /** A clock put to a moment, or so much later. */
  static String move(String clock, String to) {
    Matcher m = LATER.matcher(to);
    if (!m.matches()) {
      return wire(to);
    }
    long amount = Long.parseLong(m.group(1));
    Duration more =
        switch (m.group(2)) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        };
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.parse(clock).plus(more));
  }

  /** As people read it here. */
  static String shown(String wire) {
    Instant instant = instant(wire);
    return instant == null
        ? wire
        : DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH)
            .format(instant.atOffset(CHINA));
  }
}
