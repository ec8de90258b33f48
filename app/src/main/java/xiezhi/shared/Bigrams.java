package xiezhi.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How Chinese is searched without a dictionary: by its pairs of letters. A text is found if all
 * pairs of what is sought occur in it.
 */
public final class Bigrams {
  private Bigrams() {}

  /** Each pair once, in order; a word of one letter counts as itself. */
  public static List<String> of(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}，。、；：？！（）《》〔〕【】“”]+", " ");
    List<String> found = new ArrayList<>();
    for (String word : plain.split(" ", -1)) {
      int[] letters = word.codePoints().toArray();
      if (letters.length == 1) {
        found.add(word);
      }
      for (int i = 0; i + 1 < letters.length; i++) {
        found.add(new String(letters, i, 2));
      }
    }
    return found.stream().distinct().toList();
  }

  /** A text query over bigrams, quoted so that no letter is an operator. */
  public static String query(String text) {
    return of(text).stream()
        .map(b -> "'" + b.replace("\\", "\\\\").replace("'", "''") + "'")
        .collect(Collectors.joining(" & "));
  }
}
