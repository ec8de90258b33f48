package xiezhi.powers.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import xiezhi.powers.Powers.Basis;
import xiezhi.powers.Powers.Item;
import xiezhi.powers.domain.PowerFiles.ItemRow;

/**
 * An item seen from the day of an act (行政处罚法 art. 37): the texts of that day, those that came after
 * and those that had ended.
 *
 * <p>A text whose first day no source gives is taken to have been in force ever since, and shows no
 * first day. Before the first day of the earliest text held, nothing is in force that we know of:
 * no text is put in its place.
 */
public final class ItemOn {
  private ItemOn() {}

  public static Item of(ItemRow row, LocalDate day) {
    List<Basis> basis = new ArrayList<>();
    List<Basis> later = new ArrayList<>();
    List<Basis> earlier = new ArrayList<>();
    for (Basis text : row.texts()) {
      if (text.from() != null && text.from().isAfter(day)) {
        later.add(text);
      } else if (text.to() != null && text.to().isBefore(day)) {
        earlier.add(text);
      } else {
        basis.add(text);
      }
    }
    return new Item(
        row.code(),
        row.name(),
        row.domain(),
        row.kind(),
        row.originalDepartment(),
        row.simpleProcedure(),
        row.hearingNote(),
        basis,
        byDay(later),
        byDay(earlier));
  }

  private static List<Basis> byDay(List<Basis> texts) {
    return Stream.concat(
            texts.stream().filter(t -> t.from() == null),
            texts.stream()
                .filter(t -> t.from() != null)
                .sorted(Comparator.comparing(ItemOn::firstDay)))
        .toList();
  }

  private static LocalDate firstDay(Basis text) {
    return text.from() == null ? LocalDate.MIN : text.from();
  }
}
