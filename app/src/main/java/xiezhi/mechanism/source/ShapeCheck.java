package xiezhi.mechanism.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import xiezhi.mechanism.source.Shape.Choice;
import xiezhi.mechanism.source.Shape.Day;
import xiezhi.mechanism.source.Shape.Decimal;
import xiezhi.mechanism.source.Shape.Either;
import xiezhi.mechanism.source.Shape.Field;
import xiezhi.mechanism.source.Shape.Fields;
import xiezhi.mechanism.source.Shape.Flag;
import xiezhi.mechanism.source.Shape.ListOf;
import xiezhi.mechanism.source.Shape.OneOrMore;
import xiezhi.mechanism.source.Shape.RuleKey;
import xiezhi.mechanism.source.Shape.Scalar;
import xiezhi.mechanism.source.Shape.Table;
import xiezhi.mechanism.source.Shape.Text;
import xiezhi.mechanism.source.Shape.Whole;
import xiezhi.mechanism.source.Shape.Word;

/** Holds nodes against their shape and reports every place that does not fit. */
final class ShapeCheck {
  /** The People's Republic: nothing older can be a date of its administrative law. */
  private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private final String file;
  private final @Nullable Vocabulary vocabulary;
  private final Faults faults;

  /**
   * @param vocabulary null while the vocabulary itself is being read: words are then not looked up
   */
  ShapeCheck(String file, @Nullable Vocabulary vocabulary, Faults faults) {
    this.file = file;
    this.vocabulary = vocabulary;
    this.faults = faults;
  }

  void check(Node node, Shape shape, String path) {
    switch (shape) {
      case Text text -> text(node, text, path);
      case Whole(int min, int max) ->
          number(node, path, BigDecimal.valueOf(min), BigDecimal.valueOf(max), true);
      case Decimal(var min, var max) -> number(node, path, min, max, false);
      case Flag() -> {
        if (!is(node, Tag.BOOL)) {
          fault(node, path, "true or false is needed, found " + found(node));
        }
      }
      case Day() -> day(node, path);
      case Scalar() -> {
        if (!(node instanceof ScalarNode) || is(node, Tag.NULL)) {
          fault(node, path, "a single value is needed, found " + found(node));
        }
      }
      case Choice(var words) -> {
        if (!(node instanceof ScalarNode scalar) || !words.contains(scalar.getValue())) {
          fault(node, path, "one of %s is needed, found %s".formatted(words, found(node)));
        }
      }
      case Word(var list) -> {
        String word = text(node, new Text(60, null, "a word"), path);
        if (word != null && vocabulary != null && !vocabulary.words(list).contains(word)) {
          fault(
              node,
              path,
              "the vocabulary has no such word among its %s: %s%s"
                  .formatted(list, word, nearest(word, vocabulary.words(list))));
        }
      }
      case RuleKey() -> {
        String key = text(node, new Text(60, null, "a rule key"), path);
        if (key != null && vocabulary != null && vocabulary.key(key) == null) {
          fault(
              node,
              path,
              "keys.yaml has no rule key %s%s"
                  .formatted(key, nearest(key, vocabulary.keys().keySet())));
        }
      }
      case ListOf(var item, int least) -> list(node, item, least, path);
      case OneOrMore(var item) -> {
        if (node instanceof SequenceNode) {
          list(node, item, 1, path);
        } else {
          check(node, item, path);
        }
      }
      case Table(var name, var value) -> {
        Map<String, NodeTuple> entries = mapping(node, path);
        if (entries != null) {
          entries.forEach(
              (key, tuple) -> {
                check(tuple.getKeyNode(), name, child(path, key));
                check(tuple.getValueNode(), value, child(path, key));
              });
        }
      }
      case Fields fields -> fields(node, fields, path);
      case Either(var plain, var fields) ->
          check(node, node instanceof MappingNode ? fields : plain, path);
    }
  }

  private void fields(Node node, Fields shape, String path) {
    Map<String, NodeTuple> entries = mapping(node, path);
    if (entries == null) {
      return;
    }
    entries.forEach(
        (name, tuple) -> {
          Field field = shape.find(name);
          if (field == null) {
            Set<String> known = new TreeSet<>(shape.fields().stream().map(Field::name).toList());
            fault(
                tuple.getKeyNode(),
                child(path, name),
                "unknown key%s; known are %s".formatted(nearest(name, known), known));
          } else if (field.required() || !is(tuple.getValueNode(), Tag.NULL)) {
            check(tuple.getValueNode(), field.shape(), child(path, name));
          }
        });
    for (Field field : shape.fields()) {
      if (field.required() && !entries.containsKey(field.name())) {
        fault(node, child(path, field.name()), "is missing");
      }
    }
    for (Set<String> group : shape.exactlyOne()) {
      List<String> present =
          entries.entrySet().stream()
              .filter(e -> group.contains(e.getKey()) && !is(e.getValue().getValueNode(), Tag.NULL))
              .map(Map.Entry::getKey)
              .toList();
      if (present.size() != 1) {
        fault(
            node,
            path,
            "exactly one of %s is needed, found %s"
                .formatted(new TreeSet<>(group), present.isEmpty() ? "none" : present));
      }
    }
  }

  private void list(Node node, Shape item, int least, String path) {
    if (!(node instanceof SequenceNode sequence)) {
      fault(node, path, "a list is needed, found " + found(node));
      return;
    }
    if (sequence.getValue().size() < least) {
      fault(node, path, "at least %d is needed, found none".formatted(least));
    }
    int index = 0;
    for (Node child : sequence.getValue()) {
      check(child, item, item(path, child, index++));
    }
  }

  private @Nullable Map<String, NodeTuple> mapping(Node node, String path) {
    if (!(node instanceof MappingNode mapping)) {
      fault(node, path, "named fields are needed, found " + found(node));
      return null;
    }
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        fault(tuple.getKeyNode(), path, "a field name must be a word");
      } else if (entries.putIfAbsent(key.getValue(), tuple) != null) {
        fault(key, child(path, key.getValue()), "stands here twice");
      }
    }
    return entries;
  }

  private @Nullable String text(Node node, Text shape, String path) {
    if (!is(node, Tag.STR)) {
      fault(
          node,
          path,
          node instanceof ScalarNode && !is(node, Tag.NULL)
              ? "%s is needed, found %s: put it in quotes".formatted(shape.what(), found(node))
              : "%s is needed, found %s".formatted(shape.what(), found(node)));
      return null;
    }
    String value = ((ScalarNode) node).getValue();
    if (value.isBlank()) {
      fault(node, path, shape.what() + " is needed, found none");
    } else if (value.length() > shape.longest()) {
      fault(
          node,
          path,
          "at most %,d characters are allowed, found %,d"
              .formatted(shape.longest(), value.length()));
    } else if (shape.pattern() != null && !shape.pattern().matcher(value).matches()) {
      fault(node, path, "%s is needed, found %s".formatted(shape.what(), found(node)));
    } else {
      return value;
    }
    return null;
  }

  private void number(Node node, String path, BigDecimal min, BigDecimal max, boolean whole) {
    String needed =
        "%s from %s to %s"
            .formatted(
                whole ? "a whole number" : "a number", min.toPlainString(), max.toPlainString());
    BigDecimal value = null;
    if (is(node, Tag.INT) || (!whole && is(node, Tag.FLOAT))) {
      value = Values.number((ScalarNode) node);
    }
    if (value == null || value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      fault(node, path, "%s is needed, found %s".formatted(needed, found(node)));
    }
  }

  private void day(Node node, String path) {
    if (node instanceof ScalarNode scalar) {
      try {
        LocalDate day = LocalDate.parse(scalar.getValue());
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
          fault(
              node,
              path,
              "a day from %s to %s is needed, found %s".formatted(EARLIEST, LATEST, day));
        }
        return;
      } catch (DateTimeException e) {
        // reported below, with what was found
      }
    }
    fault(node, path, "a day that exists is needed, as 2024-11-14, found " + found(node));
  }

  private void fault(Node node, String path, String message) {
    faults.at(file, node, path, message);
  }

  static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** An item is called by its id where it has one: people look for that, not for the 47th. */
  static String item(String path, Node node, int index) {
    String name = String.valueOf(index + 1);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key
            && "id".equals(key.getValue())
            && tuple.getValueNode() instanceof ScalarNode id
            && id.getValue().length() <= 60) {
          name = id.getValue();
        }
      }
    }
    return path + "[" + name + "]";
  }

  static boolean is(Node node, Tag tag) {
    return node instanceof ScalarNode && node.getTag().equals(tag);
  }

  private static String found(Node node) {
    return switch (node) {
      case ScalarNode s when is(s, Tag.NULL) -> "nothing";
      case ScalarNode s -> {
        String value = s.getValue();
        yield value.length() > 60 ? value.substring(0, 60) + "…" : value;
      }
      case SequenceNode s -> "a list";
      case MappingNode m -> "named fields";
      default -> "something else";
    };
  }

  private static String nearest(String word, Set<String> known) {
    String best = "";
    int least = Math.max(2, word.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? "" : " (did you mean %s?)".formatted(best);
  }

  /** How many letters must be put in, taken out or exchanged to get from one word to the other. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(exchanged, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
