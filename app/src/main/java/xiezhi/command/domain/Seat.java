package xiezhi.command.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who sits where.
 *
 * @param post id of the post, and {@code seat} which of its seats
 * @param account null: vacant
 * @param by who seated or unseated them
 */
public record Seat(
    String post,
    String seat,
    @Nullable String account,
    String name,
    Instant since,
    String by,
    int version) {

  public boolean isVacant() {
    return account == null;
  }
}
