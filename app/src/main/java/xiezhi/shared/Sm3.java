package xiezhi.shared;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The hash SM3 (GB/T 32905-2016), written as 64 lower-case hexadecimal digits: what the ledger's
 * chain and the store of attachments are built on (商用密码管理条例).
 */
public final class Sm3 {
  /** Stored beside every hash, so that another algorithm can follow one day. */
  public static final String ALGORITHM = "SM3";

  private final SM3Digest digest = new SM3Digest();

  /** Of these bytes. */
  public static String of(byte[] bytes) {
    return new Sm3().add(bytes, 0, bytes.length).hex();
  }

  /** Of this text in UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** For content that comes in pieces; ends with {@link #hex}. */
  public Sm3 add(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
    return this;
  }

  /** The hash of all that was added; begins anew. */
  public String hex() {
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return HexFormat.of().formatHex(out);
  }
}
