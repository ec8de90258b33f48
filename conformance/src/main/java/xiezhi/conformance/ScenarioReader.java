package xiezhi.conformance;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import xiezhi.conformance.Scenario.Expectation;
import xiezhi.conformance.Scenario.Passage;
import xiezhi.conformance.Scenario.Place;
import xiezhi.conformance.Scenario.Request;
import xiezhi.conformance.Scenario.Seat;
import xiezhi.conformance.Scenario.Selector;
import xiezhi.conformance.Scenario.Shared;
import xiezhi.conformance.Scenario.Step;
import xiezhi.conformance.Scenario.Together;

/**
 * Reads one file strictly: every key must be known, every day must have its right weekday; all
 * faults are collected with their lines.
 */
final class ScenarioReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern SELECTOR =
      Pattern.compile("([a-z][a-z-]*)(?: (\\d+))?(?: named (\\S+))?");
  private static final Pattern SEAT = Pattern.compile("(.+) as ([a-z]+)");
  private static final Pattern CLAUSE = Pattern.compile("[A-Z]{2}-\\d{3}");

  private final String file;
  private final List<String> faults;

  ScenarioReader(String file, List<String> faults) {
    this.file = file;
    this.faults = faults;
  }

  List<Scenario> scenarios(String text) {
    List<Scenario> found = new ArrayList<>();
    for (Node node : documents(text)) {
      if (node instanceof MappingNode map) {
        found.add(scenario(map));
      } else {
        fault(node, "a scenario is a map");
      }
    }
    return found;
  }

  List<Shared> library(String text) {
    List<Shared> found = new ArrayList<>();
    for (Node node : documents(text)) {
      entries(node)
          .forEach(
              (name, passage) -> {
                Map<String, Node> parts = fields(passage, Set.of("about", "given", "steps"));
                found.add(
                    new Shared(
                        place(passage),
                        name,
                        values(parts.get("given")),
                        steps(passage, parts.get("steps"))));
              });
    }
    return found;
  }

  private List<Node> documents(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    List<Node> found = new ArrayList<>();
    try {
      new Yaml(options).composeAll(new StringReader(text)).forEach(found::add);
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      faults.add(file + ":" + (mark == null ? 1 : mark.getLine() + 1) + ": " + e.getProblem());
    }
    return found;
  }

  // ------------------------------------------------------------------ the parts of a scenario

  private Scenario scenario(MappingNode node) {
    Map<String, Node> parts =
        fields(
            node,
            Set.of(
                "id",
                "title",
                "proves",
                "structure",
                "county",
                "mechanism",
                "clock",
                "actors",
                "bodies",
                "steps"));
    for (String needed : List.of("id", "title", "county", "clock", "actors", "steps")) {
      if (!parts.containsKey(needed)) {
        fault(node, "lacks " + needed);
      }
    }
    List<String> proves = texts(parts.get("proves"));
    Map<String, String> structure = textMap(parts.get("structure"));
    for (String clause : proves) {
      clause(node, clause);
    }
    structure.keySet().forEach(clause -> clause(node, clause));
    if (structure.keySet().stream().anyMatch(proves::contains)) {
      fault(node, "a clause stands both in proves and in structure");
    }
    Node clockNode = parts.getOrDefault("clock", node);
    String clock = text(parts.get("clock"));
    Moments.fault(clock).ifPresent(fault -> fault(clockNode, fault));
    if (!clock.isEmpty() && !Moments.isMoment(clock)) {
      fault(node, "clock is no moment such as Fri 2026-02-13 09:00: " + clock);
    }
    return new Scenario(
        text(parts.get("id")),
        text(parts.get("title")),
        place(node),
        proves,
        structure,
        text(parts.get("county")),
        textMap(parts.get("mechanism")),
        Moments.wire(clock),
        seats(parts.get("actors")),
        selectors(parts.get("bodies")),
        steps(node, parts.get("steps")));
  }

  private void clause(Node node, String id) {
    if (!CLAUSE.matcher(id).matches()) {
      fault(node, id + " is no clause");
    }
  }

  private Map<String, Seat> seats(@Nullable Node node) {
    Map<String, Seat> found = new LinkedHashMap<>();
    entries(node)
        .forEach(
            (name, value) -> {
              Matcher seat = SEAT.matcher(text(value));
              Selector body = seat.matches() ? selector(value, seat.group(1)) : null;
              if (body == null) {
                fault(
                    value,
                    "an actor sits somewhere as something: team as clerk, department 2 as signer");
              } else {
                found.put(name, new Seat(body, seat.group(2)));
              }
            });
    return found;
  }

  private Map<String, Selector> selectors(@Nullable Node node) {
    Map<String, Selector> found = new LinkedHashMap<>();
    entries(node)
        .forEach(
            (name, value) -> {
              Selector body = selector(value, text(value));
              if (body != null) {
                found.put(name, body);
              }
            });
    return found;
  }

  private @Nullable Selector selector(Node node, String text) {
    Matcher m = SELECTOR.matcher(text.strip());
    if (!m.matches()) {
      fault(node, "no body is told by \"" + text + "\": kind, place, named part of its name");
      return null;
    }
    return new Selector(
        m.group(1), m.group(2) == null ? 1 : Integer.parseInt(m.group(2)), m.group(3));
  }

  // ------------------------------------------------------------------ steps

  private List<Step> steps(Node owner, @Nullable Node node) {
    if (!(node instanceof SequenceNode list)) {
      fault(node == null ? owner : node, "steps is a list");
      return List.of();
    }
    List<Step> found = new ArrayList<>();
    for (Node item : list.getValue()) {
      Map<String, Node> parts = entries(item);
      if (parts.containsKey("run")) {
        fields(item, Set.of("run", "with"));
        found.add(new Passage(place(item), text(parts.get("run")), values(parts.get("with"))));
      } else if (parts.containsKey("together")) {
        fields(item, Set.of("together", "statuses"));
        found.add(together(item, parts));
      } else {
        found.add(request(item));
      }
    }
    return List.copyOf(found);
  }

  private Together together(Node node, Map<String, Node> parts) {
    List<Request> requests = new ArrayList<>();
    if (parts.get("together") instanceof SequenceNode list) {
      list.getValue().forEach(item -> requests.add(request(item)));
    }
    List<Integer> statuses = new ArrayList<>();
    JsonNode expected = value(parts.get("statuses"));
    expected.forEach(status -> statuses.add(status.asInt()));
    if (requests.size() < 2 || statuses.size() != requests.size()) {
      fault(node, "together is a list of requests, statuses the list of as many answers");
    }
    return new Together(place(node), requests, statuses);
  }

  private Request request(Node node) {
    Map<String, Node> parts =
        fields(node, Set.of("as", "at", "do", "in", "body", "key", "upload", "expect", "save"));
    if (!parts.containsKey("do")) {
      fault(node, "a step does an operation (do), runs a passage (run) or does several together");
    }
    return new Request(
        place(node),
        parts.containsKey("as") ? value(parts.get("as")) : null,
        parts.containsKey("at") ? value(parts.get("at")) : null,
        text(parts.get("do")),
        values(parts.get("in")),
        parts.containsKey("body") ? value(parts.get("body")) : null,
        parts.containsKey("key") ? value(parts.get("key")) : null,
        parts.containsKey("upload") ? value(parts.get("upload")) : null,
        expectation(parts.get("expect")),
        textMap(parts.get("save")));
  }

  private Expectation expectation(@Nullable Node node) {
    if (node == null) {
      return Expectation.DONE;
    }
    Map<String, Node> parts = fields(node, Set.of("status", "code", "grounds", "fields", "acts"));
    Integer status = null;
    if (parts.containsKey("status")) {
      JsonNode typed = value(parts.get("status"));
      if (typed.isInt()) {
        status = typed.asInt();
      } else {
        fault(node, "status is a number");
      }
    }
    return new Expectation(
        status,
        parts.containsKey("code") ? text(parts.get("code")) : null,
        texts(parts.get("grounds")),
        values(parts.get("fields")),
        values(parts.get("acts")));
  }

  // ------------------------------------------------------------------ YAML

  private Map<String, Node> fields(@Nullable Node node, Set<String> known) {
    Map<String, Node> found = entries(node);
    found.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            fault(
                value,
                "unknown key "
                    + key
                    + "; known: "
                    + String.join(", ", known.stream().sorted().toList()));
          }
        });
    return found;
  }

  private Map<String, Node> entries(@Nullable Node node) {
    if (node == null) {
      return Map.of();
    }
    if (!(node instanceof MappingNode map)) {
      fault(node, "expected a map");
      return Map.of();
    }
    Map<String, Node> found = new LinkedHashMap<>();
    for (NodeTuple entry : map.getValue()) {
      String key = text(entry.getKeyNode());
      if (found.put(key, entry.getValueNode()) != null) {
        fault(entry.getKeyNode(), "the key " + key + " stands twice");
      }
    }
    return found;
  }

  private Map<String, JsonNode> values(@Nullable Node node) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    entries(node).forEach((key, value) -> found.put(key, value(value)));
    return found;
  }

  private Map<String, String> textMap(@Nullable Node node) {
    Map<String, String> found = new LinkedHashMap<>();
    entries(node).forEach((key, value) -> found.put(key, text(value)));
    return found;
  }

  private List<String> texts(@Nullable Node node) {
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(this::text).toList();
    }
    fault(node, "expected a list");
    return List.of();
  }

  private String text(@Nullable Node node) {
    if (node == null) {
      return "";
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    fault(node, "expected a text");
    return "";
  }

  private JsonNode value(@Nullable Node node) {
    return switch (node) {
      case null -> JSON.nullNode();
      case MappingNode map -> {
        ObjectNode object = JSON.objectNode();
        entries(map).forEach((key, value) -> object.set(key, value(value)));
        yield object;
      }
      case SequenceNode list -> {
        ArrayNode array = JSON.arrayNode();
        list.getValue().forEach(item -> array.add(value(item)));
        yield array;
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new IllegalArgumentException("no such node in JSON: " + node);
    };
  }

  private JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    if (node.isPlain()) {
      if (text.isEmpty()) {
        fault(
            node,
            "says nothing; write null if that is meant, and put a text with commas in quotes");
      }
      if (node.getTag().equals(Tag.NULL)) {
        return JSON.nullNode();
      }
      if (text.equals("true") || text.equals("false")) {
        return JSON.booleanNode(text.equals("true"));
      }
      if (text.matches("-?(0|[1-9]\\d{0,17})")) {
        long number = Long.parseLong(text);
        return number == (int) number ? JSON.numberNode((int) number) : JSON.numberNode(number);
      }
      if (text.matches("-?(0|[1-9]\\d*)\\.\\d+")) {
        return JSON.numberNode(new java.math.BigDecimal(text));
      }
    }
    Moments.fault(text).ifPresent(fault -> fault(node, fault));
    return JSON.stringNode(text);
  }

  private Place place(Node node) {
    return new Place(file, node.getStartMark().getLine() + 1);
  }

  private void fault(Node node, String what) {
    faults.add(file + ":" + (node.getStartMark().getLine() + 1) + ": " + what);
  }
}
