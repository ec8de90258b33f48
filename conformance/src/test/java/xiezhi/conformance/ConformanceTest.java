package xiezhi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * All scenarios against the whole application; and all of them that could notice, without each rule
 * in turn.
 */
class ConformanceTest {
  private static final int AT_A_TIME = 2;
  private static TestServer application;
  private static Proofs proofs;

  @BeforeAll
  static void everythingIsPlayed() throws IOException {
    Scenarios scenarios = Scenarios.read(Path.of("scenarios"));
    application = TestServer.start();
    proofs = Proofs.of(application.server(), scenarios, AT_A_TIME, true);
  }

  @AfterAll
  static void theApplicationEnds() {
    if (application != null) {
      application.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> theScenarioEndsAsItMust() {
    return proofs.scenarios().stream()
        .map(
            s ->
                dynamicTest(
                    s.id() + ": " + s.title(),
                    () -> assertThat(proofs.failure(s).orElse("")).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> withoutItsRuleSomethingFails() {
    return proofs.removals().stream()
        .map(
            r ->
                dynamicTest(
                    r.county() + " without " + r.rule().id(),
                    () -> assertThat(r.fault().orElse("")).isEmpty()));
  }

  @Test
  void everyClauseInScopeIsProven() throws IOException {
    List<String> scope =
        Files.readAllLines(Path.of("scope.txt")).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();

    assertThat(Coverage.faults(proofs, scope)).isEmpty();
  }

  @Test
  void theTableOfClausesIsAsCommitted() throws IOException {
    Path file = Path.of("../docs/generated/clause-coverage.md");
    String generated = Coverage.of(proofs);
    if (Boolean.getBoolean("xiezhi.update")) {
      Files.writeString(file, generated);
    }

    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s is generated and committed; -Dxiezhi.update=true rewrites it", file)
        .isEqualTo(generated);
  }

  @Test
  void aScenarioThatDoesNotLookProvesNothing() {
    Scenarios hollow = Scenarios.read(Path.of("src/test/resources/hollow"));

    Proofs tried = Proofs.of(application.server(), hollow, AT_A_TIME, true);

    assertThat(tried.failure(hollow.all().getFirst())).isEmpty();
    assertThat(tried.standing("ES-020")).isEqualTo(Proofs.Standing.NOT_PROVEN);
    assertThat(tried.removalsOf("ES-020"))
        .singleElement()
        .satisfies(r -> assertThat(r.fault().orElse("")).contains("urgent-transfer-limit"));
  }
}
