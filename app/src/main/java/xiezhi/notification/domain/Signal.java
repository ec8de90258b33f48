package xiezhi.notification.domain;

import java.util.Optional;
import java.util.UUID;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/**
 * What goes through the database from replica to replica: only where to look, never what is said.
 */
public record Signal(CountyCode county, BodyId body, UUID telling) {
  public static Optional<Signal> parse(String text) {
    String[] words = text.split(" ", -1);
    try {
      return words.length == 3
          ? Optional.of(
              new Signal(new CountyCode(words[0]), new BodyId(words[1]), UUID.fromString(words[2])))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return county + " " + body + " " + telling;
  }
}
