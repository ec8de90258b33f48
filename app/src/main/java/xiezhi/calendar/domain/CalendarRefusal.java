package xiezhi.calendar.domain;

import java.util.Map;
import xiezhi.shared.Refusal;
import xiezhi.shared.Refusal.Kind;

/** Why the calendar refuses. The faults of a file are refused all at once, each with its line. */
public enum CalendarRefusal {
  /** A limit starts or ends outside the years the calendar holds. */
  OUTSIDE_BOUNDS(Kind.MALFORMED),
  /** An amount does not fit its unit, or a cut-off is no time of the day. */
  LIMIT_MALFORMED(Kind.MALFORMED),
  /** Only a county administrator keeps the calendar. */
  NOT_ADMINISTRATOR(Kind.FORBIDDEN),
  /** The county holds exactly this already. */
  UNCHANGED(Kind.CONFLICT),

  FILE_TOO_LARGE(Kind.MALFORMED),
  FILE_EMPTY(Kind.MALFORMED),
  FILE_UNREADABLE(Kind.MALFORMED),
  UNKNOWN_KEY(Kind.MALFORMED),
  KEY_MISSING(Kind.MALFORMED),
  KEY_TWICE(Kind.MALFORMED),
  WRONG_TYPE(Kind.MALFORMED),
  WRONG_TEXT(Kind.MALFORMED),
  WRONG_NUMBER(Kind.MALFORMED),
  WRONG_DATE(Kind.MALFORMED),
  WRONG_RANGE(Kind.MALFORMED),
  WRONG_VALUE(Kind.MALFORMED),
  /** Two notices of a file have the same id. */
  NOTICE_TWICE(Kind.MALFORMED),
  /** A notice arranges nothing. */
  NO_DAYS(Kind.MALFORMED),
  /** A day stands twice in a notice. */
  DAY_TWICE(Kind.MALFORMED),
  /** A day, or the notice, belongs to another year. */
  WRONG_YEAR(Kind.MALFORMED),
  /** A make-up workday that is no Saturday or Sunday. */
  MAKE_UP_ON_WEEKDAY(Kind.MALFORMED),
  /** A make-up workday on a day off by law. */
  STATUTORY_DAY_WORKED(Kind.MALFORMED),
  /** The first notice of a year lacks a day off by law. */
  STATUTORY_DAY_MISSING(Kind.MALFORMED),
  /** The notice is dated after today. */
  DATED_IN_FUTURE(Kind.MALFORMED);

  private final Kind kind;
  private final String code =
      "calendar." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

  CalendarRefusal(Kind kind) {
    this.kind = kind;
  }

  public String code() {
    return code;
  }

  public Kind kind() {
    return kind;
  }

  public Refusal because(String message, Map<String, Object> details) {
    return Refusal.of(kind, code, message, details);
  }
}
