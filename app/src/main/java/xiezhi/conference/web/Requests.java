package xiezhi.conference.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

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

  /** A county that is no code is one that nobody knows. */
  static CountyCode county(String code) {
    try {
      return new CountyCode(code);
    } catch (IllegalArgumentException _) {
      throw Refusal.of(
              Refusal.Kind.UNKNOWN,
              "conference.unknown-feed",
              "There is no such calendar, or it was revoked.")
          .exception();
    }
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
