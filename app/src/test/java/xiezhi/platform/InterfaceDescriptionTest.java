package xiezhi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.testing.Committed;
import xiezhi.testing.PlatformTest;

/** The committed description is what the operations are; the web interface's types come from it. */
@PlatformTest
class InterfaceDescriptionTest {
  @Autowired MockMvcTester http;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping operations;

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

  /**
   * The description calls a shape by its record's simple name: two shapes of one name would mix.
   */
  @Test
  void noTwoShapesShareAName() {
    Map<String, Set<String>> shapes = new TreeMap<>();
    Set<Type> seen = new HashSet<>();
    for (HandlerMethod operation : operations.getHandlerMethods().values()) {
      if (operation.getBeanType().getPackageName().startsWith("xiezhi")) {
        gather(operation.getMethod().getGenericReturnType(), shapes, seen);
        for (Type given : operation.getMethod().getGenericParameterTypes()) {
          gather(given, shapes, seen);
        }
      }
    }

    assertThat(shapes)
        .hasSizeGreaterThan(50)
        .allSatisfy((name, found) -> assertThat(found).as(name).hasSize(1));
  }

  private static void gather(Type type, Map<String, Set<String>> shapes, Set<Type> seen) {
    if (!seen.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        gather(argument, shapes, seen);
      }
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      RecordComponent[] parts = plain.getRecordComponents();
      shapes
          .computeIfAbsent(plain.getSimpleName(), n -> new HashSet<>())
          .add(
              Arrays.stream(parts)
                  .map(
                      p ->
                          p.getName()
                              + ": "
                              + p.getGenericType()
                                  .getTypeName()
                                  .replaceAll("[a-z.]+[.$]|\\w+\\$", ""))
                  .toList()
                  .toString());
      for (RecordComponent part : parts) {
        gather(part.getGenericType(), shapes, seen);
      }
    }
  }
}
