package xiezhi.shared.web;

import java.util.List;
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

  /** The limit a client asked for, within bounds. */
  public static int limit(@Nullable Integer wanted) {
    return wanted == null ? 50 : Math.clamp(wanted, 1, MOST);
  }

  public <R> Page<R> map(Function<? super T, ? extends R> each) {
    return new Page<>(items.stream().<R>map(each).toList(), next);
  }
}
