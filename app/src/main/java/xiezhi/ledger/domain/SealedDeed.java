package xiezhi.ledger.domain;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import xiezhi.ledger.domain.Entry.Deed;
import xiezhi.shared.CanonicalJson;
import xiezhi.shared.Ids;
import xiezhi.shared.Sm3;

/**
 * Something confidential that was done. The chain holds its seal.
 *
 * @param salt thirty-two hex digits, so that nobody finds the words by trying them
 */
public record SealedDeed(UUID id, Deed deed, String salt) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public static SealedDeed of(Deed deed) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return new SealedDeed(Ids.next(), deed, HexFormat.of().formatHex(salt));
  }

  /**
   * What stands in the chain: the hash of the canonical JSON of an object with the seven keys
   * account, act, body, details (a text), name, salt, subject.
   */
  public String seal() {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("account", deed.account());
    words.put("act", deed.act());
    words.put("body", deed.body());
    words.put("details", deed.details());
    words.put("name", deed.name());
    words.put("salt", salt);
    words.put("subject", deed.subject());
    return Sm3.of(CanonicalJson.of(words));
  }
}
