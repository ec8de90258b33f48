package xiezhi.mechanism.domain;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a clause's quote in the text of its instrument. The two were typed by different hands: they
 * may differ in white space and in the width of their punctuation, never in their words.
 */
public final class QuoteFinder {
  /** From start, included, to end, excluded, in the text. */
  public record Range(int start, int end) {}

  private final String plain;
  private final int[] places;
  private final int length;

  /** Prepares a text, so that many quotes can be looked for in it. */
  public QuoteFinder(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int[] places = new int[text.length() * 4 + 4];
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      String same = plain(text.charAt(i));
      for (int j = 0; j < same.length() && at < places.length; j++) {
        plain.append(same.charAt(j));
        places[at++] = i;
      }
    }
    this.plain = plain.toString();
    this.places = places;
    this.length = text.length();
  }

  public @Nullable Range find(String quote) {
    StringBuilder wanted = new StringBuilder(quote.length());
    for (int i = 0; i < quote.length(); i++) {
      wanted.append(plain(quote.charAt(i)));
    }
    // a full stop at the end of a quote may be a comma in the text
    int end = wanted.length();
    while (end > 0 && ".;,:".indexOf(wanted.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end == 0) {
      return null;
    }
    int at = plain.indexOf(wanted.substring(0, end));
    return at < 0 ? null : new Range(places[at], Math.min(length, places[at + end - 1] + 1));
  }

  private static String plain(char c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return "";
    }
    return switch (c) {
      case '。', '．' -> ".";
      case '“', '”', '„', '＂', '「', '」' -> "\"";
      case '‘', '’', '＇' -> "'";
      case '【', '〔', '［' -> "[";
      case '】', '〕', '］' -> "]";
      case '—', '–', '－', '―' -> "-";
      default -> c < 0x80 ? String.valueOf(c) : compatible(c);
    };
  }

  private static String compatible(char c) {
    return Character.isSurrogate(c)
        ? String.valueOf(c)
        : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).strip();
  }
}
