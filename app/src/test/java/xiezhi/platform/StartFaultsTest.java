package xiezhi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiezhi.testing.Application;
import xiezhi.testing.TestDatabase;

/** What keeps the application from starting is one sentence, and the process fails. */
class StartFaultsTest {
  @TempDir Path folder;

  private static void failsSaying(String sentence, String... arguments) throws Exception {
    try (Application application = Application.start(arguments)) {
      assertThat(application.exitCode()).as(application.output()).isNotZero();
      assertThat(application.output()).contains(sentence).doesNotContain("\tat ");
    }
  }

  @Test
  void theDataFolderCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    failsSaying("cannot be written", "--xiezhi.data=" + file.resolve("data"));
  }

  @Test
  void theDatabaseCannotBeReached() throws Exception {
    failsSaying(
        "The database jdbc:postgresql://127.0.0.1:1/nowhere cannot be used",
        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nowhere",
        "--spring.datasource.username=xiezhi_app",
        "--spring.datasource.password=x",
        "--spring.flyway.user=owner",
        "--spring.flyway.password=x",
        "--xiezhi.vault.keys.1=" + "01".repeat(16),
        "--xiezhi.vault.index-key=" + "02".repeat(32));
  }

  @Test
  void anExternalDatabaseHasNoKeyForPersonalData() throws Exception {
    String[] arguments =
        Arrays.stream(arguments(TestDatabase.shared(), "--server.port=0"))
            .filter(a -> !a.startsWith("--xiezhi.vault."))
            .toArray(String[]::new);

    failsSaying("There is no key to seal personal data with", arguments);
  }

  @Test
  void thePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      failsSaying(
          "Port " + taken.getLocalPort() + " was already in use",
          arguments(TestDatabase.shared(), "--server.port=" + taken.getLocalPort()));
    }
  }

  @Test
  void theWallBetweenCountiesWouldNotHold() throws Exception {
    failsSaying(
        "the wall between counties would not hold",
        arguments(TestDatabase.shared().asIfTheOwnerWereTheApplication(), "--server.port=0"));
  }

  private static String[] arguments(TestDatabase database, String more) {
    return java.util.stream.Stream.concat(
            database.properties().stream().map(p -> "--" + p), java.util.stream.Stream.of(more))
        .toArray(String[]::new);
  }
}
