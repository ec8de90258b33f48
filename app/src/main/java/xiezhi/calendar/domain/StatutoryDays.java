package xiezhi.calendar.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The days off that the law itself gives (全国年节及纪念日放假办法), for years whose notice is not known:
 * without the days moved to make longer holidays, and without make-up workdays. Good enough to warn
 * with, never to breach with: a result that rests on them is provisional.
 *
 * @param laws the law's versions, oldest first
 * @param festivals per year, the day of each moving festival
 */
public record StatutoryDays(List<Law> laws, Map<Integer, Map<Festival, MonthDay>> festivals) {

  /** The festivals of the moon and of the sun that the law names. */
  public enum Festival {
    SPRING,
    QINGMING,
    DRAGON_BOAT,
    MID_AUTUMN
  }

  /** One version of the law. */
  public record Law(int fromYear, String title, List<Entry> entries) {}

  /** Either a fixed day, or a moving festival with the days around it (0 is the festival). */
  public record Entry(
      String name, @Nullable MonthDay fixed, @Nullable Festival festival, List<Integer> offsets) {}

  public static final StatutoryDays NONE = new StatutoryDays(List.of(), Map.of());

  /** Those of one year by day, with the festival's name. */
  public Map<LocalDate, String> of(int year) {
    Map<LocalDate, String> days = new TreeMap<>();
    Law law = law(year);
    if (law == null) {
      return days;
    }
    Map<Festival, MonthDay> moving = festivals.getOrDefault(year, Map.of());
    for (Entry entry : law.entries()) {
      MonthDay base = entry.festival() == null ? entry.fixed() : moving.get(entry.festival());
      if (base == null) {
        throw new DateTimeException("no day for " + entry.name() + " in " + year);
      }
      for (int offset : entry.offsets()) {
        days.putIfAbsent(base.atYear(year).plusDays(offset), entry.name());
      }
    }
    return days;
  }

  /** The version for that year, null before the first. */
  public @Nullable Law law(int year) {
    List<Law> inForce = new ArrayList<>(laws);
    inForce.removeIf(law -> law.fromYear() > year);
    return inForce.isEmpty() ? null : inForce.getLast();
  }
}
