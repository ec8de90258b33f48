package xiezhi.shared;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON with exactly one way to write each value: RFC 8785 (JSON Canonicalization Scheme), with
 * whole numbers as its only numbers.
 *
 * <ul>
 *   <li>No white space. Object keys sorted by UTF-16 code units. UTF-8.
 *   <li>In strings only {@code "}, {@code \} and U+0000–U+001F are escaped: {@code \b \t \n \f \r},
 *       the rest as {@code \} {@code u00xx} in lower case.
 *   <li>A whole number up to 2⁵³−1 is a number; every other number is a string of plain decimal
 *       digits, so that no reader's floating point stands between two verifiers.
 *   <li>Dates, instants, identifiers and the rest are strings. Sets are sorted.
 *   <li>Half of a surrogate pair has no UTF-8: it is written U+FFFD.
 * </ul>
 */
public final class CanonicalJson {
  private static final long LARGEST = (1L << 53) - 1;

  private CanonicalJson() {}

  public static String of(@Nullable Object value) {
    var out = new StringBuilder();
    write(out, value);
    return out.toString();
  }

  private static void write(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Boolean b -> out.append(b);
      case Byte n -> out.append(n);
      case Short n -> out.append(n);
      case Integer n -> out.append(n);
      case Long n when Math.abs(n) <= LARGEST && n != Long.MIN_VALUE -> out.append(n);
      case BigDecimal n -> string(out, n.toPlainString());
      case Double n when Double.isFinite(n) ->
          string(out, BigDecimal.valueOf(n).stripTrailingZeros().toPlainString());
      case Map<?, ?> map -> object(out, map);
      case Set<?> set -> list(out, set.stream().sorted(Comparator.comparing(CanonicalJson::of)));
      case Collection<?> items -> list(out, items.stream());
      case Object[] items -> list(out, Arrays.stream(items));
      default -> string(out, value.toString());
    }
  }

  private static void object(StringBuilder out, Map<?, ?> map) {
    var sorted = new TreeMap<String, @Nullable Object>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    out.append('{');
    String comma = "";
    for (var field : sorted.entrySet()) {
      out.append(comma);
      string(out, field.getKey());
      out.append(':');
      write(out, field.getValue());
      comma = ",";
    }
    out.append('}');
  }

  private static void list(StringBuilder out, Stream<?> items) {
    out.append('[');
    int start = out.length();
    items.forEach(
        item -> {
          if (out.length() > start) {
            out.append(',');
          }
          write(out, item);
        });
    out.append(']');
  }

  private static void string(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else {
            out.append(Character.isSurrogate(c) ? '\uFFFD' : c);
          }
        }
      }
    }
    out.append('"');
  }
}
