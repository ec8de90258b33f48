package xiezhi.calendar.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xiezhi.calendar.DayMark;
import xiezhi.calendar.DayMark.Kind;
import xiezhi.calendar.DueDate;
import xiezhi.calendar.DueDate.Skipped;
import xiezhi.calendar.DueDate.Why;
import xiezhi.calendar.Pause;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.TimeLimit.FirstDay;
import xiezhi.calendar.TimeLimit.Roll;
import xiezhi.calendar.TimeLimit.Unit;
import xiezhi.calendar.WorkingCalendar;

/**
 * One county's calendar, laid out as tables so that no limit is counted day by day: how many
 * working days lie before a day, and which day is the n-th working day.
 *
 * <p>Built from papers in the order in which they became known, national ones first: a later paper
 * wins over an earlier one, the county's over the nation's. A year without a national paper has its
 * weekends and the law's own days, marked as assumed.
 */
public final class CountyCalendar implements WorkingCalendar {
  /** A weekend is one by the State Council's regulation, not by habit. */
  static final String WEEK = "国务院关于职工工作时间的规定（国务院令第174号）第七条";

  private static final String VERIFIED = "VERIFIED";
  private static final String ASSUMED = "ASSUMED";

  /** Days at the end of December that the next year's notice may still change. */
  static final int YEAR_TAIL = 3;

  private final ZoneDays days;
  private final String version;
  private final TreeSet<Integer> published = new TreeSet<>();

  /** What papers and law say of single days; all others follow the week. */
  private final Map<Integer, DayMark> marked = new HashMap<>();

  private final BitSet working = new BitSet();
  private final BitSet unsettled = new BitSet();

  /** Working days before each day. */
  private final int[] workingBefore = new int[ZoneDays.DAYS + 1];

  /** The n-th working day. */
  private final int[] workingDays;

  /** Days off as an explanation shows them; filled as they are asked for. */
  private final @Nullable Skipped[] offs = new Skipped[ZoneDays.DAYS];

  /**
   * @param notices in any order; the latest transcription of a paper must be the last of its id
   */
  public CountyCalendar(ZoneId zone, StatutoryDays statutory, List<Notice> notices) {
    this.days = ZoneDays.of(zone);
    List<Notice> inOrder = inOrder(notices);
    inOrder.stream()
        .filter(n -> n.scope() == Notice.Scope.NATIONAL)
        .forEach(n -> published.add(n.year()));
    markStatutoryDays(statutory);
    inOrder.forEach(this::mark);
    for (int i = 0; i < ZoneDays.DAYS; i++) {
      DayMark mark = marked.get(i);
      boolean works = mark == null ? !isWeekend(ZoneDays.date(i)) : mark.isWorking();
      working.set(i, works);
      workingBefore[i + 1] = workingBefore[i] + (works ? 1 : 0);
    }
    workingDays = working.stream().toArray();
    for (int year = ZoneDays.FIRST_DAY.getYear(); year <= ZoneDays.LAST_DAY.getYear(); year++) {
      if (!isPublished(year)) {
        int first = ZoneDays.index(LocalDate.of(year, 1, 1));
        unsettled.set(
            Math.max(first - YEAR_TAIL, 0), ZoneDays.index(LocalDate.of(year, 12, 31)) + 1);
      }
    }
    version = fingerprint();
  }

  /** The last transcription of each paper, national before local, then as they became known. */
  public static List<Notice> inOrder(List<Notice> notices) {
    Map<String, Notice> latest = new HashMap<>();
    notices.forEach(n -> latest.put(n.scope() + n.id(), n));
    return latest.values().stream()
        .sorted(
            Comparator.comparing(Notice::scope)
                .thenComparing(Notice::knownFrom)
                .thenComparing(Notice::dated)
                .thenComparing(Notice::id))
        .toList();
  }

  private void markStatutoryDays(StatutoryDays statutory) {
    for (int year = ZoneDays.FIRST_DAY.getYear(); year <= ZoneDays.LAST_DAY.getYear(); year++) {
      StatutoryDays.Law law = isPublished(year) ? null : statutory.law(year);
      if (law == null) {
        continue;
      }
      String source = law.title() + "（" + year + "年放假安排未载入）";
      statutory
          .of(year)
          .forEach(
              (day, name) ->
                  marked.put(
                      ZoneDays.index(day), new DayMark(day, Kind.HOLIDAY, name, source, ASSUMED)));
    }
  }

  private void mark(Notice notice) {
    for (Notice.Arranged arranged : notice.days()) {
      int i = ZoneDays.index(arranged.day());
      DayMark before = marked.get(i);
      switch (arranged.as()) {
        case ORDINARY -> marked.remove(i);
        case WORK -> marked.put(i, markOf(notice, arranged, Kind.MAKE_UP_WORKDAY));
        case OFF -> {
          if (notice.scope() == Notice.Scope.NATIONAL) {
            marked.put(i, markOf(notice, arranged, Kind.HOLIDAY));
          } else if (before == null || before.kind() != Kind.HOLIDAY) {
            marked.put(i, markOf(notice, arranged, Kind.LOCAL_HOLIDAY));
          }
        }
      }
    }
  }

  private static DayMark markOf(Notice notice, Notice.Arranged arranged, Kind kind) {
    return new DayMark(
        arranged.day(), kind, arranged.festival(), notice.citation(), notice.evidence());
  }

  /** The days of a year, refused outside the calendar's bounds. */
  public static Stream<LocalDate> daysOf(int year) {
    if (year < ZoneDays.FIRST_DAY.getYear() || year > ZoneDays.LAST_DAY.getYear()) {
      throw ZoneDays.outside();
    }
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public ZoneId zone() {
    return days.zone;
  }

  @Override
  public boolean isPublished(int year) {
    return published.contains(year);
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    return working.get(ZoneDays.index(day));
  }

  @Override
  public DayMark mark(LocalDate day) {
    int i = ZoneDays.index(day);
    DayMark mark = marked.get(i);
    if (mark != null) {
      return mark;
    }
    if (isWeekend(day)) {
      String name = day.getDayOfWeek() == DayOfWeek.SATURDAY ? "星期六" : "星期日";
      return new DayMark(day, Kind.WEEKEND, name, WEEK, unsettled.get(i) ? ASSUMED : VERIFIED);
    }
    return new DayMark(day, Kind.WORKDAY, "", WEEK, unsettled.get(i) ? ASSUMED : VERIFIED);
  }

  @Override
  public Instant due(Instant start, TimeLimit limit, List<Pause> pauses) {
    if (isExact(limit.unit())) {
      return exactEnd(start, limit, pauses);
    }
    int dayOfStart = days.indexOf(start.getEpochSecond());
    int first = firstDay(start, limit, dayOfStart);
    PausedDays paused = PausedDays.of(pauses, first, days);
    int last = lastDay(limit, dayOfStart, first, paused);
    if (rolls(limit)) {
      last = nextWorking(last, paused);
    }
    return Instant.ofEpochSecond(days.secondAt(last, limit.cutOffMinute()));
  }

  @Override
  public DueDate explain(Instant start, TimeLimit limit, List<Pause> pauses) {
    if (isExact(limit.unit())) {
      return explainExact(start, limit, pauses);
    }
    int dayOfStart = days.indexOf(start.getEpochSecond());
    int first = firstDay(start, limit, dayOfStart);
    PausedDays paused = PausedDays.of(pauses, first, days);
    int unrolled = lastDay(limit, dayOfStart, first, paused);
    int last = rolls(limit) ? nextWorking(unrolled, paused) : unrolled;

    boolean inWorkingDays = limit.unit() == Unit.WORKING_DAY;
    ArrayList<Skipped> skipped = new ArrayList<>();
    if (first > dayOfStart) {
      skipped.add(new Skipped(ZoneDays.date(dayOfStart), Why.DAY_OF_START, ""));
    }
    if (inWorkingDays) {
      for (int i = first; i <= last; i++) {
        if (!working.get(i)) {
          skipped.add(off(i));
        } else if (paused != PausedDays.NONE && paused.holds(i)) {
          skipped.add(pausedDay(i, paused));
        }
      }
    } else {
      for (int s = 0; s < paused.stretches(); s++) {
        for (int i = paused.first(s); i <= Math.min(paused.last(s), unrolled); i++) {
          skipped.add(pausedDay(i, paused));
        }
      }
      for (int i = unrolled; i < last; i++) {
        skipped.add(
            paused.holds(i)
                ? pausedDay(i, paused)
                : new Skipped(ZoneDays.date(i), Why.ROLLED, off(i).source()));
      }
    }
    List<Integer> missing =
        inWorkingDays
            ? unpublished(first, last)
            : rolls(limit) ? unpublished(unrolled, last) : List.of();
    return new DueDate(
        Instant.ofEpochSecond(days.secondAt(last, limit.cutOffMinute())),
        ZoneDays.date(last),
        last - dayOfStart + 1 - skipped.size(),
        Collections.unmodifiableList(skipped),
        !missing.isEmpty(),
        missing,
        version);
  }

  @Override
  public LocalDate before(LocalDate day, int amount, Unit unit) {
    int i = ZoneDays.index(day);
    return switch (unit) {
      case WORKING_DAY -> {
        int n = workingBefore[i] - amount;
        if (amount < 1 || n < 0) {
          throw ZoneDays.outside();
        }
        yield ZoneDays.date(workingDays[n]);
      }
      case CALENDAR_DAY -> ZoneDays.date(ZoneDays.within((long) i - amount));
      case MONTH -> ZoneDays.date(ZoneDays.index(day.minusMonths(amount)));
      case MINUTE, HOUR, SAME_DAY ->
          throw new IllegalArgumentException(
              "no day lies " + amount + " " + unit + " before a day");
    };
  }

  private static boolean isExact(Unit unit) {
    return unit == Unit.HOUR || unit == Unit.MINUTE;
  }

  private static boolean rolls(TimeLimit limit) {
    return limit.roll() == Roll.NEXT_WORKING_DAY
        && (limit.unit() == Unit.CALENDAR_DAY || limit.unit() == Unit.MONTH);
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
  }

  /** The first day that can count. */
  private int firstDay(Instant start, TimeLimit limit, int dayOfStart) {
    boolean included = limit.firstDay() == FirstDay.INCLUDED || limit.unit() == Unit.SAME_DAY;
    boolean over =
        included
            && limit.cutOffMinute() < TimeLimit.END_OF_DAY
            && start.getEpochSecond() >= days.secondAt(dayOfStart, limit.cutOffMinute());
    return included && !over ? dayOfStart : ZoneDays.within(dayOfStart + 1L);
  }

  /** The day with which the amount is used up, before rolling. */
  private int lastDay(TimeLimit limit, int dayOfStart, int first, PausedDays paused) {
    return switch (limit.unit()) {
      case WORKING_DAY -> lastWorkingDay(first, limit.amount(), paused);
      case CALENDAR_DAY -> lastCalendarDay(first, limit.amount(), paused);
      case SAME_DAY -> lastCalendarDay(first, 1, paused);
      case MONTH ->
          lastCalendarDay(first, monthEnd(limit.amount(), dayOfStart, first) - first + 1L, paused);
      case MINUTE, HOUR -> throw new IllegalStateException("not counted in days: " + limit.unit());
    };
  }

  private int lastWorkingDay(int first, int amount, PausedDays paused) {
    long n = (long) workingBefore[first] + amount - 1;
    int last = workingDay(n);
    for (int s = 0; s < paused.stretches() && paused.first(s) <= last; s++) {
      n += workingBefore[paused.last(s) + 1] - workingBefore[paused.first(s)];
      last = workingDay(n);
    }
    return last;
  }

  private int workingDay(long n) {
    if (n >= workingDays.length) {
      throw ZoneDays.outside();
    }
    return workingDays[(int) n];
  }

  private static int lastCalendarDay(int first, long amount, PausedDays paused) {
    long last = first + amount - 1;
    for (int s = 0; s < paused.stretches() && paused.first(s) <= last; s++) {
      last += paused.last(s) - paused.first(s) + 1;
    }
    return ZoneDays.within(last);
  }

  /** 民法典 art. 202: the day of the same number, or the last day of the month that has none. */
  private static long monthEnd(int amount, int dayOfStart, int first) {
    LocalDate start = ZoneDays.date(dayOfStart);
    YearMonth month = YearMonth.from(start).plusMonths(amount);
    if (month.getYear() > ZoneDays.LAST_DAY.getYear()) {
      throw ZoneDays.outside();
    }
    if (!month.isValidDay(start.getDayOfMonth())) {
      return ZoneDays.index(month.atEndOfMonth());
    }
    long same = month.atDay(start.getDayOfMonth()).toEpochDay() - ZoneDays.FIRST_EPOCH_DAY;
    return first == dayOfStart ? same - 1 : same;
  }

  private int nextWorking(int day, PausedDays paused) {
    int next = workingDay(workingBefore[day]);
    int end = paused.stretchEnd(next);
    while (end >= 0) {
      next = workingDay(workingBefore[ZoneDays.within(end + 1L)]);
      end = paused.stretchEnd(next);
    }
    return next;
  }

  private Instant exactEnd(Instant start, TimeLimit limit, List<Pause> pauses) {
    days.indexOf(start.getEpochSecond());
    long seconds = limit.amount() * (limit.unit() == Unit.HOUR ? 3600L : 60L);
    Instant end = start.plusSeconds(seconds);
    Instant counted = start;
    for (Pause pause : PausedDays.inOrder(pauses)) {
      Instant to = PausedDays.end(pause);
      Instant from = pause.from().isBefore(counted) ? counted : pause.from();
      if (from.isBefore(to) && from.isBefore(end)) {
        end = end.plus(Duration.between(from, to));
        counted = to;
      }
    }
    days.indexOf(end.getEpochSecond());
    return end;
  }

  private DueDate explainExact(Instant start, TimeLimit limit, List<Pause> pauses) {
    Instant end = exactEnd(start, limit, pauses);
    List<Skipped> skipped = List.of();
    if (!pauses.isEmpty()) {
      skipped =
          PausedDays.inOrder(pauses).stream()
              .filter(p -> p.from().isBefore(end) && PausedDays.end(p).isAfter(start))
              .map(p -> new Skipped(date(p.from()), Why.PAUSE, p.reason()))
              .toList();
    }
    return new DueDate(end, date(end.minusNanos(1)), 0, skipped, false, List.of(), version);
  }

  private LocalDate date(Instant at) {
    return ZoneDays.date(days.nearestIndexOf(at.getEpochSecond()));
  }

  private Skipped off(int i) {
    Skipped off = offs[i];
    if (off == null) {
      DayMark mark = mark(ZoneDays.date(i));
      Why why =
          switch (mark.kind()) {
            case WEEKEND -> Why.WEEKEND;
            case HOLIDAY -> Why.HOLIDAY;
            case LOCAL_HOLIDAY -> Why.LOCAL_HOLIDAY;
            case WORKDAY, MAKE_UP_WORKDAY ->
                throw new IllegalStateException(mark.day() + " is a working day");
          };
      String doubt = mark.evidence().equals(ASSUMED) && why != Why.WEEKEND ? "（推定）" : "";
      off = new Skipped(mark.day(), why, mark.label() + doubt + "，" + mark.source());
      offs[i] = off;
    }
    return off;
  }

  private Skipped pausedDay(int i, PausedDays paused) {
    String reason = paused.reason(i, days);
    return new Skipped(ZoneDays.date(i), Why.PAUSE, reason == null ? "" : reason);
  }

  /** The years whose notice may still change one of these days. */
  private List<Integer> unpublished(int first, int last) {
    int unknown = unsettled.nextSetBit(first);
    if (unknown < 0 || unknown > last) {
      return List.of();
    }
    TreeSet<Integer> years = new TreeSet<>();
    for (int i = unknown; i >= 0 && i <= last; i = unsettled.nextSetBit(i + 1)) {
      int year = ZoneDays.date(i).getYear();
      int nextYear = ZoneDays.date(Math.min(i + YEAR_TAIL, ZoneDays.DAYS - 1)).getYear();
      if (!isPublished(year)) {
        years.add(year);
      }
      if (!isPublished(nextYear)) {
        years.add(nextYear);
      }
    }
    return List.copyOf(years);
  }

  private String fingerprint() {
    StringBuilder all = new StringBuilder(days.zone.getId()).append(published);
    for (int i : new TreeSet<>(marked.keySet())) {
      all.append(marked.get(i));
    }
    return Fingerprint.of(all.toString());
  }
}
