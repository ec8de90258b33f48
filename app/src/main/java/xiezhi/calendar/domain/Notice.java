package xiezhi.calendar.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper that makes days off or working days: the State Council's yearly notice
 * (国务院办公厅关于某年部分节假日安排的通知), one that amends it, or a county's or its superior's own (全国年节及纪念日放假办法
 * art. 4).
 *
 * @param id names the paper; a later transcription with the same id replaces the earlier one
 * @param year the year it arranges; a national notice publishes that year
 * @param knownFrom from when one could know it
 * @param evidence {@code VERIFIED} or {@code ASSUMED}
 * @param days each day once
 */
public record Notice(
    String id,
    Scope scope,
    int year,
    String title,
    @Nullable String number,
    LocalDate dated,
    Instant knownFrom,
    String evidence,
    @Nullable String note,
    List<Arranged> days) {

  public enum Scope {
    NATIONAL,
    LOCAL
  }

  /** What the paper makes of a day. */
  public enum Arrangement {
    OFF,
    WORK,
    /** Takes back what an earlier paper made of the day. */
    ORDINARY
  }

  /** One day it arranges, and for which festival. */
  public record Arranged(LocalDate day, Arrangement as, String festival) {}

  public Notice {
    days = List.copyOf(days);
  }

  /** The same, known only from that moment on. */
  public Notice asKnownFrom(Instant moment) {
    return new Notice(id, scope, year, title, number, dated, moment, evidence, note, days);
  }

  /** As a clerk would cite it. */
  public String citation() {
    return title + "（" + (number == null ? "" : number + "，") + dated + "）";
  }

  /** Of all that the paper says, but not of since when it is known. */
  public String hash() {
    List<Arranged> inOrder =
        days.stream()
            .sorted(Comparator.comparing(Arranged::day).thenComparing(Arranged::festival))
            .toList();
    String all =
        String.join(
            "\u001f",
            id,
            scope.name(),
            String.valueOf(year),
            title,
            String.valueOf(number),
            dated.toString(),
            evidence,
            String.valueOf(note),
            inOrder.toString());
    return Fingerprint.of(all);
  }
}
