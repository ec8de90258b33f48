package xiezhi.calendar.domain;

/**
 * What is wrong with a calendar file, and where.
 *
 * @param line counted from 1
 * @param key the place in the file's own words, such as {@code notices[0].holidays.春节}
 * @param code stable, {@code calendar.…}
 */
public record Fault(int line, String key, String code, String message) {}
