package xiezhi.document.domain;

import java.util.regex.Pattern;

/**
 * How a county numbers its letters (文号): the issuer's short name, the year in full in 〔〕, a number
 * without leading zeros (GB/T 9704-2012 7.2.5).
 *
 * @param pattern as {@code {issuer}案移〔{year}〕{n}号}
 */
public record NumberFormat(String pattern) {
  private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

  public NumberFormat {
    var places = PLACE.matcher(pattern).results().map(place -> place.group(1)).toList();
    if (!places.contains("n") || !java.util.Set.of("issuer", "year", "n").containsAll(places)) {
      throw new IllegalArgumentException(
          "a letter number is made of {issuer}, {year} and {n}, found: " + pattern);
    }
  }

  public String number(String issuer, int year, long n) {
    return fill(issuer, year, Long.toString(n));
  }

  /** For a draft: the place of the number left empty. */
  public String unnumbered(String issuer, int year) {
    return fill(issuer, year, "\u3000");
  }

  private String fill(String issuer, int year, String n) {
    return PLACE
        .matcher(pattern)
        .replaceAll(
            place ->
                java.util.regex.Matcher.quoteReplacement(
                    switch (place.group(1)) {
                      case "issuer" -> issuer;
                      case "year" -> Integer.toString(year);
                      default -> n;
                    }));
  }
}
