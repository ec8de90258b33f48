package xiezhi.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch that does not count (testing, appraisal, hearing): from, inclusive, to, exclusive.
 *
 * <p>Limits in minutes and hours leave out exactly this time. Limits in days and months leave out
 * every day that it touches, even for a part.
 *
 * @param to null while it still lasts
 */
public record Pause(Instant from, @Nullable Instant to, String reason) {
  public Pause {
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("a pause cannot end before it begins: " + from + " " + to);
    }
  }

  public boolean isOpen() {
    return to == null;
  }

  /**
   * The same, ended at that moment if it still lasts. A limit has no end while it is paused, so
   * {@link WorkingCalendar} takes no open pause; closed at now it gives the earliest possible end.
   */
  public Pause closedAt(Instant now) {
    return to == null ? new Pause(from, now.isBefore(from) ? from : now, reason) : this;
  }
}
