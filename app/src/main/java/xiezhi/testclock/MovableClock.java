package xiezhi.testclock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stands where it was put, for everybody or for one thread; else it runs with the machine's. */
public final class MovableClock extends Clock {
  private final Clock machine = Clock.systemUTC();
  private static final ThreadLocal<@Nullable Instant> OF_THREAD = new ThreadLocal<>();
  private volatile @Nullable Instant ofAll;

  /** Puts the clock, until it is put elsewhere, for all threads that have no time of their own. */
  public void set(Instant instant) {
    ofAll = instant;
  }

  /** Lets the clock run with the machine's again. */
  public void release() {
    ofAll = null;
  }

  /** Does the work at that instant, on this thread. */
  public <T extends @Nullable Object> T at(Instant instant, Supplier<T> work) {
    Instant before = OF_THREAD.get();
    OF_THREAD.set(instant);
    try {
      return work.get();
    } finally {
      if (before == null) {
        OF_THREAD.remove();
      } else {
        OF_THREAD.set(before);
      }
    }
  }

  @Override
  public Instant instant() {
    Instant here = OF_THREAD.get();
    if (here != null) {
      return here;
    }
    Instant everywhere = ofAll;
    return everywhere != null ? everywhere : machine.instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? this : Clock.fixed(instant(), zone);
  }
}
