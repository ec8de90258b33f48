package xiezhi.vault;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The keys at hand. A key is named by a check value of itself, not by its number: a value sealed
 * with a lost key says so, even if another key has taken that number since.
 */
final class KeyRing {
  /** SM4 knows keys of 128 bits only. */
  static final int SEALING_KEY_BYTES = 16;

  /** As long as the hash's value, as RFC 2104 advises. */
  static final int INDEX_KEY_BYTES = 32;

  private static final String CHECKED = "xiezhi vault key";
  private static final int NAME_BYTES = 4;

  private final Map<String, byte[]> byName = new HashMap<>();
  private final String newest;
  private final byte[] indexKey;

  /**
   * @param sealing at least one, by number
   */
  KeyRing(SortedMap<Integer, byte[]> sealing, byte[] indexKey) {
    sealing.values().forEach(key -> byName.put(name(key), checked(key, SEALING_KEY_BYTES)));
    this.newest = name(sealing.sequencedValues().getLast());
    this.indexKey = checked(indexKey, INDEX_KEY_BYTES);
  }

  private static byte[] checked(byte[] key, int bytes) {
    if (key.length != bytes) {
      throw new IllegalArgumentException(
          "a key has %d bytes, found %d".formatted(bytes, key.length));
    }
    return key.clone();
  }

  /** The name of the key that seals. */
  String newest() {
    return newest;
  }

  KeyParameter sealing(String name) {
    byte[] key = byName.get(name);
    if (key == null) {
      throw new BrokenSealException(
          "A value was sealed with key %s, which is not among the %d at hand."
              .formatted(name.matches("[0-9a-f]{8}") ? name : "(unreadable)", byName.size()));
    }
    return new KeyParameter(key);
  }

  byte[] index(byte[] plain) {
    return hmac(indexKey, plain);
  }

  private static String name(byte[] key) {
    byte[] check = hmac(key, CHECKED.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(check, 0, NAME_BYTES);
  }

  static byte[] hmac(byte[] key, byte[] content) {
    var mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(key));
    mac.update(content, 0, content.length);
    byte[] out = new byte[mac.getMacSize()];
    mac.doFinal(out, 0);
    return out;
  }
}
