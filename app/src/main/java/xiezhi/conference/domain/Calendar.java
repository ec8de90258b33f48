package xiezhi.conference.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A calendar as other programs read it: iCalendar (RFC 5545). Moments are written in UTC, so that
 * no time zone has to be described; days are days.
 */
public record Calendar(String name, Instant stamp, List<Entry> entries) {
  /** §3.1: lines longer than this many octets are folded. */
  private static final int OCTETS = 75;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

  public Calendar {
    entries = List.copyOf(entries);
  }

  public sealed interface Entry {
    String uid();

    /**
     * Something from one moment to another.
     *
     * @param sequence grows with every change (§3.8.7.4)
     */
    record Event(
        String uid,
        Instant from,
        Instant to,
        String summary,
        String place,
        String description,
        boolean cancelled,
        int sequence)
        implements Entry {}

    /** Something of a day, which takes no time of it: a due date. */
    record Day(String uid, LocalDate on, String summary, String description, int sequence)
        implements Entry {}
  }

  public String text() {
    StringBuilder out = new StringBuilder();
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//Xiezhi//Calendar//ZH");
    line(out, "CALSCALE:GREGORIAN");
    line(out, "METHOD:PUBLISH");
    line(out, "X-WR-CALNAME:" + escape(name));
    entries.forEach(e -> entry(out, e));
    line(out, "END:VCALENDAR");
    return out.toString();
  }

  private void entry(StringBuilder out, Entry entry) {
    line(out, "BEGIN:VEVENT");
    line(out, "UID:" + escape(entry.uid()));
    line(out, "DTSTAMP:" + MOMENT.format(stamp));
    switch (entry) {
      case Entry.Event e -> {
        line(out, "DTSTART:" + MOMENT.format(e.from()));
        line(out, "DTEND:" + MOMENT.format(e.to()));
        line(out, "SEQUENCE:" + e.sequence());
        line(out, "SUMMARY:" + escape(e.summary()));
        optional(out, "LOCATION", e.place());
        optional(out, "DESCRIPTION", e.description());
        line(out, "STATUS:" + (e.cancelled() ? "CANCELLED" : "CONFIRMED"));
      }
      case Entry.Day d -> {
        line(out, "DTSTART;VALUE=DATE:" + DAY.format(d.on()));
        line(out, "DTEND;VALUE=DATE:" + DAY.format(d.on().plusDays(1)));
        line(out, "SEQUENCE:" + d.sequence());
        line(out, "SUMMARY:" + escape(d.summary()));
        optional(out, "DESCRIPTION", d.description());
        line(out, "TRANSP:TRANSPARENT");
      }
    }
    line(out, "END:VEVENT");
  }

  private static void optional(StringBuilder out, String name, String text) {
    if (!text.isEmpty()) {
      line(out, name + ":" + escape(text));
    }
  }

  /** §3.3.11: backslash, semicolon, comma and line ends. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\' -> out.append("\\\\");
                case ';' -> out.append("\\;");
                case ',' -> out.append("\\,");
                case '\n', '\r' -> out.append("\\n");
                default -> {
                  if (c == '\t' || !Character.isISOControl(c)) {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.toString();
  }

  /** §3.1: folded by octets, never within a character; the continuation begins with a space. */
  private static void line(StringBuilder out, String text) {
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int octets = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (used + octets > OCTETS) {
        out.append("\r\n ");
        used = 1;
      }
      out.appendCodePoint(c);
      used += octets;
      i += Character.charCount(c);
    }
    out.append("\r\n");
  }
}
