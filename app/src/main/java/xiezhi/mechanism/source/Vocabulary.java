package xiezhi.mechanism.source;

import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words a rule may use: {@code mechanisms/vocabulary.yaml} and {@code mechanisms/keys.yaml}. A
 * flow that brings new events, acts or facts adds them there.
 */
public record Vocabulary(
    SequencedMap<String, SequencedMap<String, Label>> lists,
    SequencedMap<String, Fact> facts,
    SequencedMap<String, Key> keys) {

  public record Label(String zh, String en) {}

  /**
   * @param type {@code text}, {@code flag}, {@code number}, {@code set} or {@code instant}
   * @param values its possible values; empty if they are not a closed list
   */
  public record Fact(Label label, String type, Set<String> values) {}

  /**
   * @param types the kinds of value its rules may have
   */
  public record Key(List<String> types, String duty, Label label) {}

  /** What this build of the platform knows. */
  public static Vocabulary packaged() {
    return VocabularyReader.packaged();
  }

  /** The words of that list in their order; {@code facts} are one of the lists. */
  public Set<String> words(String list) {
    if ("facts".equals(list)) {
      return facts.keySet();
    }
    SequencedMap<String, Label> labels = lists.get(list);
    return labels == null ? Set.of() : labels.keySet();
  }

  /** Null if there is no such key: a version of years ago may use one that is gone. */
  public @Nullable Key key(String name) {
    return keys.get(name);
  }
}
