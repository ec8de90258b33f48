package xiezhi.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiezhi.testing.Application;

/**
 * The demonstration starts on an empty folder, as on the machine of somebody who looks at the
 * platform for the first time: every county tells all its stories, and no rule refuses an act.
 */
class StoriesTest {
  /** With less, a story was left out: people or bodies are missing. */
  private static final int LEAST_ACTS = 100;

  @TempDir Path folder;

  @Test
  void everyCountyTellsItsStoriesAndNoneIsRefused() throws Exception {
    try (Application demonstration =
        Application.start(
            "--xiezhi.data=" + folder, "--server.port=0", "--xiezhi.demonstration=true")) {
      for (String county : new String[] {"530426", "350602", "320723", "140602", "310120"}) {
        String acts =
            demonstration.waitFor(Pattern.compile(county + ": \\d+ stories, (\\d+) acts"));
        assertThat(Integer.parseInt(acts)).as("acts in %s", county).isGreaterThan(LEAST_ACTS);
      }
      demonstration.address();
      assertThat(demonstration.output().lines().filter(line -> line.contains("is refused here")))
          .isEmpty();
    }
  }
}
