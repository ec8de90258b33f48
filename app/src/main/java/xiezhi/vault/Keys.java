package xiezhi.vault;

import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import xiezhi.platform.StartFault;

/** Keys as an operator writes them down. */
final class Keys {
  private Keys() {}

  /** From the configuration; says what lacks. */
  static KeyRing configured(VaultSettings settings) {
    SortedMap<Integer, byte[]> sealing = new TreeMap<>();
    if (settings.keys() != null) {
      settings
          .keys()
          .forEach(
              (number, digits) ->
                  sealing.put(
                      number,
                      parse(digits, KeyRing.SEALING_KEY_BYTES, "xiezhi.vault.keys." + number)));
    }
    if (sealing.isEmpty() || settings.indexKey() == null) {
      throw new StartFault(
          "Of the keys for sealing personal data only "
              + (sealing.isEmpty() ? "xiezhi.vault.index-key" : "xiezhi.vault.keys")
              + " is configured.",
          "Configure both, or neither: with neither they are made in the data folder.");
    }
    return new KeyRing(
        sealing, parse(settings.indexKey(), KeyRing.INDEX_KEY_BYTES, "xiezhi.vault.index-key"));
  }

  /** Never repeats what it found: it may be most of a key. */
  static byte[] parse(String digits, int bytes, String place) {
    String wanted = "A key of %d hexadecimal digits is needed there.".formatted(bytes * 2);
    if (digits.length() != bytes * 2) {
      throw new StartFault(
          "The key in %s has %d characters.".formatted(place, digits.length()), wanted);
    }
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException e) {
      throw new StartFault("The key in %s is not hexadecimal.".formatted(place), wanted);
    }
  }
}
