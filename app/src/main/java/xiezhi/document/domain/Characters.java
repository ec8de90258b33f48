package xiezhi.document.domain;

/** What does not belong in a text that goes on paper or into a file's name. */
public final class Characters {
  private Characters() {}

  /**
   * Without control characters, invisible format characters (among them those that turn the
   * direction of writing) and halves of pairs; tabs become spaces, line ends stay.
   */
  public static String clean(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                out.append('\n');
              } else if (c == '\t' || c == '\u2028' || c == '\u2029') {
                out.append(' ');
              } else if (isPrintable(c)) {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** Private and not yet assigned code points stay: they may be somebody's name. */
  static boolean isPrintable(int c) {
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !nonCharacter
        && switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
