package xiezhi.obligation.domain;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import xiezhi.mechanism.RuleValue.Period;

/**
 * One calendar month, quarter or year (coverage §6 #12: 每季度 and 每月 are those of the calendar).
 *
 * @param name as {@code 2026-Q1}
 * @param to the first day after it
 */
public record Stretch(String name, LocalDate from, LocalDate to) {
  public static Stretch of(Period every, LocalDate day) {
    return switch (every) {
      case MONTH -> {
        LocalDate from = day.withDayOfMonth(1);
        yield new Stretch(
            String.format(Locale.ROOT, "%d-%02d", day.getYear(), day.getMonthValue()),
            from,
            from.plusMonths(1));
      }
      case QUARTER -> {
        int quarter = day.get(IsoFields.QUARTER_OF_YEAR);
        LocalDate from = LocalDate.of(day.getYear(), 3 * quarter - 2, 1);
        yield new Stretch(day.getYear() + "-Q" + quarter, from, from.plusMonths(3));
      }
      case YEAR -> {
        LocalDate from = LocalDate.of(day.getYear(), 1, 1);
        yield new Stretch(String.valueOf(day.getYear()), from, from.plusYears(1));
      }
    };
  }
}
