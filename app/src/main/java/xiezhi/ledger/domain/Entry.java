package xiezhi.ledger.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.CanonicalJson;
import xiezhi.shared.Sm3;

/**
 * One link of a county's chain.
 *
 * @param county whose chain
 * @param seq place in it: 1, 2, 3, … without a gap
 * @param deed who did what, when
 * @param previousHash hash of the entry before; sixty-four zeros before the first
 * @param hash of {@link #canonical}
 * @param algorithm of the hash
 */
public record Entry(
    String county, long seq, Deed deed, String previousHash, String hash, String algorithm) {
  /** What stands before the first entry. */
  public static final String NOTHING_BEFORE = "0".repeat(64);

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /**
   * What was done, not yet in a chain.
   *
   * @param at to the microsecond, as the database keeps it
   * @param details canonical JSON of an object
   */
  public record Deed(
      Instant at,
      String account,
      String name,
      String body,
      String act,
      String subject,
      @Nullable UUID matter,
      String details) {
    public Deed {
      at = at.truncatedTo(ChronoUnit.MICROS);
      account = storable(account);
      name = storable(name);
      body = storable(body);
      act = storable(act);
      subject = storable(subject);
    }

    /** With the facts as the use case gave them. */
    public static Deed of(
        Instant at,
        String account,
        String name,
        String body,
        String act,
        String subject,
        @Nullable UUID matter,
        Map<String, ?> details) {
      return new Deed(at, account, name, body, act, subject, matter, CanonicalJson.of(details));
    }

    /** U+0000 cannot stand in a database text, half a surrogate pair not in UTF-8. */
    private static String storable(String text) {
      StringBuilder clean = null;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (pair) {
          i++;
        } else if (c == 0 || Character.isSurrogate(c)) {
          clean = clean == null ? new StringBuilder(text) : clean;
          clean.setCharAt(i, '\uFFFD');
        }
      }
      return clean == null ? text : clean.toString();
    }
  }

  /** The next link: this deed, tied to what stands before it. */
  public static Entry chain(String county, long seq, String previousHash, Deed deed) {
    String text = canonical(county, seq, deed, previousHash, Sm3.ALGORITHM);
    return new Entry(county, seq, deed, previousHash, Sm3.of(text), Sm3.ALGORITHM);
  }

  /**
   * The text that is hashed: the canonical JSON of an object with the twelve keys account, act,
   * algorithm, at, body, county, details, matter, name, previous, seq, subject.
   */
  public String canonical() {
    return canonical(county, seq, deed, previousHash, algorithm);
  }

  private static String canonical(
      String county, long seq, Deed deed, String previousHash, String algorithm) {
    return "{\"account\":"
        + CanonicalJson.of(deed.account())
        + ",\"act\":"
        + CanonicalJson.of(deed.act())
        + ",\"algorithm\":"
        + CanonicalJson.of(algorithm)
        + ",\"at\":"
        + CanonicalJson.of(MICROSECONDS.format(deed.at()))
        + ",\"body\":"
        + CanonicalJson.of(deed.body())
        + ",\"county\":"
        + CanonicalJson.of(county)
        + ",\"details\":"
        + deed.details()
        + ",\"matter\":"
        + CanonicalJson.of(deed.matter())
        + ",\"name\":"
        + CanonicalJson.of(deed.name())
        + ",\"previous\":"
        + CanonicalJson.of(previousHash)
        + ",\"seq\":"
        + seq
        + ",\"subject\":"
        + CanonicalJson.of(deed.subject())
        + "}";
  }
}
