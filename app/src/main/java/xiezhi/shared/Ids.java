package xiezhi.shared;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Identifiers that grow with time (UUID version 7, RFC 9562), so that an index is filled at its
 * end.
 */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /**
   * A new identifier. The wall clock only spreads identifiers: nothing reads a time out of them.
   */
  @SuppressWarnings("JavaUtilDate")
  public static UUID next() {
    byte[] b = new byte[10];
    RANDOM.nextBytes(b);
    long millis = java.time.Clock.systemUTC().millis();
    long high = (millis << 16) | 0x7000L | ((b[0] & 0x0FL) << 8) | (b[1] & 0xFFL);
    long low = 0x2L << 62;
    for (int i = 2; i < 10; i++) {
      low |= (b[i] & (i == 2 ? 0x3FL : 0xFFL)) << ((9 - i) * 8);
    }
    return new UUID(high, low);
  }
}
