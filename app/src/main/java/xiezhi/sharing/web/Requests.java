package xiezhi.sharing.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.web.Cursor;

/** Reads what came over the wire into the words of the domain, or says what is wrong with it. */
final class Requests {
  private Requests() {}

  static BodyId body(String field, @Nullable String id) {
    try {
      if (id != null) {
        return new BodyId(id);
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    throw malformed(field, "must be the id of a body");
  }

  static List<BodyId> bodies(String field, @Nullable List<String> ids) {
    return ids == null ? List.of() : ids.stream().map(id -> body(field, id)).distinct().toList();
  }

  static <E extends Enum<E>> E word(String field, Class<E> type, @Nullable String word) {
    try {
      if (word != null) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    throw malformed(
        field,
        "must be one of "
            + String.join(
                ", ",
                java.util.Arrays.stream(type.getEnumConstants())
                    .map(e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList()));
  }

  static @Nullable UUID after(@Nullable String after) {
    return Cursor.decode(after, 1)
        .map(
            c -> {
              try {
                return UUID.fromString(c.key().getFirst());
              } catch (IllegalArgumentException _) {
                throw Cursor.unknown(String.valueOf(after));
              }
            })
        .orElse(null);
  }

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  static RefusedException malformed(String field, String found) {
    return Refusal.of(
            Refusal.Kind.MALFORMED,
            "field.malformed",
            "The field " + field + " " + found + ".",
            Map.of("field", field, "found", found))
        .exception();
  }
}
