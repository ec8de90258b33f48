package xiezhi.calendar.application;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import xiezhi.calendar.domain.CalendarRefusal;
import xiezhi.calendar.domain.Fault;

/** A YAML text read with the line of everything, collecting what is wrong instead of stopping. */
final class YamlReader {
  final List<Fault> faults = new ArrayList<>();

  void fault(int line, String key, CalendarRefusal code, String message) {
    faults.add(new Fault(line, key, code, message));
  }

  static int line(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }

  @Nullable Node root(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setCodePointLimit(1_000_000);
    options.setNestingDepthLimit(10);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        fault(1, "", CalendarRefusal.FILE_EMPTY, "the file is empty");
      }
      return root;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      fault(line, "", CalendarRefusal.FILE_UNREADABLE, "not a YAML file: " + e.getProblem());
    } catch (YAMLException e) {
      fault(1, "", CalendarRefusal.FILE_UNREADABLE, "not a YAML file: " + e.getMessage());
    }
    return null;
  }

  /** The entries of a mapping, each key once. */
  Map<String, Node> mapping(Node node, String key) {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      fault(line(node), key, CalendarRefusal.WRONG_TYPE, "a mapping (name: value) is needed here");
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String name =
          tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a name)";
      if (entries.putIfAbsent(name, tuple.getValueNode()) != null) {
        fault(
            line(tuple.getKeyNode()),
            path(key, name),
            CalendarRefusal.KEY_TWICE,
            name + " stands twice; each key may stand once");
      }
    }
    return entries;
  }

  /** The same where only some keys are known. */
  Map<String, Node> mapping(Node node, String key, Set<String> known, Set<String> needed) {
    Map<String, Node> entries = mapping(node, key);
    entries.forEach(
        (name, value) -> {
          if (!known.contains(name) && !needed.contains(name)) {
            fault(
                line(value),
                path(key, name),
                CalendarRefusal.UNKNOWN_KEY,
                name + " is not a known key");
          }
        });
    Set<String> missing = new HashSet<>(needed);
    missing.removeAll(entries.keySet());
    if (node instanceof MappingNode) {
      missing.stream()
          .sorted()
          .forEach(
              name ->
                  fault(
                      line(node),
                      path(key, name),
                      CalendarRefusal.KEY_MISSING,
                      name + " is missing"));
    }
    return entries;
  }

  List<Node> list(Node node, String key) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    fault(line(node), key, CalendarRefusal.WRONG_TYPE, "a list is needed here");
    return List.of();
  }

  @Nullable String text(@Nullable Node node, String key) {
    if (node == null) {
      return null;
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      String value = scalar.getValue().strip();
      if (value.length() > 500 || value.chars().anyMatch(Character::isISOControl)) {
        fault(
            line(node), key, CalendarRefusal.WRONG_TEXT, "at most 500 characters, none of control");
        return null;
      }
      return value;
    }
    fault(line(node), key, CalendarRefusal.WRONG_TYPE, "a text is needed here");
    return null;
  }

  @Nullable Integer number(@Nullable Node node, String key, int min, int max) {
    String text = text(node, key);
    if (node == null || text == null) {
      return null;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    fault(
        line(node),
        key,
        CalendarRefusal.WRONG_NUMBER,
        "a number from " + min + " to " + max + " is needed, found " + text);
    return null;
  }

  static String path(String key, String name) {
    return key.isEmpty() ? name : key + "." + name;
  }
}
