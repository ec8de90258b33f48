package xiezhi.conformance;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Finds a value in an answer: {@code obligations[rule=transfer-limit,state=open].dueAt}, {@code
 * items[0].name}, {@code parties[last]}; {@code .} is the whole.
 */
final class Path {
  private Path() {}

  /** Says why a path leads nowhere. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1;

    Lost(String why) {
      super(why);
    }
  }

  /** The value there; a missing node if there is none. */
  static JsonNode find(JsonNode root, String path) {
    JsonNode here = root;
    if (path.equals(".")) {
      return here;
    }
    for (String part : parts(path)) {
      here =
          part.startsWith("[")
              ? among(here, part.substring(1, part.length() - 1), path)
              : here.path(part);
      if (here.isMissingNode()) {
        return here;
      }
    }
    return here;
  }

  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    int i = 0;
    while (i < path.length()) {
      char c = path.charAt(i);
      if (c == '.') {
        i++;
      } else if (c == '[') {
        int end = path.indexOf(']', i);
        if (end < 0) {
          throw new Lost("the path " + path + " has a [ without ]");
        }
        parts.add(path.substring(i, end + 1));
        i = end + 1;
      } else {
        int end = i;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
          end++;
        }
        parts.add(path.substring(i, end));
        i = end;
      }
    }
    return parts;
  }

  private static JsonNode among(JsonNode list, String which, String path) {
    if (which.equals("last")) {
      return list.isEmpty() ? MissingNode.getInstance() : list.get(list.size() - 1);
    }
    if (which.matches("\\d+")) {
      return list.path(Integer.parseInt(which));
    }
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode item : list) {
      if (matches(item, which)) {
        found.add(item);
      }
    }
    if (found.size() > 1) {
      throw new Lost("the path " + path + " is not plain: " + found.size() + " match");
    }
    return found.isEmpty() ? MissingNode.getInstance() : found.getFirst();
  }

  private static boolean matches(JsonNode item, String conditions) {
    for (String condition : conditions.split(",", -1)) {
      int equals = condition.indexOf('=');
      if (equals < 0) {
        throw new Lost("[" + conditions + "] is no condition: key=value");
      }
      JsonNode value = find(item, condition.substring(0, equals).strip());
      if (!value.asString("").equals(condition.substring(equals + 1).strip())) {
        return false;
      }
    }
    return true;
  }
}
