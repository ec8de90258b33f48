package xiezhi.document.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The letters this platform can write. */
public record LetterTemplates(Map<String, LetterTemplate> byKey) {
  public LetterTemplates {
    byKey = Map.copyOf(byKey);
  }

  public Optional<LetterTemplate> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  public Set<String> keys() {
    return byKey.keySet();
  }
}
