package xiezhi.mechanism.source;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words a rule may use: {@code mechanisms/vocabulary.yaml} and {@code mechanisms/keys.yaml}. A
 * flow that brings new events, acts or facts adds them there.
 */
record Vocabulary(
    SequencedMap<String, SequencedMap<String, Label>> lists,
    SequencedMap<String, Fact> facts,
    SequencedMap<String, Key> keys) {

  record Label(String zh, String en) {}

  /**
   * @param type {@code text}, {@code flag}, {@code number}, {@code set} or {@code instant}
   * @param values its possible values; empty if they are not a closed list
   */
  record Fact(Label label, String type, Set<String> values) {}

  /**
   * @param types the kinds of value its rules may have
   */
  record Key(List<String> types, String duty, Label label) {}

  /** The words of that list in their order; {@code facts} are one of the lists. */
  Set<String> words(String list) {
    return "facts".equals(list)
        ? facts.keySet()
        : ((Map<String, ?>) lists.getOrDefault(list, new java.util.LinkedHashMap<>())).keySet();
  }

  @Nullable Key key(String name) {
    return keys.get(name);
  }
}
