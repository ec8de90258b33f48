package xiezhi.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What PostgreSQL did to answer statements, by its own account ({@code explain analyze}). */
public record Plan(List<String> statements, List<JsonNode> roots) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** On a connection that already works as the application's role, behind the county wall. */
  public static Plan of(Connection c, List<String> statements) throws SQLException {
    List<JsonNode> roots = new ArrayList<>();
    for (String sql : statements) {
      try (var s = c.createStatement();
          var rows = s.executeQuery("explain (analyze, timing off, format json) " + sql)) {
        rows.next();
        roots.add(JSON.readTree(rows.getString(1)).get(0).get("Plan"));
      }
    }
    return new Plan(statements, roots);
  }

  private List<JsonNode> nodes() {
    List<JsonNode> all = new ArrayList<>();
    roots.forEach(root -> collect(root, all));
    return all;
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    into.add(node);
    for (JsonNode child : node.path("Plans")) {
      collect(child, into);
    }
  }

  public Set<String> indexes() {
    Set<String> found = new TreeSet<>();
    nodes().stream()
        .filter(n -> n.has("Index Name"))
        .forEach(n -> found.add(n.get("Index Name").asString()));
    return found;
  }

  /** Indexes that hold all that was asked: a row is fetched only where it changed lately. */
  public Set<String> indexesAlone() {
    Set<String> found = new TreeSet<>();
    nodes().stream()
        .filter(n -> n.path("Node Type").asString("").equals("Index Only Scan"))
        .forEach(n -> found.add(n.get("Index Name").asString()));
    return found;
  }

  /** Tables read from end to end. */
  public Set<String> wholeTables() {
    Set<String> found = new TreeSet<>();
    nodes().stream()
        .filter(n -> n.path("Node Type").asString("").equals("Seq Scan"))
        .forEach(n -> found.add(n.get("Relation Name").asString()));
    return found;
  }

  /** Rows taken from tables, also those that were then thrown away. */
  public long rowsRead() {
    double read = 0;
    for (JsonNode n : nodes()) {
      if (n.has("Relation Name")) {
        read +=
            n.path("Actual Loops").asDouble(1)
                * (n.path("Actual Rows").asDouble(0)
                    + n.path("Rows Removed by Filter").asDouble(0)
                    + n.path("Rows Removed by Index Recheck").asDouble(0));
      }
    }
    return Math.round(read);
  }

  /** Rows that had to be put in order. */
  public long rowsSorted() {
    double sorted = 0;
    for (JsonNode n : nodes()) {
      if (n.path("Node Type").asString("").endsWith("Sort")) {
        JsonNode input = n.get("Plans").get(0);
        sorted += input.path("Actual Loops").asDouble(1) * input.path("Actual Rows").asDouble(0);
      }
    }
    return Math.round(sorted);
  }

  @Override
  public String toString() {
    return String.join("\n", statements) + "\n" + roots;
  }
}
