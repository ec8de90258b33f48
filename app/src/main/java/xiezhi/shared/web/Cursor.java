package xiezhi.shared.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/** The sort key of the last row a client has seen; opaque to the client. */
public record Cursor(List<String> key) {
  private static final String BETWEEN = "\u001f";

  public Cursor {
    key = List.copyOf(key);
  }

  public static Cursor of(Object... key) {
    return new Cursor(Arrays.stream(key).map(String::valueOf).toList());
  }

  /** What the client sent back; empty if nothing. Refuses what we did not give out. */
  public static Optional<Cursor> decode(@Nullable String after, int words) {
    if (after == null || after.isEmpty()) {
      return Optional.empty();
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(after), UTF_8);
      List<String> key = Arrays.asList(plain.split(BETWEEN, -1));
      if (key.size() == words) {
        return Optional.of(new Cursor(key));
      }
    } catch (IllegalArgumentException _) {
      // not ours: refused below
    }
    throw unknown(after);
  }

  /** The word at that place of the key as an id; refuses what we did not give out. */
  public UUID id(int place) {
    try {
      return UUID.fromString(key.get(place));
    } catch (IllegalArgumentException _) {
      throw unknown(encode());
    }
  }

  /** The word at that place of the key as a moment; refuses what we did not give out. */
  public Instant instant(int place) {
    try {
      return Instant.parse(key.get(place));
    } catch (DateTimeParseException _) {
      throw unknown(encode());
    }
  }

  /** For keys that decode but whose words do not parse. */
  public static RefusedException unknown(String after) {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MALFORMED,
            "shared.unknown-cursor",
            "The list was asked to go on after a place it never gave out; begin at the start.",
            Map.of("after", after)));
  }

  public String encode() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(BETWEEN, key).getBytes(UTF_8));
  }
}
