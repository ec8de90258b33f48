package xiezhi.document.domain;

import java.util.Locale;

/** Names of files that people gave and that every system can take. */
public final class FileName {
  /** Code points, the ending included: short enough in UTF-8 for every file system. */
  static final int LONGEST = 80;

  private static final String NAMELESS = "未命名";

  private FileName() {}

  /**
   * Only the name, without folders; without control and invisible characters, without what some
   * system forbids; cut in the middle of nothing and keeping its ending.
   */
  public static String clean(String given) {
    String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    name =
        Characters.clean(name)
            .replaceAll("[\\s\\u3000]+", " ")
            .replaceAll("[<>:\"|?*]", "_")
            .replaceAll("^[. ]+|[. ]+$", "");
    if (name.isEmpty()) {
      return NAMELESS;
    }
    String ending = ending(name);
    String dotted = ending.isEmpty() ? "" : name.substring(name.length() - ending.length() - 1);
    String stem = name.substring(0, name.length() - dotted.length());
    if (stem.isBlank()) {
      stem = NAMELESS;
    }
    int room = LONGEST - dotted.length();
    if (stem.codePointCount(0, stem.length()) > room) {
      stem = stem.substring(0, stem.offsetByCodePoints(0, room)).stripTrailing();
    }
    return stem + dotted;
  }

  /** What follows the last point, in small letters; empty if that is no ending. */
  public static String ending(String name) {
    int point = name.lastIndexOf('.');
    String ending = point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
    return ending.matches("[a-z0-9]{1,10}") ? ending : "";
  }
}
