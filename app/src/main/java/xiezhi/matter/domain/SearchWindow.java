package xiezhi.matter.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.CountyCode;

/**
 * A stretch of registration times in which to search, and the marks by which the index of words
 * finds it. A common word fills a page from the first window already, however many matters hold it;
 * a rare one costs a look into each.
 *
 * @param marks of which a matter of the window holds at least one, as a text query
 * @param from the first instant of the window; null if it has no beginning
 * @param before the first instant that is no more in the window
 */
public record SearchWindow(String marks, @Nullable Instant from, Instant before) {
  /** The second window: about half a year. */
  private static final int MONTHS = 6;

  /** All windows back from an instant and with it, newest first; none overlaps another. */
  public static List<SearchWindow> back(CountyCode county, Instant newest) {
    Third last = Third.of(newest.atOffset(ZoneOffset.UTC).toLocalDate());
    Third first = last.previous();
    Instant third = first.begin();
    // the month in which the first window begins is looked through again: it may hold more
    YearMonth month = YearMonth.from(third.minusNanos(1).atOffset(ZoneOffset.UTC));
    YearMonth oldest = month.minusMonths(MONTHS - 1L);
    Instant half = new Third(oldest, 0).begin();
    return List.of(
        new SearchWindow(
            any(Stream.of(last, first).map(t -> t.mark(county))),
            third,
            newest.plus(1, ChronoUnit.MICROS)),
        new SearchWindow(
            any(IntStream.range(0, MONTHS).mapToObj(back -> mark(county, month.minusMonths(back)))),
            half,
            third),
        new SearchWindow(any(Stream.of(county.value())), null, half));
  }

  /** 旬: the first ten days of a month, the next ten, or the rest. */
  private record Third(YearMonth month, int number) {
    static Third of(LocalDate day) {
      return new Third(YearMonth.from(day), Math.min(2, (day.getDayOfMonth() - 1) / 10));
    }

    Third previous() {
      return number == 0 ? new Third(month.minusMonths(1), 2) : new Third(month, number - 1);
    }

    Instant begin() {
      return month.atDay(1 + 10 * number).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    String mark(CountyCode county) {
      return SearchWindow.mark(county, month) + "-" + number;
    }
  }

  private static String mark(CountyCode county, YearMonth month) {
    return String.format(
        Locale.ROOT, "%s:%04d-%02d", county, month.getYear(), month.getMonthValue());
  }

  private static String any(Stream<String> marks) {
    return marks.map(mark -> "'" + mark + "'").collect(Collectors.joining(" | ", "(", ")"));
  }
}
