package xiezhi.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Faults of the machine are told in a sentence. */
class ProblemAdviceTest {
  private static final Path FULL = Path.of("/dev/full");

  private final MockMvcTester http =
      MockMvcTester.of(
          java.util.List.of(new Broken()), b -> b.setControllerAdvice(new ProblemAdvice()).build());

  @RestController
  static class Broken {
    @GetMapping("/file")
    void file() throws IOException {
      Files.write(FULL, new byte[] {1});
    }

    @GetMapping("/row")
    void row() {
      throw new UncategorizedSQLException(
          "insert", "insert", new SQLException("could not extend file", "53100"));
    }

    @GetMapping("/other")
    void other() {
      throw new IllegalStateException("a fault of ours");
    }
  }

  private String code(String path, int status) {
    MvcTestResult answer = http.get().uri(path).exchange();
    assertThat(answer).hasStatus(status);
    return answer.getResponse().getHeader("Content-Type") + " " + body(answer);
  }

  private static String body(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFullDiskIsSaidToBeFull() {
    assumeThat(FULL).exists();
    assertThat(code("/file", 507)).contains("application/problem+json", "shared.disk-full");
    assertThat(code("/row", 507)).contains("shared.disk-full", "nothing was changed");
  }

  @Test
  void anotherFaultTellsNothingButItsTrace() {
    assertThat(code("/other", 500))
        .contains("shared.fault", "trace")
        .doesNotContain("a fault of ours");
  }
}
