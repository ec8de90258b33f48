package xiezhi.shared;

import java.util.Locale;

/**
 * Constants as the words that mechanism files and the wire use: {@code COUNTY_GOVERNMENT} is {@code
 * county-government}.
 */
public final class Words {
  private Words() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
