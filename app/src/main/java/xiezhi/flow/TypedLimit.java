package xiezhi.flow;

import org.jspecify.annotations.Nullable;
import xiezhi.calendar.TimeLimit;
import xiezhi.shared.Refusal;
import xiezhi.shared.web.Typed;

/** A time limit as people type it: so many of a unit. */
public final class TypedLimit {
  private TypedLimit() {}

  /**
   * @param amount left out: none is given
   * @param unit minute, hour, working-day, calendar-day, same-day or month
   */
  public static @Nullable TimeLimit of(@Nullable Integer amount, @Nullable String unit) {
    if (amount == null) {
      return null;
    }
    TimeLimit.Unit counted = Typed.word("limitUnit", TimeLimit.Unit.class, unit);
    try {
      return TimeLimit.of(amount, counted);
    } catch (IllegalArgumentException _) {
      throw Refusal.malformed(
              "limitAmount", "with limitUnit is no time limit: " + amount + " " + unit)
          .exception();
    }
  }
}
