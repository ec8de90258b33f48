package xiezhi.mechanism.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.shared.CountyCode;

/** Changes the text of a bundle, so that what comes out is read like any other. */
public final class BundleEditor {
  private BundleEditor() {}

  public static MechanismBundle without(MechanismBundle bundle, Set<String> ruleIds) {
    Set<String> left = new TreeSet<>(ruleIds);
    SortedMap<String, String> files = new TreeMap<>(bundle.files());
    files.replaceAll(
        (path, text) -> path.endsWith("/mechanism.yaml") ? without(text, ruleIds, left) : text);
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("there is no rule " + String.join(", ", left));
    }
    return new MechanismBundle(files);
  }

  private static String without(String text, Set<String> ruleIds, Set<String> left) {
    Node root = YamlFile.compose(text);
    if (!(Values.of(root).find("rules") instanceof SequenceNode rules)) {
      return text;
    }
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    List<Node> items = rules.getValue();
    int removed = 0;
    // from the end, so that the places of those before stay true
    for (int i = items.size() - 1; i >= 0; i--) {
      Node item = items.get(i);
      if (!(Values.of(item).find("id") instanceof ScalarNode id)
          || !ruleIds.contains(id.getValue())) {
        continue;
      }
      int first = item.getStartMark().getLine();
      int end =
          i + 1 < items.size() ? items.get(i + 1).getStartMark().getLine() : afterLast(item, lines);
      if (!lines.get(first).stripLeading().startsWith("-") || end <= first) {
        throw new IllegalArgumentException("each rule must stand on lines of its own");
      }
      lines.subList(first, end).clear();
      left.remove(id.getValue());
      removed++;
    }
    if (removed == items.size() && removed > 0) {
      lines.replaceAll(line -> line.matches("rules:\\s*(#.*)?") ? "rules: []" : line);
    }
    return String.join("\n", lines);
  }

  private static int afterLast(Node item, List<String> lines) {
    int line = item.getEndMark().getLine();
    return item.getEndMark().getColumn() == 0 ? line : Math.min(line + 1, lines.size());
  }

  public static MechanismBundle withCounty(MechanismBundle bundle, CountyCode code, String name) {
    SortedMap<String, String> files = new TreeMap<>(bundle.files());
    files.computeIfPresent(
        MechanismBundle.COUNTY + "mechanism.yaml",
        (path, text) -> {
          Values county = Values.of(Values.of(YamlFile.compose(text)).node("county"));
          String named = replace(text, county.node("name"), name);
          Values again = Values.of(Values.of(YamlFile.compose(named)).node("county"));
          return replace(named, again.node("code"), code.value());
        });
    return new MechanismBundle(files);
  }

  private static String replace(String text, Node scalar, String value) {
    int start = text.offsetByCodePoints(0, scalar.getStartMark().getIndex());
    int end = text.offsetByCodePoints(0, scalar.getEndMark().getIndex());
    return text.substring(0, start)
        + '"'
        + value.replace("\\", "\\\\").replace("\"", "\\\"")
        + '"'
        + text.substring(end);
  }
}
