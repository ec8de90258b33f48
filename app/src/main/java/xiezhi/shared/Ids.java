package xiezhi.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Identifiers that grow with time (UUID version 7, RFC 9562), so that an index is filled at its
 * end, and what was made later stands later: also within a millisecond, of which the twelve bits
 * after it tell the fraction (the RFC's third method).
 */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /**
   * A new identifier. The wall clock only spreads identifiers: nothing reads a time out of them.
   */
  public static UUID next() {
    byte[] b = new byte[8];
    RANDOM.nextBytes(b);
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Clock.systemUTC().instant());
    long high = ((micros / 1000) << 16) | 0x7000L | (micros % 1000 * 4096 / 1000);
    long low = 0x2L << 62;
    for (int i = 0; i < 8; i++) {
      low |= (b[i] & (i == 0 ? 0x3FL : 0xFFL)) << ((7 - i) * 8);
    }
    return new UUID(high, low);
  }
}
