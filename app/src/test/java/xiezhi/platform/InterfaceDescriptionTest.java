package xiezhi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.testing.Committed;
import xiezhi.testing.PlatformTest;

/** The committed description is what the operations are; the web interface's types come from it. */
@PlatformTest
class InterfaceDescriptionTest {
  @Autowired MockMvcTester http;

  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonNode description() throws Exception {
    return json.readTree(
        http.get()
            .uri("/api/openapi.json")
            .exchange()
            .getResponse()
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void theCommittedDescriptionIsTheOneGenerated() throws Exception {
    Committed.in(Path.of("openapi.json")).mustBe(json.writeValueAsString(description()) + "\n");
  }

  @Test
  void everyOperationHasAnIdOfItsOwn() throws Exception {
    var ids =
        description().get("paths").values().stream()
            .flatMap(path -> path.values().stream())
            .map(operation -> operation.path("operationId").asString())
            .toList();

    assertThat(ids)
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
  }

  @Test
  void aFieldIsRequiredUnlessItMayBeNull() throws Exception {
    JsonNode problem = description().at("/components/schemas/Problem");

    assertThat(problem.get("required").values().stream().map(JsonNode::asString))
        .contains("code", "refusals")
        .doesNotContain("trace");
  }

  @Test
  void enumsTravelAsWords() throws Exception {
    assertThat(description().toString())
        .contains("\"supervisor\"")
        .doesNotContain("\"SUPERVISOR\"");
  }
}
