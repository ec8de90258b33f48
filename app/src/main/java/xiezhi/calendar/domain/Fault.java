package xiezhi.calendar.domain;

import java.util.Map;
import xiezhi.shared.Refusal;

/**
 * What is wrong with a calendar file, and where.
 *
 * @param line counted from 1
 * @param key the place in the file's own words, such as {@code notices[0].holidays.春节}
 */
public record Fault(int line, String key, CalendarRefusal code, String message) {
  public Refusal asRefusal() {
    return code.because(
        "Line " + line + ", " + key + ": " + message + ".",
        Map.of("line", line, "key", key, "message", message));
  }
}
