package xiezhi.calendar;

/**
 * How much time a rule gives, and how its two ends are treated. 行政处罚法 art. 85, 民事诉讼法 art. 85 and
 * the counties' texts differ in all of these, so all are data.
 *
 * @param amount at least 0; 0 only with {@link Unit#SAME_DAY}
 * @param firstDay whether the day of the start counts; only for units counted in days
 * @param roll what happens when a calendar-day or month limit ends on a day off
 * @param cutOffMinute minute of the last day at which the limit ends, 1..1440; 1440 is 24:00
 */
public record TimeLimit(int amount, Unit unit, FirstDay firstDay, Roll roll, int cutOffMinute) {

  public enum Unit {
    MINUTE,
    HOUR,
    WORKING_DAY,
    CALENDAR_DAY,
    SAME_DAY,
    MONTH
  }

  public enum FirstDay {
    EXCLUDED,
    INCLUDED
  }

  public enum Roll {
    NONE,
    NEXT_WORKING_DAY
  }

  /** 24:00 of the last day. */
  public static final int END_OF_DAY = 1440;

  public TimeLimit {
    if (amount < 0 || (amount == 0) != (unit == Unit.SAME_DAY)) {
      throw new IllegalArgumentException("amount " + amount + " does not fit unit " + unit);
    }
    if (cutOffMinute < 1 || cutOffMinute > END_OF_DAY) {
      throw new IllegalArgumentException("cut-off must be a minute 1..1440, found " + cutOffMinute);
    }
  }

  /** The plain reading: first day not counted, no roll, end of the day. */
  public static TimeLimit of(int amount, Unit unit) {
    return new TimeLimit(amount, unit, FirstDay.EXCLUDED, Roll.NONE, END_OF_DAY);
  }
}
