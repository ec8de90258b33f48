package xiezhi.powers.domain;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words by which Chinese text is found without a dictionary: every character and every pair of
 * neighbours (bigram); letters and digits as whole words. PostgreSQL's own parser keeps a run of
 * Chinese as one word, which finds nothing.
 */
public final class SearchWords {
  private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
  private static final int MOST = 64;

  private SearchWords() {}

  /** What a text is found by. */
  public static List<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (String run : runs(text)) {
      if (isHan(run)) {
        int[] letters = run.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
          words.add(new String(letters, i, 1));
          if (i + 1 < letters.length) {
            words.add(new String(letters, i, 2));
          }
        }
      } else {
        words.add(run);
      }
    }
    return List.copyOf(words);
  }

  /** A {@code tsquery} that asks for all of the words; empty if there is nothing to ask for. */
  public static String query(String wanted) {
    Set<String> words = new LinkedHashSet<>();
    for (String run : runs(wanted)) {
      int[] letters = run.codePoints().toArray();
      if (!isHan(run)) {
        words.add("'" + run + "':*");
      } else if (letters.length == 1) {
        words.add("'" + run + "'");
      } else {
        for (int i = 0; i + 1 < letters.length; i++) {
          words.add("'" + new String(letters, i, 2) + "'");
        }
      }
    }
    return words.stream().limit(MOST).collect(Collectors.joining(" & "));
  }

  private static List<String> runs(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return RUN.matcher(plain).results().map(r -> r.group()).toList();
  }

  private static boolean isHan(String run) {
    return Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN;
  }
}
