package xiezhi.calendar;

import java.time.LocalDate;

/**
 * What a day is and who says so.
 *
 * @param source the notice, overlay or rule that says so, as shown to a clerk: name, number, date
 * @param evidence {@code VERIFIED} or {@code ASSUMED}; an assumption is never shown as a fact
 */
public record DayMark(LocalDate day, Kind kind, String label, String source, String evidence) {
  public enum Kind {
    /** An ordinary Monday to Friday. */
    WORKDAY,
    /** 调休上班: a weekend day made a working day. */
    MAKE_UP_WORKDAY,
    /** 法定节假日、调休放假 by notice of the State Council. */
    HOLIDAY,
    /** A day off set by the county or its superior (a minority festival, for example). */
    LOCAL_HOLIDAY,
    /** An ordinary Saturday or Sunday. */
    WEEKEND
  }

  public boolean isWorking() {
    return kind == Kind.WORKDAY || kind == Kind.MAKE_UP_WORKDAY;
  }
}
