package xiezhi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file under {@code docs/generated} that is written from the code and committed. A test that
 * generates it fails when the committed one is no longer what the code says; with {@code
 * -Dxiezhi.generate=true} it writes it instead.
 */
public final class GeneratedFile {
  private GeneratedFile() {}

  public static void isCurrent(String name, String content) {
    Path file = Path.of("../docs/generated", name);
    try {
      if (Boolean.getBoolean("xiezhi.generate")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
      }
      assertThat(Files.exists(file) ? Files.readString(file) : "")
          .as(
              "docs/generated/%s is not what the code says: run the tests with"
                  + " -Dxiezhi.generate=true and commit it",
              name)
          .isEqualTo(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
