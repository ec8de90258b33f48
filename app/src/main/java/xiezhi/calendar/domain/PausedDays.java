package xiezhi.calendar.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiezhi.calendar.Pause;

/**
 * The days that pauses touch, as stretches in order that do not overlap. A day touched for only a
 * part of it is a paused day: a limit in days knows no half days, and the doubt favours whoever
 * must act. That holds of the first day too, even where the pause was over before the limit began
 * on it: who starts later must not be due earlier.
 */
final class PausedDays {
  static final PausedDays NONE = new PausedDays(new int[0], List.of());

  /** First and last day of each stretch, alternating. */
  private final int[] ends;

  private final List<Pause> pauses;

  private PausedDays(int[] ends, List<Pause> pauses) {
    this.ends = ends;
    this.pauses = pauses;
  }

  static PausedDays of(List<Pause> pauses, int first, ZoneDays days) {
    if (pauses.isEmpty()) {
      return NONE;
    }
    int[] ends = new int[pauses.size() * 2];
    int n = 0;
    for (Pause pause : inOrder(pauses)) {
      Instant to = end(pause);
      Instant from = pause.from();
      if (!from.isBefore(to)) {
        continue;
      }
      int a = Math.max(days.nearestIndexOf(from.getEpochSecond()), first);
      int b = lastTouched(to, days);
      if (a > b) {
        continue;
      }
      if (n > 0 && a <= ends[n - 1] + 1) {
        ends[n - 1] = Math.max(ends[n - 1], b);
      } else {
        ends[n++] = a;
        ends[n++] = b;
      }
    }
    return n == 0 ? NONE : new PausedDays(Arrays.copyOf(ends, n), pauses);
  }

  static List<Pause> inOrder(List<Pause> pauses) {
    if (pauses.size() < 2) {
      return pauses;
    }
    return pauses.stream().sorted((a, b) -> a.from().compareTo(b.from())).toList();
  }

  static Instant end(Pause pause) {
    Instant to = pause.to();
    if (to == null) {
      throw new IllegalArgumentException(
          "the pause since "
              + pause.from()
              + " still lasts: a limit has no end while it is paused;"
              + " ask with Pause.closedAt(now) for the earliest end");
    }
    return to;
  }

  int stretches() {
    return ends.length / 2;
  }

  int first(int stretch) {
    return ends[stretch * 2];
  }

  int last(int stretch) {
    return ends[stretch * 2 + 1];
  }

  /** The last day of the stretch that holds that day, or -1. */
  int stretchEnd(int day) {
    for (int i = 0; i < ends.length; i += 2) {
      if (day >= ends[i] && day <= ends[i + 1]) {
        return ends[i + 1];
      }
    }
    return -1;
  }

  boolean holds(int day) {
    return stretchEnd(day) >= 0;
  }

  /** Why that day is paused. */
  @Nullable String reason(int day, ZoneDays days) {
    for (Pause pause : pauses) {
      if (pause.from().isBefore(end(pause))
          && days.nearestIndexOf(pause.from().getEpochSecond()) <= day
          && lastTouched(end(pause), days) >= day) {
        return pause.reason();
      }
    }
    return null;
  }

  /** A pause that ends at midnight does not touch the day that begins then. */
  private static int lastTouched(Instant end, ZoneDays days) {
    return days.nearestIndexOf(end.getEpochSecond() - (end.getNano() == 0 ? 1 : 0));
  }
}
