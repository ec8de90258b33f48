package xiezhi.shared;

import java.util.Map;

/**
 * What a transition did: the aggregate as it is now, and the event by which the mechanism knows it.
 *
 * @param event as {@code transfer.sent}; the record, the obligations and the notifications all go
 *     by it
 * @param details facts for the record: ids, numbers, texts
 */
public record Change<T>(T after, String event, Map<String, Object> details) {
  public Change {
    details = Map.copyOf(details);
  }

  public static <T> Change<T> of(T after, String event) {
    return new Change<>(after, event, Map.of());
  }
}
