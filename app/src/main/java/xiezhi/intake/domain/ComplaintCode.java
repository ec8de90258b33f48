package xiezhi.intake.domain;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import xiezhi.shared.CountyCode;

/**
 * 查询码: by which a complainant follows a complaint without an account. Names its county, so that it
 * can be looked up behind the county wall; the rest is random and says nothing.
 *
 * @param text as {@code 990001-7K3F-9QWD-2M}: six digits, then ten letters of Crockford's base 32,
 *     50 bits
 */
public record ComplaintCode(String text) {
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern SHAPE =
      Pattern.compile("\\d{6}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public ComplaintCode {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("no complaint code: " + text.length() + " characters");
    }
  }

  public static ComplaintCode next(CountyCode county) {
    StringBuilder code = new StringBuilder(county.value()).append('-');
    for (int i = 0; i < 10; i++) {
      if (i == 4 || i == 8) {
        code.append('-');
      }
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return new ComplaintCode(code.toString());
  }

  /**
   * As people type it: small letters, blanks, O for 0, I and L for 1. Empty if it cannot be one.
   */
  public static Optional<ComplaintCode> typed(String typed) {
    String plain =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^0-9A-Z]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    if (plain.length() != 16) {
      return Optional.empty();
    }
    String spaced =
        plain.substring(0, 6)
            + "-"
            + plain.substring(6, 10)
            + "-"
            + plain.substring(10, 14)
            + "-"
            + plain.substring(14);
    return SHAPE.matcher(spaced).matches()
        ? Optional.of(new ComplaintCode(spaced))
        : Optional.empty();
  }

  public CountyCode county() {
    return new CountyCode(text.substring(0, 6));
  }

  @Override
  public String toString() {
    return text;
  }
}
