package xiezhi.shared;

import java.util.List;
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
      throw malformed(field, "may have at most " + limit + " characters; it has " + length, limit);
    }
    plain
        .codePoints()
        .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')
        .findFirst()
        .ifPresent(
            c -> {
              throw malformed(field, String.format("has a control character (U+%04X)", c), limit);
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
        throw malformed(field, "has half of a character (a lone surrogate)", limit);
      }
    }
    return plain;
  }

  /** The same for a text that must be there. */
  public static String required(String field, @Nullable String text, int limit) {
    String plain = optional(field, text, limit);
    if (plain.isEmpty()) {
      throw malformed(field, "is missing", limit);
    }
    return plain;
  }

  private static RefusedException malformed(String field, String found, int limit) {
    return new RefusedException(
        new Refusal(
            Refusal.Kind.MALFORMED,
            "field." + (found.equals("is missing") ? "missing" : "malformed"),
            "The field " + field + " " + found + ".",
            Map.of("field", field, "found", found, "needed", found, "limit", limit),
            List.of()));
  }
}
