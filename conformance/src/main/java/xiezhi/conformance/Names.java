package xiezhi.conformance;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code ${…}} stands for. A text that is nothing but one stands for the value itself,
 * whatever it is.
 */
final class Names {
  private static final Pattern NAME = Pattern.compile("\\$\\{([^{}]+)}");

  /** The key under which a map takes in all of another. */
  private static final String ALL_OF = "...";

  private final Map<String, JsonNode> values;

  Names() {
    this(new TreeMap<>());
  }

  private Names(Map<String, JsonNode> values) {
    this.values = values;
  }

  /** The same names with others before them; what is put there stays there. */
  Names inside(Map<String, JsonNode> given, Map<String, JsonNode> with) {
    Names inner = new Names(new TreeMap<>(values));
    given.forEach(
        (name, standing) -> {
          JsonNode typed = with.get(name);
          inner.put(name, inner.fill(typed == null ? standing : over(standing, fill(typed))));
        });
    with.forEach(
        (name, value) -> {
          if (!given.containsKey(name)) {
            inner.put(name, fill(value));
          }
        });
    return inner;
  }

  /** Takes over what a passage came to know. */
  void learn(Names inner, Iterable<String> names) {
    for (String name : names) {
      JsonNode value = inner.values.get(name);
      if (value != null) {
        values.put(name, value);
      }
    }
  }

  /** A map given is laid over the map that stands there; anything else takes its place. */
  static JsonNode over(JsonNode standing, JsonNode given) {
    if (!standing.isObject() || !given.isObject()) {
      return given;
    }
    ObjectNode merged = ((ObjectNode) standing).deepCopy();
    given
        .properties()
        .forEach(e -> merged.set(e.getKey(), over(standing.path(e.getKey()), e.getValue())));
    return merged;
  }

  void put(String name, JsonNode value) {
    values.put(name, value);
  }

  JsonNode fill(JsonNode node) {
    if (node.isObject()) {
      ObjectNode filled = JsonNodeFactory.instance.objectNode();
      for (var entry : node.properties()) {
        JsonNode value = fill(entry.getValue());
        if (entry.getKey().equals(ALL_OF)) {
          value.properties().forEach(e -> filled.set(e.getKey(), e.getValue()));
        } else {
          filled.set(entry.getKey(), value);
        }
      }
      return filled;
    }
    if (node.isArray()) {
      ArrayNode filled = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> filled.add(fill(item)));
      return filled;
    }
    return node.isString() ? fill(node.asString()) : node;
  }

  private JsonNode fill(String text) {
    Matcher whole = NAME.matcher(text);
    if (whole.matches()) {
      return value(whole.group(1));
    }
    return JsonNodeFactory.instance.stringNode(
        NAME.matcher(text).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1)).asString())));
  }

  String text(String text) {
    return fill(text).asString();
  }

  private JsonNode value(String name) {
    int dot = name.indexOf('.');
    JsonNode root = values.get(dot < 0 ? name : name.substring(0, dot));
    if (root == null) {
      throw new Path.Lost("nothing is known by the name " + name);
    }
    JsonNode value = dot < 0 ? root : Path.find(root, name.substring(dot + 1));
    if (value.isMissingNode()) {
      throw new Path.Lost("there is no " + name);
    }
    return value;
  }
}
