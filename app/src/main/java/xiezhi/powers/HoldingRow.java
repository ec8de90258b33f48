package xiezhi.powers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a county's list: who holds an item, in the list's own words.
 *
 * @param line where it stands in its file
 * @param from null if the list does not say since when
 * @param to last day; null while it lasts
 * @param grade {@code VERIFIED-LAW}, {@code VERIFIED-DOMAIN}, {@code LAW+NAME-ASSUMED} or {@code
 *     ASSUMED}
 * @param note what stands behind the grade
 */
public record HoldingRow(
    long line,
    String item,
    String holder,
    String mode,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String source,
    String grade,
    String note) {}
