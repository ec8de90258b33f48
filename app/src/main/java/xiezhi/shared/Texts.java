package xiezhi.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a typed text must be, said with the field's name. */
public final class Texts {
  private Texts() {}

  /**
   * The text without spaces around it; refuses control characters and texts over the limit, counted
   * in code points.
   */
  public static String optional(String field, @Nullable String text, int limit) {
    String plain = text == null ? "" : text.strip();
    int length = plain.codePointCount(0, plain.length());
    if (length > limit) {
      throw malformed(
          field,
          "too-long",
          "may have at most " + limit + " characters; it has " + length,
          Map.of("field", field, "found", length, "limit", limit));
    }
    plain
        .codePoints()
        .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')
        .findFirst()
        .ifPresent(
            c -> {
              throw unprintable(field, c, "a control character");
            });
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean paired =
          Character.isHighSurrogate(c)
              && i + 1 < plain.length()
              && Character.isLowSurrogate(plain.charAt(i + 1));
      if (paired) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw unprintable(field, c, "half of a character");
      }
    }
    return plain;
  }

  /** The same for a text that must be there. */
  public static String required(String field, @Nullable String text, int limit) {
    String plain = optional(field, text, limit);
    if (plain.isEmpty()) {
      throw malformed(field, "missing", "is missing", Map.of("field", field, "limit", limit));
    }
    return plain;
  }

  private static RefusedException unprintable(String field, int character, String what) {
    String found = String.format("U+%04X", character);
    return malformed(
        field,
        "unprintable",
        "has " + what + " (" + found + ")",
        Map.of("field", field, "found", found));
  }

  private static RefusedException malformed(
      String field, String reason, String found, Map<String, Object> details) {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MALFORMED,
            "field." + reason,
            "The field " + field + " " + found + ".",
            details));
  }
}
