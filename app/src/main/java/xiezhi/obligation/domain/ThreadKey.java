package xiezhi.obligation.domain;

import org.jspecify.annotations.Nullable;
import xiezhi.shared.MatterId;

/**
 * What hangs together: all of one matter, or of one subject that hangs on none.
 *
 * @param matter null if it hangs on none
 * @param subject the one subject of a thread without a matter; of no meaning with one
 */
public record ThreadKey(@Nullable MatterId matter, String subject) {
  public static ThreadKey of(MatterId matter) {
    return new ThreadKey(matter, "matter:" + matter);
  }

  public static ThreadKey of(@Nullable MatterId matter, String subject) {
    return matter == null ? new ThreadKey(null, subject) : of(matter);
  }

  /** As it is kept. */
  public String key() {
    return subject;
  }
}
