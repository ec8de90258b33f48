package xiezhi.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Holds what was found against what was expected. A map expects these fields and says nothing of
 * others; a list expects exactly these items. Maps of one of these words are conditions: {@code
 * {contains: text}}, {@code {matches: pattern}}, {@code {size: n}}, {@code {any: item}}, {@code
 * {none: item}}, {@code {not: value}}.
 */
final class Expected {
  private Expected() {}

  /** What is wrong; empty if all is as expected. */
  static Optional<String> check(String where, JsonNode expected, JsonNode found) {
    List<String> wrong = new ArrayList<>();
    compare(where, expected, found, wrong);
    return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", wrong));
  }

  private static boolean fits(JsonNode expected, JsonNode found) {
    return check("", expected, found).isEmpty();
  }

  private static void compare(String where, JsonNode expected, JsonNode found, List<String> wrong) {
    if (expected.isNull()) {
      if (!found.isNull() && !found.isMissingNode()) {
        wrong.add(say(where, "nothing", found));
      }
    } else if (expected.isObject()
        && expected.size() == 1
        && condition(where, expected, found, wrong)) {
      return;
    } else if (expected.isObject()) {
      expected
          .properties()
          .forEach(
              e -> compare(where + "." + e.getKey(), e.getValue(), found.path(e.getKey()), wrong));
    } else if (expected.isArray()) {
      list(where, expected, found, wrong);
    } else if (!same(expected, found)) {
      wrong.add(say(where, shown(expected), found));
    }
  }

  /** Whether it was one of the conditions' words. */
  private static boolean condition(
      String where, JsonNode expected, JsonNode found, List<String> wrong) {
    var only = expected.properties().iterator().next();
    JsonNode value = only.getValue();
    boolean holds;
    switch (only.getKey()) {
      case "contains" -> holds = found.asString("").contains(value.asString(""));
      case "matches" ->
          holds = Pattern.compile(value.asString("")).matcher(found.asString("")).find();
      case "size" -> holds = found.size() == value.asInt();
      case "any" -> holds = any(value, found);
      case "none" -> holds = !any(value, found);
      case "not" -> holds = !fits(value, found);
      default -> {
        return false;
      }
    }
    if (!holds) {
      wrong.add(say(where, only.getKey() + " " + shown(value), found));
    }
    return true;
  }

  private static boolean any(JsonNode value, JsonNode found) {
    for (JsonNode item : found) {
      if (fits(value, item)) {
        return true;
      }
    }
    return false;
  }

  private static void list(String where, JsonNode expected, JsonNode found, List<String> wrong) {
    if (!found.isArray() || found.size() != expected.size()) {
      wrong.add(say(where, shown(expected), found));
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      compare(where + "[" + i + "]", expected.get(i), found.get(i), wrong);
    }
  }

  private static boolean same(JsonNode expected, JsonNode found) {
    if (found.isMissingNode() || found.isNull() || found.isContainer()) {
      return false;
    }
    if (expected.isNumber() && found.isNumber()) {
      return expected.decimalValue().compareTo(found.decimalValue()) == 0;
    }
    String text = expected.asString();
    if (Moments.isMoment(text)) {
      var moment = Moments.instant(Moments.wire(text));
      return moment != null && moment.equals(Moments.instant(found.asString()));
    }
    return Moments.wire(text).equals(found.asString());
  }

  private static String say(String where, String expected, JsonNode found) {
    return where + ": expected " + expected + ", found " + shown(found);
  }

  static String shown(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "nothing";
    }
    String text = node.isContainer() ? node.toString() : Moments.shown(node.asString());
    return text.length() > 600 ? text.substring(0, 600) + "…" : text;
  }
}
