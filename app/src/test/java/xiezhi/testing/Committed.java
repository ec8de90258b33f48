package xiezhi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A generated file that is committed: its test fails if it is not what would be generated now, and
 * rewrites it with {@code -Dxiezhi.update=true}.
 */
public record Committed(Path file) {
  /** Relative to the module's folder. */
  public static Committed in(Path file) {
    return new Committed(file);
  }

  public void mustBe(String generated) throws IOException {
    if (Boolean.getBoolean("xiezhi.update")) {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, generated);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s is generated and committed; -Dxiezhi.update=true rewrites it", file)
        .isEqualTo(generated);
  }
}
