package xiezhi.vault;

/**
 * Seals texts and opens them again. Every sealed value names its algorithm and its key, so that a
 * key or an algorithm can be replaced while the old values still open.
 *
 * <p>Sealing the same text twice gives two values: a sealed value says nothing but its length.
 */
public interface Vault {
  /**
   * The text sealed with the newest key: {@code SM4-GCM:<key>:<base64url of nonce, ciphertext and
   * tag>}.
   */
  String seal(String plain);

  /**
   * The text in it.
   *
   * @throws BrokenSealException if the value was changed, or its key is not at hand
   */
  String open(String sealed);

  /**
   * The same text always gives the same value, and nobody without the key can tell which text it
   * was: {@code HmacSM3:<64 hexadecimal digits>}. For finding a sealed text by all of it; the
   * caller brings the text into one form first. Its key does not change when the sealing key does.
   */
  String blindIndex(String plain);
}
