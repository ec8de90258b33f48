package xiezhi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScenariosTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void everyFaultIsToldWithItsLine() {
    assertThatThrownBy(() -> Scenarios.read(Path.of("src/test/resources/faulty")))
        .isInstanceOf(ScenarioFaults.class)
        .hasMessageContainingAll(
            "faulty.yaml:1: ES19 is no clause",
            "faulty.yaml:5: 2026-03-02 is a Mon, not a Tue",
            "faulty.yaml:6: an actor sits somewhere as something",
            "faulty.yaml:7: unknown key weather",
            "faulty.yaml:9: there is no passage no-such-passage",
            "faulty.yaml:12: says nothing",
            "faulty.yaml:12: 2026-03-02 is a Mon, not a Sat",
            "faulty.yaml:13: status is a number",
            "faulty.yaml:15: the id faulty stands at faulty.yaml:1 already",
            "faulty.yaml:20: steps is a list");
  }

  @Test
  void everyScenarioOfOursIsRead() {
    assertThat(Scenarios.read(Path.of("scenarios")).all()).hasSizeGreaterThan(30);
  }

  @Test
  void aMomentIsTheSameInWhateverOffset() {
    assertThat(wrong("\"Wed 2026-02-25 24:00\"", "\"2026-02-25T16:00:00Z\"")).isEmpty();
    assertThat(wrong("\"Wed 2026-02-25 24:00\"", "\"2026-02-25T15:59:59Z\""))
        .isEqualTo(": expected Wed 2026-02-25 24:00, found Wed 2026-02-25 23:59");
  }

  @Test
  void conditionsHoldOrSayWhatWasFound() {
    assertThat(wrong("{\"none\": {\"overdue\": true}}", "[{\"overdue\": false}]")).isEmpty();
    assertThat(wrong("{\"any\": {\"a\": 1}}", "[{\"a\": 2}]")).contains("any {\"a\":1}");
    assertThat(wrong("{\"size\": 2}", "[1]")).isNotEmpty();
    assertThat(wrong("{\"a\": null}", "{\"b\": 1}")).isEmpty();
    assertThat(wrong("{\"a\": null}", "{\"a\": 1}")).isNotEmpty();
    assertThat(wrong("[1]", "[1, 2]")).isNotEmpty();
  }

  private static String wrong(String expected, String found) {
    return Expected.check("", JSON.readTree(expected), JSON.readTree(found)).orElse("");
  }

  @Test
  void aPathThatFitsTwoIsNoPath() {
    JsonNode answer =
        JSON.readTree("{\"list\": [{\"k\": \"a\", \"v\": 1}, {\"k\": \"a\", \"v\": 2}]}");

    assertThat(xiezhi.conformance.Path.find(answer, "list[k=a,v=2].v").asInt()).isEqualTo(2);
    assertThat(xiezhi.conformance.Path.find(answer, "list[last].v").asInt()).isEqualTo(2);
    assertThat(xiezhi.conformance.Path.find(answer, "list[k=b].v").isMissingNode()).isTrue();
    assertThatThrownBy(() -> xiezhi.conformance.Path.find(answer, "list[k=a].v"))
        .hasMessageContaining("2 match");
  }
}
