package xiezhi.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4 (GB/T 32907-2016) in Galois/counter mode, HMAC with SM3 (GB/T 32905-2016). The nonce is
 * random, 96 bits: good for four thousand million values with one key.
 */
final class Sm4Vault implements Vault {
  private static final String SEAL = "SM4-GCM";
  private static final String INDEX = "HmacSM3";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final KeyRing keys;
  private final SecureRandom random = new SecureRandom();

  Sm4Vault(KeyRing keys) {
    this.keys = keys;
  }

  @Override
  public String seal(String plain) {
    String head = SEAL + ":" + keys.newest();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] text = plain.getBytes(StandardCharsets.UTF_8);
    var cipher = cipher(true, keys.sealing(keys.newest()), nonce, ascii(head));
    byte[] out = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(text.length));
    int done = cipher.processBytes(text, 0, text.length, out, NONCE_BYTES);
    try {
      cipher.doFinal(out, NONCE_BYTES + done);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("sealing failed", e);
    }
    return head + ":" + encoded(out);
  }

  private static String encoded(byte[] content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  @Override
  public String open(String sealed) {
    String[] parts = sealed.split(":", -1);
    if (parts.length != 3 || !parts[0].equals(SEAL)) {
      throw new BrokenSealException("A value is not sealed with " + SEAL + ".");
    }
    KeyParameter key = keys.sealing(parts[1]);
    byte[] content = bytes(parts[2]);
    byte[] nonce = Arrays.copyOf(content, NONCE_BYTES);
    var cipher = cipher(false, key, nonce, ascii(parts[0] + ":" + parts[1]));
    int length = content.length - NONCE_BYTES;
    byte[] plain = new byte[cipher.getOutputSize(length)];
    try {
      int done = cipher.processBytes(content, NONCE_BYTES, length, plain, 0);
      done += cipher.doFinal(plain, done);
      return new String(plain, 0, done, StandardCharsets.UTF_8);
    } catch (InvalidCipherTextException e) {
      throw new BrokenSealException("A sealed value was changed after it was sealed.", e);
    }
  }

  private static byte[] bytes(String encoded) {
    byte[] content;
    try {
      content = Base64.getUrlDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      throw new BrokenSealException("A sealed value is not base64url any more.", e);
    }
    // the last letter has bits that say nothing: only one way of writing them is ours
    if (!encoded(content).equals(encoded)) {
      throw new BrokenSealException("A sealed value is not written as it was sealed.");
    }
    if (content.length < NONCE_BYTES + TAG_BITS / 8) {
      throw new BrokenSealException("A sealed value was cut short.");
    }
    return content;
  }

  /**
   * @param head protected too: a value cannot be made to look as if another key had sealed it
   */
  static GCMModeCipher cipher(boolean seal, KeyParameter key, byte[] nonce, byte[] head) {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(seal, new AEADParameters(key, TAG_BITS, nonce, head));
    return cipher;
  }

  private static byte[] ascii(String head) {
    return head.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String blindIndex(String plain) {
    byte[] value = keys.index(plain.getBytes(StandardCharsets.UTF_8));
    return INDEX + ":" + HexFormat.of().formatHex(value);
  }
}
