package xiezhi.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import xiezhi.conformance.Scenario.Seat;
import xiezhi.conformance.Scenario.Selector;

/** A county that one scenario has for itself, with its bodies and the people who play. */
final class FreshCounty {
  /** Kinds of bodies that are parts of a township. */
  private static final Set<String> IN_TOWNSHIP =
      Set.of("team", "dispatched", "affiliated", "internal-organ");

  private static final String PASSWORD = "long enough for a scenario";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Server server;
  private final JsonNode county;
  private final Map<String, Server.Visitor> signedIn = new HashMap<>();
  private final List<JsonNode> bodies;
  private Server.@Nullable Visitor administrator;

  private FreshCounty(Server server, JsonNode county, Map<String, Seat> actors) {
    this.server = server;
    this.county = county;
    this.bodies = listed(actors);
  }

  /** Like that of the scenario, but without those rules. */
  static FreshCounty found(Server server, Scenario scenario, Set<String> without) {
    ObjectNode wanted = JSON.objectNode().put("base", scenario.county());
    ArrayNode rules = wanted.putArray("without");
    without.stream().sorted().forEach(rules::add);
    if (!scenario.mechanism().isEmpty()) {
      ObjectNode files = wanted.putObject("mechanism");
      scenario.mechanism().forEach(files::put);
    }
    return new FreshCounty(server, server.freshCounty(wanted), scenario.actors());
  }

  /** All bodies, by id, as anybody in the county may list them. */
  private List<JsonNode> listed(Map<String, Seat> actors) {
    Server.Visitor visitor =
        actors.entrySet().stream()
            .filter(a -> known(a.getValue()) != null)
            .findFirst()
            .map(a -> person(a.getKey(), a.getValue()))
            .orElseGet(this::administrator);
    List<JsonNode> found = new ArrayList<>();
    visitor
        .call(server.operation("listBodies"), Map.of(), null, null, null, null)
        .body()
        .forEach(found::add);
    found.sort(Comparator.comparing(body -> body.path("id").asString()));
    return found;
  }

  /** What steps may say of it: {@code ${county.code}}, {@code ${county.division}}. */
  JsonNode described() {
    ObjectNode told = JSON.objectNode();
    told.put("code", county.path("code").asString());
    told.put("name", county.path("name").asString());
    told.put("division", body(new Selector("township", 1, null)).path("division").asString());
    told.put("otherDivision", body(new Selector("township", 2, null)).path("division").asString());
    return told;
  }

  /** The id of a township or department by its place; empty if the answer does not say. */
  private String placed(String kind, int place) {
    String key =
        switch (kind) {
          case "township" -> "t" + place;
          case "department" -> "d" + place;
          case "county-government" -> "gov";
          default -> "";
        };
    return county.path("bodies").path(key).asString("");
  }

  /** The body a scenario means. */
  JsonNode body(Selector wanted) {
    boolean part = IN_TOWNSHIP.contains(wanted.kind());
    String named = wanted.named();
    String only = named == null ? placed(wanted.kind(), wanted.place()) : "";
    String township = part ? placed("township", wanted.place()) : "";
    List<JsonNode> fitting =
        bodies.stream()
            .filter(b -> b.path("kind").asString("").equals(wanted.kind()))
            .filter(b -> only.isEmpty() || b.path("id").asString().equals(only))
            .filter(b -> !part || b.path("township").asString("").equals(township))
            .filter(b -> named == null || b.path("name").asString("").contains(named))
            .toList();
    int place = part || !only.isEmpty() ? 1 : wanted.place();
    if (fitting.size() < place) {
      throw new Server.Broken("the county has no body " + wanted);
    }
    return fitting.get(place - 1);
  }

  /**
   * Whoever has that role at that body's desk, signed in; nobody there, somebody takes the seat.
   */
  Server.Visitor person(String name, Seat seat) {
    Server.Visitor known = signedIn.get(name);
    if (known != null) {
      return known;
    }
    Server.Visitor visitor = server.visitor();
    JsonNode person = known(seat);
    if (person == null) {
      String login = "c" + county.path("code").asString() + "." + name.toLowerCase(Locale.ROOT);
      open(login, name, body(seat.body()).path("id").asString(), seat.role());
      visitor.signIn(login, PASSWORD);
    } else {
      visitor.signIn(person.path("login").asString(), person.path("password").asString());
    }
    signedIn.put(name, visitor);
    return visitor;
  }

  /** Who came with the county and has that seat. */
  private @Nullable JsonNode known(Seat seat) {
    Selector wanted = seat.body();
    String named = wanted.named();
    String id = named == null ? placed(wanted.kind(), wanted.place()) : "";
    boolean part = IN_TOWNSHIP.contains(wanted.kind());
    for (JsonNode person : county.path("people")) {
      boolean there =
          id.isEmpty()
              ? person.path("bodyKind").asString("").equals(wanted.kind())
                  && (!part
                      || person.path("key").asString("").startsWith("t" + wanted.place() + "."))
              : person.path("body").asString("").equals(id);
      if (there
          && person.path("role").asString("").toLowerCase(Locale.ROOT).equals(seat.role())
          && (named == null
              ? part || !id.isEmpty()
              : person.path("bodyName").asString("").contains(named))) {
        return person;
      }
    }
    return null;
  }

  private void open(String login, String name, String body, String role) {
    ObjectNode wanted = JSON.objectNode();
    wanted.put("login", login).put("name", name).put("password", PASSWORD);
    ObjectNode seat = wanted.putArray("seats").addObject();
    seat.put("body", body).putArray("roles").add(role);
    var answer =
        administrator().call(server.operation("openAccount"), Map.of(), null, null, wanted, null);
    if (answer.status() != 201) {
      throw new Server.Broken("no account for " + name + ": " + answer.text());
    }
  }

  private Server.Visitor administrator() {
    Server.Visitor before = administrator;
    if (before != null) {
      return before;
    }
    JsonNode person = known(new Seat(new Selector("county-government", 1, null), "administrator"));
    if (person == null) {
      throw new Server.Broken("the fresh county has no administrator: " + county.path("people"));
    }
    Server.Visitor visitor = server.visitor();
    visitor.signIn(person.path("login").asString(), person.path("password").asString());
    administrator = visitor;
    return visitor;
  }
}
