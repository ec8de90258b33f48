package xiezhi.shared.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.Refusal;

/** What a client typed, as what it is meant to be; anything else is refused with its field. */
public final class Typed {
  private Typed() {}

  /** Left out is empty. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  public static BodyId body(String field, @Nullable String typed) {
    try {
      return new BodyId(text(typed));
    } catch (IllegalArgumentException _) {
      throw malformed(field, "must be the id of a body").exception();
    }
  }

  /** Left out is nobody in particular. */
  public static @Nullable BodyId bodyOrNone(String field, @Nullable String typed) {
    return text(typed).isBlank() ? null : body(field, typed);
  }

  /** The id after which a list goes on that is ordered by id alone. */
  public static @Nullable UUID after(@Nullable String after) {
    return Cursor.decode(after, 1)
        .map(
            c -> {
              try {
                return UUID.fromString(c.key().getFirst());
              } catch (IllegalArgumentException _) {
                throw Cursor.unknown(text(after));
              }
            })
        .orElse(null);
  }

  /**
   * @param needed what it must be, as {@code must be low, medium or high}
   */
  public static Refusal malformed(String field, String needed) {
    return Refusal.of(
        Refusal.Kind.MALFORMED,
        "field.malformed",
        "The field " + field + " " + needed + ".",
        Map.of("field", field, "needed", needed));
  }
}
