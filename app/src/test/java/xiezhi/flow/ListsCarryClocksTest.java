package xiezhi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who has forty open matters must see in every list what is owed next: a list whose lines have a
 * stage has a clock beside each, so that a new flow cannot forget it. Read from the committed
 * description of the interface.
 */
class ListsCarryClocksTest {
  /** Lists without a clock, each with the reason why. */
  private static final Map<String, String> WITHOUT =
      Map.ofEntries(
          Map.entry("listObligations", "each line is a clock"),
          Map.entry("listAssistance", "each line is a whole request, with all its obligations"),
          Map.entry("listDisputes", "each line is a whole dispute, with all its obligations"),
          Map.entry("countAssistance", "counts, not requests"),
          Map.entry("listGuidance", "an entry of guidance owes nobody anything"),
          Map.entry("listMeetings", "a meeting owes nothing; its resolutions have their own list"),
          Map.entry("listMeetingsBetween", "the same meetings in a calendar, beside what is due"),
          Map.entry("findSimilarComplaints", "what may be the same, asked for while typing"),
          Map.entry("listPublishedReports", "the public; what is owed inside is not theirs"),
          Map.entry("findNearbyReports", "the public; what is owed inside is not theirs"));

  private final JsonNode description =
      JsonMapper.shared().readTree(Path.of("openapi.json").toFile());

  @Test
  void everyListWhoseLinesHaveAStageShowsWhatIsOwedNext() {
    Map<String, JsonNode> staged = staged();
    var without = new TreeSet<String>();
    staged.forEach(
        (operation, line) -> {
          if (!line.has("clock")) {
            without.add(operation);
          }
        });

    assertThat(staged).hasSizeGreaterThan(25);
    // an exception that no longer is one goes, too
    assertThat(without).isEqualTo(new TreeSet<>(WITHOUT.keySet()));
  }

  @Test
  void theClockIsTheSameEverywhere() {
    assertThat(staged().values().stream().filter(line -> line.has("clock")))
        .allSatisfy(
            line ->
                assertThat(line.get("clock").toString())
                    .contains("#/components/schemas/ObligationView"));
  }

  /** The fields of a line, by the operation that lists such lines. */
  private Map<String, JsonNode> staged() {
    Map<String, JsonNode> found = new TreeMap<>();
    for (JsonNode path : description.get("paths")) {
      JsonNode get = path.path("get");
      get.at("/responses/200/content")
          .forEach(
              content ->
                  lines(content.path("schema"))
                      .filter(line -> line.has("stage") || line.has("state"))
                      .forEach(line -> found.put(get.get("operationId").asString(), line)));
    }
    return found;
  }

  /** Of an answer that is a list, or has one as its {@code items}. */
  private Stream<JsonNode> lines(JsonNode answer) {
    JsonNode list = answer.has("$ref") ? fields(answer).path("items") : answer;
    return list.path("items").has("$ref") ? Stream.of(fields(list.get("items"))) : Stream.empty();
  }

  private JsonNode fields(JsonNode reference) {
    String name = reference.get("$ref").asString();
    return description
        .at("/components/schemas/" + name.substring(name.lastIndexOf('/') + 1))
        .path("properties");
  }
}
