package xiezhi.mechanism.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The fields of a node; what is null counts as absent. */
record Values(SequencedMap<String, Node> fields) {

  static Values of(Node node) {
    SequencedMap<String, Node> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name
          && !ShapeCheck.is(tuple.getValueNode(), Tag.NULL)) {
        fields.put(name.getValue(), tuple.getValueNode());
      }
    }
    return new Values(fields);
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  @Nullable Node find(String name) {
    return fields.get(name);
  }

  Node node(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  @Nullable String find(String name, @Nullable String otherwise) {
    Node node = find(name);
    return node == null ? otherwise : string(node);
  }

  String text(String name) {
    return string(node(name));
  }

  String text(String name, String otherwise) {
    Node node = find(name);
    return node == null ? otherwise : string(node);
  }

  boolean flag(String name) {
    return find(name) instanceof ScalarNode scalar && bool(scalar);
  }

  @Nullable Integer whole(String name) {
    Node node = find(name);
    return node == null ? null : decimal((ScalarNode) node).intValueExact();
  }

  @Nullable BigDecimal decimal(String name) {
    Node node = find(name);
    return node == null ? null : decimal((ScalarNode) node);
  }

  @Nullable LocalDate day(String name) {
    Node node = find(name);
    return node == null ? null : LocalDate.parse(string(node));
  }

  /** A list of texts; a single one is a list of one, an absent one is empty. */
  List<String> texts(String name) {
    Node node = find(name);
    return node == null ? List.of() : texts(node);
  }

  @Nullable Values fields(String name) {
    Node node = find(name);
    return node == null ? null : of(node);
  }

  List<Node> list(String name) {
    return find(name) instanceof SequenceNode sequence ? sequence.getValue() : List.of();
  }

  static List<String> texts(Node node) {
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream().map(Values::plain).toList()
        : List.of(plain(node));
  }

  static String string(Node node) {
    return ((ScalarNode) node).getValue();
  }

  /** As facts are compared: flags as {@code true} and {@code false}, however they were spelt. */
  private static String plain(Node node) {
    return ShapeCheck.is(node, Tag.BOOL) ? String.valueOf(bool((ScalarNode) node)) : string(node);
  }

  /** YAML 1.1 spells it in many ways; we take the two that people expect, and yes and on. */
  static boolean bool(ScalarNode node) {
    return switch (node.getValue().toLowerCase(java.util.Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      default -> false;
    };
  }

  private static BigDecimal decimal(ScalarNode node) {
    return Objects.requireNonNull(number(node));
  }

  /** Null for what is a number to YAML only: hexadecimal, sexagesimal, infinity. */
  static @Nullable BigDecimal number(ScalarNode node) {
    try {
      return new BigDecimal(node.getValue());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
