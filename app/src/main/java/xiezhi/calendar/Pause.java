package xiezhi.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch that does not count (testing, appraisal, hearing).
 *
 * @param to null while it still lasts
 */
public record Pause(Instant from, @Nullable Instant to, String reason) {}
