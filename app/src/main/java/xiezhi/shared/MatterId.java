package xiezhi.shared;

import java.util.UUID;

/** A matter (事项): the thread on which everything hangs that happens to one violation. */
public record MatterId(UUID value) {
  public static MatterId next() {
    return new MatterId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
