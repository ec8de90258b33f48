package xiezhi.mechanism.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the vocabulary that this build of the platform knows. */
final class VocabularyReader {
  private VocabularyReader() {}

  private static final class Packaged {
    private static final Vocabulary VOCABULARY =
        read(resource("mechanisms/vocabulary.yaml"), resource("mechanisms/keys.yaml"));
  }

  static Vocabulary packaged() {
    return Packaged.VOCABULARY;
  }

  /**
   * @throws IllegalStateException naming every fault: these two files are ours, not a county's
   */
  static Vocabulary read(String vocabulary, String keys) {
    Faults faults = new Faults();
    Node words = YamlFile.parse("vocabulary.yaml", vocabulary, faults);
    Node catalogue = YamlFile.parse("keys.yaml", keys, faults);
    if (words != null && catalogue != null) {
      new ShapeCheck("vocabulary.yaml", null, faults).check(words, FileShapes.VOCABULARY_FILE, "");
      new ShapeCheck("keys.yaml", null, faults).check(catalogue, FileShapes.KEYS_FILE, "");
    }
    if (words == null || catalogue == null || !faults.isEmpty()) {
      throw new IllegalStateException("the vocabulary is faulty: " + faults.all());
    }
    Values all = Values.of(words);
    SequencedMap<String, SequencedMap<String, Vocabulary.Label>> lists = new LinkedHashMap<>();
    for (String list : FileShapes.LISTS) {
      SequencedMap<String, Vocabulary.Label> labels = new LinkedHashMap<>();
      Values.of(all.node(list)).fields().forEach((name, node) -> labels.put(name, label(node)));
      lists.put(list, labels);
    }
    SequencedMap<String, Vocabulary.Fact> facts = new LinkedHashMap<>();
    Values.of(all.node("facts"))
        .fields()
        .forEach((name, node) -> facts.put(name, fact(node, lists)));
    SequencedMap<String, Vocabulary.Key> known = new LinkedHashMap<>();
    Values.of(catalogue)
        .fields()
        .forEach(
            (name, node) -> {
              Values key = Values.of(node);
              known.put(
                  name, new Vocabulary.Key(key.texts("type"), key.text("duty", name), label(node)));
            });
    return new Vocabulary(lists, facts, known);
  }

  private static Vocabulary.Fact fact(
      Node node, SequencedMap<String, SequencedMap<String, Vocabulary.Label>> lists) {
    Values fact = Values.of(node);
    Set<String> values = new LinkedHashSet<>(fact.texts("values"));
    String of = fact.find("of", null);
    if (of != null && lists.containsKey(of)) {
      values.addAll(lists.get(of).keySet());
    }
    return new Vocabulary.Fact(label(node), fact.text("type"), values);
  }

  private static Vocabulary.Label label(Node node) {
    Values values = Values.of(node);
    return new Vocabulary.Label(values.text("zh"), values.text("en"));
  }

  private static String resource(String path) {
    try (InputStream in = VocabularyReader.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
