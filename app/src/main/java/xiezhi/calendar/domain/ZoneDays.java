package xiezhi.calendar.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import xiezhi.shared.RefusedException;

/**
 * When each day begins in one zone, as a table: days are numbered from {@link #FIRST_DAY}.
 *
 * <p>One rule settles clocks that jump: <b>nobody is late while the clock on the wall shows a time
 * before the cut-off.</b> A time that is missing is the moment of the jump; a time that comes twice
 * is its second coming. Where midnight itself comes twice, the day begins the second time.
 */
final class ZoneDays {
  /** Before the founding of the People's Republic no rule of ours can apply. */
  static final LocalDate FIRST_DAY = LocalDate.of(1949, 1, 1);

  static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
  static final long FIRST_EPOCH_DAY = FIRST_DAY.toEpochDay();
  static final int DAYS = (int) (LAST_DAY.toEpochDay() - FIRST_EPOCH_DAY) + 1;

  private static final long DAY_SECONDS = 86_400;
  private static final Map<ZoneId, ZoneDays> BY_ZONE = new ConcurrentHashMap<>();

  final ZoneId zone;
  private final ZoneRules rules;

  /** Epoch second at which each day begins; one more than there are days. */
  private final long[] begins;

  /** Days within which the clock jumps. */
  private final BitSet jumping = new BitSet();

  static ZoneDays of(ZoneId zone) {
    return BY_ZONE.computeIfAbsent(zone, ZoneDays::new);
  }

  private ZoneDays(ZoneId zone) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.begins = new long[DAYS + 1];
    for (int i = 0; i <= DAYS; i++) {
      begins[i] = epochSecond(date(i).atStartOfDay());
    }
    Instant end = Instant.ofEpochSecond(begins[DAYS]);
    ZoneOffsetTransition jump = rules.nextTransition(Instant.ofEpochSecond(begins[0] - 1));
    while (jump != null && jump.getInstant().isBefore(end)) {
      jumping.set(indexAt(jump.toEpochSecond()));
      jump = rules.nextTransition(jump.getInstant());
    }
  }

  static LocalDate date(int index) {
    return LocalDate.ofEpochDay(FIRST_EPOCH_DAY + index);
  }

  static int index(LocalDate day) {
    return within(day.toEpochDay() - FIRST_EPOCH_DAY);
  }

  /** The number itself if it is a day of the table; otherwise the refusal. */
  static int within(long index) {
    if (index < 0 || index >= DAYS) {
      throw outside();
    }
    return (int) index;
  }

  static RefusedException outside() {
    return new RefusedException(
        CalendarRefusal.OUTSIDE_BOUNDS.because(
            "The limit starts or ends outside "
                + FIRST_DAY
                + " to "
                + LAST_DAY
                + "; a date within these bounds is needed.",
            Map.of("first", FIRST_DAY.toString(), "last", LAST_DAY.toString())));
  }

  /** The day on which that second falls. */
  int indexOf(long epochSecond) {
    if (epochSecond < begins[0] || epochSecond >= begins[DAYS]) {
      throw outside();
    }
    return indexAt(epochSecond);
  }

  private int indexAt(long epochSecond) {
    int i = (int) Math.min(Math.max((epochSecond - begins[0]) / DAY_SECONDS, 0), DAYS - 1);
    while (i > 0 && begins[i] > epochSecond) {
      i--;
    }
    while (i < DAYS - 1 && begins[i + 1] <= epochSecond) {
      i++;
    }
    return i;
  }

  /** The same, with what lies outside taken to the nearest day. */
  int nearestIndexOf(long epochSecond) {
    return indexAt(epochSecond);
  }

  /** The first second at which that minute of that day is over for good; 1440 is the day's end. */
  long secondAt(int index, int minute) {
    if (minute == 1440) {
      return begins[index + 1];
    }
    if (!jumping.get(index)) {
      return begins[index] + minute * 60L;
    }
    return epochSecond(date(index).atTime(LocalTime.ofSecondOfDay(minute * 60L)));
  }

  private long epochSecond(LocalDateTime local) {
    ZoneOffsetTransition jump = rules.getTransition(local);
    if (jump == null) {
      ZoneOffset offset = rules.getOffset(local);
      return local.toEpochSecond(offset);
    }
    return jump.isGap() ? jump.toEpochSecond() : local.toEpochSecond(jump.getOffsetAfter());
  }
}
