package xiezhi.mechanism;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a flow knows about the case in hand, by name: texts, numbers, flags, and sets of texts.
 * Rules' conditions read it.
 */
public record Facts(Map<String, Object> values) {
  public static final Facts NONE = new Facts(Map.of());

  public Facts {
    values = Map.copyOf(values);
  }

  public Facts with(String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.put(name, value);
    return new Facts(all);
  }

  public Facts with(Facts other) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.putAll(other.values);
    return new Facts(all);
  }

  public Optional<Object> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public boolean isTrue(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** The fact as a set of texts; a single value is a set of one, an absent one is empty. */
  public Set<String> set(String name) {
    Object value = values.get(name);
    return switch (value) {
      case null -> Set.of();
      case Collection<?> many ->
          many.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
      default -> Set.of(String.valueOf(value));
    };
  }
}
