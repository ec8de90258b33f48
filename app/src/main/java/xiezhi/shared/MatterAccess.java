package xiezhi.shared;

/**
 * Who sees which matter. Said in one place, by the module that owns matters, and asked by every
 * module that shows something hanging on one.
 */
public interface MatterAccess {
  /**
   * Whether that person may see that matter and what hangs on it. A matter of which the person may
   * not even know is refused as {@link Refusal.Kind#UNKNOWN}.
   */
  Permission maySee(Actor actor, MatterId matter);
}
