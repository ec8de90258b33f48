package xiezhi.shared.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that goes on by key, never by number.
 *
 * @param next what to send as {@code after} for the page that follows; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** The most a client may ask for at once. */
  public static final int MOST = 200;

  public Page {
    items = List.copyOf(items);
  }

  /**
   * A page out of up to {@code limit + 1} rows: the one too many tells that there is more.
   *
   * @param key the sort key of a row, as {@link Cursor} words
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<? super T, Cursor> key) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, key.apply(items.getLast()).encode());
  }

  /**
   * The rows of a list that is ordered by id alone, at most so many, after one or from the start.
   */
  @FunctionalInterface
  public interface RowsById<T> {
    List<T> after(@Nullable UUID last, int most);
  }

  /** The rows of a list that is ordered by a moment and then by id. */
  @FunctionalInterface
  public interface RowsByTime<T> {
    List<T> after(@Nullable Instant at, @Nullable UUID last, int most);
  }

  /**
   * A page of a list that is ordered by id alone.
   *
   * @param after what the client sent back; null for the first page
   * @param limit how many the client asked for; null for the usual number
   */
  public static <T> Page<T> byId(
      @Nullable String after,
      @Nullable Integer limit,
      RowsById<T> rows,
      Function<? super T, UUID> id) {
    int most = limit(limit);
    UUID last = Cursor.decode(after, 1).map(c -> c.id(0)).orElse(null);
    return of(rows.after(last, most + 1), most, row -> Cursor.of(id.apply(row)));
  }

  /** A page of a list that is ordered by a moment and then by id; see {@link #byId}. */
  public static <T> Page<T> byTime(
      @Nullable String after,
      @Nullable Integer limit,
      RowsByTime<T> rows,
      Function<? super T, Instant> at,
      Function<? super T, UUID> id) {
    int most = limit(limit);
    Cursor last = Cursor.decode(after, 2).orElse(null);
    List<T> found =
        last == null
            ? rows.after(null, null, most + 1)
            : rows.after(last.instant(0), last.id(1), most + 1);
    return of(found, most, row -> Cursor.of(at.apply(row), id.apply(row)));
  }

  /** The limit a client asked for, within bounds. */
  public static int limit(@Nullable Integer wanted) {
    return wanted == null ? 50 : Math.clamp(wanted, 1, MOST);
  }

  public <R> Page<R> map(Function<? super T, ? extends R> each) {
    return new Page<>(items.stream().<R>map(each).toList(), next);
  }
}
