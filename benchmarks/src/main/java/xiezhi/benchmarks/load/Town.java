package xiezhi.benchmarks.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A county's people who play, and what they look at.
 *
 * @param worker somebody who registers leads in a township
 * @param signer who signs for that township
 * @param department somebody of a department that receives transfers
 * @param coordinator who sees the whole county
 * @param visitor somebody of the public
 * @param codes of reports that the public can follow
 * @param points where something happened, as parameters of a request
 * @param theirMatters some that the worker may see
 * @param names of parties
 */
record Town(
    String county,
    String division,
    Desk worker,
    Desk signer,
    Desk department,
    Desk coordinator,
    Desk visitor,
    List<String> codes,
    List<String> points,
    List<String> theirMatters,
    List<String> names) {
  private static final Set<String> WORKING = Set.of("CLERK", "OFFICER");

  /** Those of every county in which somebody of each kind is there. */
  static List<Town> all(Installation platform)
      throws IOException, InterruptedException, SQLException {
    List<JsonNode> people = new ArrayList<>();
    Desk.anybody(platform.url(), "/api/demo/people").forEach(people::add);
    List<Town> towns = new ArrayList<>();
    try (Connection c = platform.asOwner()) {
      Map<String, Place> bodies = new LinkedHashMap<>();
      for (List<String> row :
          Installation.rows(
              c,
              "select id, kind, coalesce(township, id), coalesce(division, '') from"
                  + " organisation.body")) {
        bodies.put(row.getFirst(), new Place(row.get(1), row.get(2), row.get(3)));
      }
      Set<String> counties = new LinkedHashSet<>();
      people.forEach(p -> counties.add(p.get("county").asString()));
      for (String county : counties) {
        Town town =
            of(
                platform,
                c,
                county,
                bodies,
                people.stream().filter(p -> p.get("county").asString().equals(county)).toList());
        if (town != null) {
          towns.add(town);
        }
      }
    }
    return towns;
  }

  private record Place(String kind, String township, String division) {}

  private static @Nullable Town of(
      Installation platform,
      Connection c,
      String county,
      Map<String, Place> bodies,
      List<JsonNode> people)
      throws SQLException {
    JsonNode worker = null;
    JsonNode signer = null;
    for (JsonNode p : people) {
      Place township = bodies.get(body(p));
      if (signer == null
          && township != null
          && township.kind().equals("township")
          && has(p, Set.of("SIGNER"))) {
        for (JsonNode w : people) {
          Place at = bodies.get(body(w));
          boolean near =
              body(w).equals(body(p))
                  || (at != null && at.kind().equals("team") && at.township().equals(body(p)));
          if (near && has(w, WORKING)) {
            worker = w;
            signer = p;
          }
        }
      }
    }
    JsonNode department = first(people, bodies, "department", WORKING);
    JsonNode coordinator = first(people, bodies, null, Set.of("COORDINATOR"));
    if (worker == null || signer == null || department == null || coordinator == null) {
      System.err.println(
          "not everybody is there in "
              + county
              + ": "
              + Arrays.asList(worker, signer, department, coordinator));
      return null;
    }
    String division = Objects.requireNonNull(bodies.get(body(signer))).division();
    return new Town(
        county,
        division,
        desk(platform, worker),
        desk(platform, signer),
        desk(platform, department),
        desk(platform, coordinator),
        Desk.visitor(platform.url(), county),
        column(
            c,
            """
            select code from intake.complaint where county = '%s' and external_number = 'copy'
            order by md5(code) limit 2000
            """
                .formatted(county)),
        column(
            c,
            """
            select 'lng=' || lng || '&lat=' || lat from matter.matter
            where county = '%s' and lng is not null order by md5(id::text) limit 500
            """
                .formatted(county)),
        column(
            c,
            """
            select matter from matter.access where county = '%s' and body = '%s'
            order by registered_at desc limit 2000
            """
                .formatted(county, body(worker))),
        column(
            c,
            "select name from matter.party where county = '%s' and length(name) = 3 limit 500"
                .formatted(county)));
  }

  private static List<String> column(Connection c, String sql) throws SQLException {
    return Installation.rows(c, sql).stream().map(List::getFirst).toList();
  }

  private static @Nullable JsonNode first(
      List<JsonNode> people, Map<String, Place> bodies, @Nullable String kind, Set<String> roles) {
    return people.stream()
        .filter(
            p -> {
              Place at = bodies.get(body(p));
              return at != null && (kind == null || at.kind().equals(kind)) && has(p, roles);
            })
        .findFirst()
        .orElse(null);
  }

  private static String body(JsonNode person) {
    return person.get("body").asString();
  }

  private static boolean has(JsonNode person, Set<String> roles) {
    for (JsonNode role : person.get("roles")) {
      if (roles.contains(role.asString().toUpperCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static Desk desk(Installation platform, JsonNode p) {
    return new Desk(
        platform.url(),
        p.get("county").asString(),
        body(p),
        p.get("login").asString(),
        p.get("password").asString());
  }
}
