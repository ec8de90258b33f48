package xiezhi.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A story with a known end.
 *
 * @param proves ids of the clauses it shows
 * @param structure clauses that no rule carries but the platform's own shape, each with how
 * @param mechanism files that stand in place of the county's own, by name; empty to take the county
 *     as it is
 * @param clock where the clock stands at first, ISO with offset
 * @param actors by name: at which body's desk, in which role
 * @param bodies by name: further bodies the steps speak of
 */
public record Scenario(
    String id,
    String title,
    Place place,
    List<String> proves,
    Map<String, String> structure,
    String county,
    Map<String, String> mechanism,
    String clock,
    Map<String, Seat> actors,
    Map<String, Selector> bodies,
    List<Step> steps) {

  /** Where something is written. */
  public record Place(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /**
   * @param role {@code clerk}, {@code officer}, {@code signer}, …
   */
  public record Seat(Selector body, String role) {}

  /**
   * A body of a fresh county, told without its id.
   *
   * @param kind as mechanism files name kinds
   * @param place which one: for parts of a township, of which township; else the how-manieth; from
   *     1
   * @param named part of its name; null for any
   */
  public record Selector(String kind, int place, @Nullable String named) {
    @Override
    public String toString() {
      return kind + " " + place + (named == null ? "" : " named " + named);
    }
  }

  /** What is done next. */
  public sealed interface Step {
    Place place();
  }

  /**
   * One request and what must come of it.
   *
   * @param as the actor; null for nobody signed in
   * @param at where the clock is put first: a moment, {@code +2h}, or null to leave it
   * @param operation the operation's id, or {@code sweep}
   * @param in values for the path and, those that are not in it, for the query
   * @param upload a file to send; null if none
   */
  public record Request(
      Place place,
      @Nullable JsonNode as,
      @Nullable JsonNode at,
      String operation,
      Map<String, JsonNode> in,
      @Nullable JsonNode body,
      @Nullable JsonNode key,
      @Nullable JsonNode upload,
      Expectation expect,
      Map<String, String> save)
      implements Step {}

  /**
   * Several at once.
   *
   * @param statuses the answers' statuses, in rising order
   */
  public record Together(Place place, List<Request> requests, List<Integer> statuses)
      implements Step {}

  /** A passage that several scenarios share, with what differs. */
  public record Passage(Place place, String name, Map<String, JsonNode> with) implements Step {}

  /**
   * A passage of the library: steps with names left open, and what stands there if nothing is said.
   */
  public record Shared(Place place, String name, Map<String, JsonNode> given, List<Step> steps) {}

  /**
   * @param status null for any 2xx
   * @param code that a refusal carries; null for any
   * @param grounds clauses that the refusals cite
   * @param fields expected values by path
   * @param acts what the resource says of acts, by operation
   */
  public record Expectation(
      @Nullable Integer status,
      @Nullable String code,
      List<String> grounds,
      Map<String, JsonNode> fields,
      Map<String, JsonNode> acts) {
    static final Expectation DONE = new Expectation(null, null, List.of(), Map.of(), Map.of());
  }

  /** All clauses it shows, by rules or by structure. */
  public Set<String> clauses() {
    Set<String> all = new TreeSet<>(proves);
    all.addAll(structure.keySet());
    return all;
  }
}
