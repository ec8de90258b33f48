package xiezhi.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import xiezhi.calendar.Calendars;
import xiezhi.calendar.DayMark;
import xiezhi.calendar.Days;
import xiezhi.calendar.DueDate;
import xiezhi.calendar.DueDate.Skipped;
import xiezhi.calendar.Pause;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.TimeLimit.FirstDay;
import xiezhi.calendar.TimeLimit.Roll;
import xiezhi.calendar.TimeLimit.Unit;
import xiezhi.calendar.domain.Notice.Arrangement;

/** What holds of every limit, every start and every calendar. */
class CalendarPropertiesTest {
  private static final CountyCalendar CALENDAR = Calendars.national();
  private static final LocalDate FROM = LocalDate.of(2019, 1, 1);
  private static final LocalDate UNTIL = LocalDate.of(2027, 1, 1);

  @Property
  void theExplanationSumsToTheAnswer(
      @ForAll("starts") Instant start,
      @ForAll("limits") TimeLimit limit,
      @ForAll("pauses") List<Pause> offsets) {
    List<Pause> pauses = around(start, offsets);
    DueDate due = CALENDAR.explain(start, limit, pauses);

    assertThat(due.at()).isEqualTo(CALENDAR.due(start, limit, pauses)).isAfter(start);
    LocalDate first = LocalDate.ofInstant(start, Days.CHINA);
    if (limit.unit() == Unit.HOUR || limit.unit() == Unit.MINUTE) {
      assertThat(due.lastDay()).isEqualTo(LocalDate.ofInstant(due.at().minusNanos(1), Days.CHINA));
      return;
    }
    assertThat(due.counted() + due.skipped().size())
        .isEqualTo((int) ChronoUnit.DAYS.between(first, due.lastDay()) + 1);
    Set<LocalDate> skipped = new TreeSet<>();
    due.skipped().forEach(s -> skipped.add(s.day()));
    assertThat(due.skipped()).extracting(Skipped::day).containsExactlyElementsOf(skipped);
    assertThat(skipped).allMatch(d -> !d.isBefore(first) && d.isBefore(due.lastDay()));
    if (limit.unit() == Unit.WORKING_DAY) {
      assertThat(due.counted()).isEqualTo(limit.amount());
      assertThat(first.datesUntil(due.lastDay().plusDays(1)).filter(d -> !skipped.contains(d)))
          .allMatch(CALENDAR::isWorkingDay);
    }
    if (limit.unit() == Unit.CALENDAR_DAY) {
      assertThat(due.counted()).isEqualTo(limit.amount());
    }
  }

  @Property
  void moreTimeIsNeverLess(
      @ForAll("starts") Instant start,
      @ForAll("limits") TimeLimit limit,
      @ForAll("pauses") List<Pause> offsets) {
    List<Pause> pauses = around(start, offsets);
    Assume.that(limit.unit() != Unit.SAME_DAY);
    TimeLimit more =
        new TimeLimit(
            limit.amount() + 1, limit.unit(), limit.firstDay(), limit.roll(), limit.cutOffMinute());

    assertThat(CALENDAR.due(start, more, pauses))
        .isAfterOrEqualTo(CALENDAR.due(start, limit, pauses));
  }

  /**
   * Except months under a pause: they are of different lengths, and a pause falls in one or not.
   */
  @Property
  void whoStartsLaterIsNeverDueEarlier(
      @ForAll("starts") Instant start,
      @ForAll @IntRange(min = 0, max = 5 * 1440) int later,
      @ForAll("limits") TimeLimit limit,
      @ForAll("pauses") List<Pause> offsets) {
    List<Pause> pauses = around(start, offsets);
    List<Pause> counted = limit.unit() == Unit.MONTH ? List.of() : pauses;

    assertThat(CALENDAR.due(start.plus(Duration.ofMinutes(later)), limit, counted))
        .isAfterOrEqualTo(CALENDAR.due(start, limit, counted));
  }

  @Property
  void aPauseNeverMakesALimitEarlier(
      @ForAll("starts") Instant start,
      @ForAll("limits") TimeLimit limit,
      @ForAll("pauses") List<Pause> offsets) {
    List<Pause> pauses = around(start, offsets);
    for (int i = 0; i < pauses.size(); i++) {
      assertThat(CALENDAR.due(start, limit, pauses.subList(0, i + 1)))
          .isAfterOrEqualTo(CALENDAR.due(start, limit, pauses.subList(0, i)));
    }
  }

  @Property(tries = 150)
  void anotherHolidayNeverMakesALimitEarlier(
      @ForAll("starts") Instant start,
      @ForAll("limits") TimeLimit limit,
      @ForAll("pauses") List<Pause> offsets,
      @ForAll @IntRange(min = 0, max = 60) int after) {
    List<Pause> pauses = around(start, offsets);
    LocalDate day = LocalDate.ofInstant(start, Days.CHINA).plusDays(after);
    CountyCalendar more = Calendars.with(Calendars.local("more", Arrangement.OFF, day));

    assertThat(more.due(start, limit, pauses)).isAfterOrEqualTo(CALENDAR.due(start, limit, pauses));
  }

  @Property(tries = 150)
  void takingAMakeUpDayAwayNeverMakesALimitEarlier(
      @ForAll("starts") Instant start, @ForAll("limits") TimeLimit limit) {
    LocalDate from = LocalDate.ofInstant(start, Days.CHINA);
    Optional<LocalDate> next =
        from.datesUntil(UNTIL.plusDays(1))
            .filter(d -> CALENDAR.mark(d).kind() == DayMark.Kind.MAKE_UP_WORKDAY)
            .findFirst();
    Assume.that(next.isPresent());
    LocalDate madeUp = next.orElseThrow();
    CountyCalendar fewer = Calendars.with(Calendars.local("fewer", Arrangement.ORDINARY, madeUp));

    assertThat(fewer.isWorkingDay(madeUp)).isFalse();
    assertThat(fewer.due(start, limit, List.of()))
        .isAfterOrEqualTo(CALENDAR.due(start, limit, List.of()));
  }

  /** Day by day, as one would with a finger on the wall calendar: every start, every amount. */
  @Example
  void countingDayByDayGivesTheSame() {
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> madeUp = new HashSet<>();
    for (Notice notice : Calendars.NATIONAL) {
      for (Notice.Arranged arranged : notice.days()) {
        (arranged.as() == Arrangement.OFF ? off : madeUp).add(arranged.day());
        (arranged.as() == Arrangement.OFF ? madeUp : off).remove(arranged.day());
      }
    }
    for (int year = 2027; year <= 2028; year++) {
      off.addAll(Calendars.STATUTORY.of(year).keySet());
    }
    for (LocalDate start = FROM; start.isBefore(UNTIL); start = start.plusDays(1)) {
      Instant noon = start.atTime(12, 0).atZone(Days.CHINA).toInstant();
      for (FirstDay first : FirstDay.values()) {
        LocalDate day = first == FirstDay.INCLUDED ? start.minusDays(1) : start;
        for (int amount = 1; amount <= 30; amount++) {
          do {
            day = day.plusDays(1);
          } while (!madeUp.contains(day)
              && (off.contains(day) || day.getDayOfWeek().getValue() > 5));
          TimeLimit limit = new TimeLimit(amount, Unit.WORKING_DAY, first, Roll.NONE, 1440);
          Instant due = day.plusDays(1).atStartOfDay(Days.CHINA).toInstant();
          assertThat(CALENDAR.due(noon, limit, List.of()))
              .as("%s + %d %s", start, amount, first)
              .isEqualTo(due);
          assertThat(CALENDAR.explain(noon, limit, List.of()).at()).isEqualTo(due);

          LocalDate rolled = start.plusDays(amount - (first == FirstDay.INCLUDED ? 1 : 0));
          while (!madeUp.contains(rolled)
              && (off.contains(rolled) || rolled.getDayOfWeek().getValue() > 5)) {
            rolled = rolled.plusDays(1);
          }
          TimeLimit rolling =
              new TimeLimit(amount, Unit.CALENDAR_DAY, first, Roll.NEXT_WORKING_DAY, 1440);
          assertThat(CALENDAR.explain(noon, rolling, List.of()).lastDay())
              .as("%s + %d calendar days %s", start, amount, first)
              .isEqualTo(rolled);
        }
      }
      assertThat(CALENDAR.explain(noon, TimeLimit.of(0, Unit.SAME_DAY), List.of()).lastDay())
          .isEqualTo(start);
    }
  }

  /**
   * Paused days one by one: the limit ends when the amount of days neither off nor touched is up.
   */
  @Property
  void pausesCountedDayByDayGiveTheSame(
      @ForAll("starts") Instant start,
      @ForAll @IntRange(min = 1, max = 30) int amount,
      @ForAll("pauses") List<Pause> offsets) {
    List<Pause> pauses = around(start, offsets);
    LocalDate day = LocalDate.ofInstant(start, Days.CHINA);
    int left = amount;
    while (left > 0) {
      day = day.plusDays(1);
      Instant begins = day.atStartOfDay(Days.CHINA).toInstant();
      Instant ends = day.plusDays(1).atStartOfDay(Days.CHINA).toInstant();
      boolean touched =
          pauses.stream()
              .anyMatch(
                  p ->
                      p.from().isBefore(ends)
                          && PausedDays.end(p).isAfter(begins)
                          && p.from().isBefore(PausedDays.end(p)));
      if (CALENDAR.isWorkingDay(day) && !touched) {
        left--;
      }
    }

    assertThat(CALENDAR.explain(start, TimeLimit.of(amount, Unit.WORKING_DAY), pauses).lastDay())
        .isEqualTo(day);
  }

  @Provide
  Arbitrary<Instant> starts() {
    long from = FROM.atStartOfDay(Days.CHINA).toEpochSecond();
    long until = UNTIL.atStartOfDay(Days.CHINA).toEpochSecond();
    return Arbitraries.longs().between(from, until - 1).map(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<TimeLimit> limits() {
    return Combinators.combine(
            Arbitraries.of(Unit.class),
            Arbitraries.integers().between(1, 40),
            Arbitraries.of(FirstDay.class),
            Arbitraries.of(Roll.class),
            Arbitraries.oneOf(
                Arbitraries.just(TimeLimit.END_OF_DAY), Arbitraries.integers().between(1, 1440)))
        .as(
            (unit, amount, first, roll, cutOff) ->
                new TimeLimit(
                    unit == Unit.SAME_DAY ? 0 : unit == Unit.MONTH ? amount % 12 + 1 : amount,
                    unit,
                    first,
                    roll,
                    cutOff));
  }

  /** Pauses as they lie around a start: see {@link #around}. */
  @Provide
  Arbitrary<List<Pause>> pauses() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 25 * 1440),
            Arbitraries.integers().between(0, 10 * 1440),
            Arbitraries.of("检测", "听证"))
        .as(
            (from, minutes, why) ->
                new Pause(minute(from), minute(from).plus(Duration.ofMinutes(minutes)), why))
        .list()
        .ofMaxSize(4);
  }

  private static Instant minute(int minute) {
    return Instant.EPOCH.plus(Duration.ofMinutes(minute));
  }

  /** The pauses moved to where they matter: from five days before the start on. */
  private static List<Pause> around(Instant start, List<Pause> pauses) {
    Duration shift = Duration.between(Instant.EPOCH, start).minusDays(5);
    return pauses.stream()
        .map(p -> new Pause(p.from().plus(shift), PausedDays.end(p).plus(shift), p.reason()))
        .toList();
  }
}
