package xiezhi.shared.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.Words;

/** What a client typed, as what it is meant to be; anything else is refused with its field. */
public final class Typed {
  private Typed() {}

  /** Left out is empty. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  /** Left out or empty is nothing in particular. */
  public static @Nullable String textOrNone(@Nullable String typed) {
    return typed == null || typed.isEmpty() ? null : typed;
  }

  /** Left out is empty. */
  public static <T> List<T> list(@Nullable List<T> typed) {
    return typed == null ? List.of() : typed;
  }

  /** Left out is empty. */
  public static <T, R> List<R> list(@Nullable List<T> typed, Function<? super T, R> each) {
    return list(typed).stream().map(each).toList();
  }

  public static BodyId body(String field, @Nullable String typed) {
    try {
      return new BodyId(text(typed));
    } catch (IllegalArgumentException _) {
      throw Refusal.malformed(field, "must be the id of a body", typed).exception();
    }
  }

  /** Left out is nobody in particular. */
  public static @Nullable BodyId bodyOrNone(String field, @Nullable String typed) {
    return text(typed).isBlank() ? null : body(field, typed);
  }

  /** Each once. */
  public static List<BodyId> bodies(String field, @Nullable List<String> typed) {
    return list(typed).stream().map(id -> body(field, id)).distinct().toList();
  }

  /** Left out: it hangs on no matter. */
  public static @Nullable MatterId matterOrNone(@Nullable UUID typed) {
    return typed == null ? null : new MatterId(typed);
  }

  /** One of the constants, written as {@link Words}. */
  public static <E extends Enum<E>> E word(String field, Class<E> type, @Nullable String typed) {
    List<E> all = Arrays.asList(type.getEnumConstants());
    return all.stream()
        .filter(constant -> Words.of(constant).equals(typed))
        .findFirst()
        .orElseThrow(() -> Refusal.malformed(field, "must be " + either(all), typed).exception());
  }

  /** As in {@code low, medium or high}. */
  private static String either(List<? extends Enum<?>> all) {
    List<String> words = all.stream().map(Words::of).toList();
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
