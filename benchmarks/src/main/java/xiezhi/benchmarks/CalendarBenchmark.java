package xiezhi.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import xiezhi.calendar.DueDate;
import xiezhi.calendar.Pause;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.TimeLimit.Unit;
import xiezhi.calendar.WorkingCalendar;
import xiezhi.calendar.application.CalendarFiles;
import xiezhi.calendar.domain.CountyCalendar;
import xiezhi.calendar.domain.StatutoryDays;

/**
 * Limits a second on one core, on the shipped calendar, from starts spread over 2024 to 2026: the
 * instant alone ({@code due…}), with its explanation ({@code explain…}), and counted day by day
 * with java.time as one would without a table ({@code naive…}).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CalendarBenchmark {
  private static final int STARTS = 1 << 12;
  private static final TimeLimit THREE = TimeLimit.of(3, Unit.WORKING_DAY);
  private static final TimeLimit SEVEN = TimeLimit.of(7, Unit.WORKING_DAY);
  private static final TimeLimit FIFTEEN = TimeLimit.of(15, Unit.WORKING_DAY);
  private static final TimeLimit DAY_AND_NIGHT = TimeLimit.of(24, Unit.HOUR);

  private final ZoneId zone = CalendarFiles.NATIONAL_ZONE;
  private final Instant[] starts = new Instant[STARTS];
  private final List<List<Pause>> pauses = new java.util.ArrayList<>();
  private @Nullable WorkingCalendar calendar;
  private final Set<LocalDate> off = new HashSet<>();
  private final Set<LocalDate> madeUp = new HashSet<>();
  private int next;

  /** Calls and the processor time they took: what a shared machine does not distort. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Cpu {
    public long calls;
    public long cpuMillis;
    private long began;

    @Setup(Level.Iteration)
    public void begin() {
      began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void end() {
      long now = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      cpuMillis = (now - began) / 1_000_000;
    }
  }

  @Setup
  public void build() {
    StatutoryDays statutory = CalendarFiles.statutory();
    calendar = new CountyCalendar(zone, statutory, CalendarFiles.national(statutory));
    LocalDate.of(2024, 1, 1)
        .datesUntil(LocalDate.of(2027, 1, 1))
        .forEach(
            day -> {
              switch (calendar().mark(day).kind()) {
                case HOLIDAY, LOCAL_HOLIDAY -> off.add(day);
                case MAKE_UP_WORKDAY -> madeUp.add(day);
                case WORKDAY, WEEKEND -> {}
              }
            });
    long from = LocalDate.of(2024, 1, 1).atStartOfDay(zone).toEpochSecond();
    long to = LocalDate.of(2026, 12, 1).atStartOfDay(zone).toEpochSecond();
    for (int i = 0; i < STARTS; i++) {
      starts[i] = Instant.ofEpochSecond(ThreadLocalRandom.current().nextLong(from, to));
      Instant paused = starts[i].plus(Duration.ofHours(30));
      pauses.add(List.of(new Pause(paused, paused.plus(Duration.ofDays(5)), "检测")));
    }
  }

  private WorkingCalendar calendar() {
    return java.util.Objects.requireNonNull(calendar);
  }

  private int next() {
    next = (next + 1) & (STARTS - 1);
    return next;
  }

  private Instant due(TimeLimit limit) {
    return calendar().due(starts[next()], limit, List.of());
  }

  private DueDate explain(TimeLimit limit) {
    return calendar().explain(starts[next()], limit, List.of());
  }

  @Benchmark
  public Instant due3(Cpu cpu) {
    cpu.calls++;
    return due(THREE);
  }

  @Benchmark
  public Instant due7(Cpu cpu) {
    cpu.calls++;
    return due(SEVEN);
  }

  @Benchmark
  public Instant due15(Cpu cpu) {
    cpu.calls++;
    return due(FIFTEEN);
  }

  @Benchmark
  public Instant due24Hours(Cpu cpu) {
    cpu.calls++;
    return due(DAY_AND_NIGHT);
  }

  @Benchmark
  public Instant due7Paused(Cpu cpu) {
    cpu.calls++;
    int i = next();
    return calendar().due(starts[i], SEVEN, pauses.get(i));
  }

  @Benchmark
  public DueDate explain3(Cpu cpu) {
    cpu.calls++;
    return explain(THREE);
  }

  @Benchmark
  public DueDate explain7(Cpu cpu) {
    cpu.calls++;
    return explain(SEVEN);
  }

  @Benchmark
  public DueDate explain15(Cpu cpu) {
    cpu.calls++;
    return explain(FIFTEEN);
  }

  @Benchmark
  public DueDate explain24Hours(Cpu cpu) {
    cpu.calls++;
    return explain(DAY_AND_NIGHT);
  }

  @Benchmark
  public DueDate explain7Paused(Cpu cpu) {
    cpu.calls++;
    int i = next();
    return calendar().explain(starts[i], SEVEN, pauses.get(i));
  }

  @Benchmark
  public Instant naive3(Cpu cpu) {
    cpu.calls++;
    return naive(3);
  }

  @Benchmark
  public Instant naive7(Cpu cpu) {
    cpu.calls++;
    return naive(7);
  }

  @Benchmark
  public Instant naive15(Cpu cpu) {
    cpu.calls++;
    return naive(15);
  }

  /** Day by day, with a set of days off and one of days made up. */
  private Instant naive(int amount) {
    LocalDate day = LocalDate.ofInstant(starts[next()], zone);
    int left = amount;
    while (left > 0) {
      day = day.plusDays(1);
      boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
      if (!off.contains(day) && (!weekend || madeUp.contains(day))) {
        left--;
      }
    }
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
