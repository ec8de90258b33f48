package xiezhi.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
  @TempDir static Path programs;
  @TempDir Path folder;

  @BeforeAll
  static void programsAreUnpackedOnce() throws IOException {
    PostgresBinaries.ofThisSystem().unpackInto(programs);
  }

  /** As after a former start: only who looks at the unpacking itself waits for it. */
  private void theProgramsAreThere() throws Exception {
    try (var unpacked = Files.list(programs)) {
      Path all = unpacked.findFirst().orElseThrow();
      assertThat(
              new ProcessBuilder("cp", "-al", all.toString(), folder.toString()).start().waitFor())
          .isZero();
    }
  }

  @Test
  void anotherSystemIsToldHowToNameADatabaseOfItsOwn() {
    for (String[] system :
        List.of(
            new String[] {"Windows 11", "amd64"},
            new String[] {"Mac OS X", "aarch64"},
            new String[] {"Linux", "riscv64"})) {
      StartFault fault =
          catchThrowableOfType(StartFault.class, () -> PostgresBinaries.of(system[0], system[1]));

      assertThat(fault.analysis().getDescription()).contains(system[0], system[1]);
      assertThat(fault.analysis().getAction()).contains("spring.datasource.url", "16 to 18");
    }
    assertThat(PostgresBinaries.of("Linux", "amd64").archive()).isNotEmpty();
    assertThat(PostgresBinaries.of("Linux", "aarch64").archive()).isNotEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    assertThatThrownBy(() -> LocalPostgres.start(file.resolve("db")))
        .isInstanceOf(StartFault.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining(file.toString());
  }

  @Test
  void aFullDiskIsNamed() {
    IOException full =
        catchThrowableOfType(
            IOException.class, () -> Files.write(Path.of("/dev/full"), new byte[100]));

    assertThat(PostgresFaults.of(full, folder)).hasMessageContaining("is full");
    assertThat(PostgresFaults.of(new IOException("something else"), folder))
        .hasMessageContaining("something else");
  }

  @Test
  void tooLittleRoomIsSaidBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> PostgresFaults.requireSpace(folder, Long.MAX_VALUE))
        .isInstanceOf(StartFault.class)
        .hasMessageContaining("MB free");
  }

  @Test
  void aSecondInstanceOnTheSameFolderIsRefused() throws Exception {
    theProgramsAreThere();
    try (LocalPostgres first = LocalPostgres.start(folder)) {
      assertThat(first.pid()).isPositive();
      assertThatThrownBy(() -> LocalPostgres.start(folder))
          .isInstanceOf(StartFault.class)
          .hasMessageContaining("Another instance");
    }
  }

  @Test
  void whatAnInterruptionLeftIsNeverTakenForACluster() throws Exception {
    Files.createDirectories(folder.resolve("initdb.tmp/half"));
    Files.createDirectories(folder.resolve("unpack-123/bin"));
    Files.createDirectories(folder.resolve("pg18"));
    Files.delete(folder.resolve("pg18"));

    try (LocalPostgres postgres = LocalPostgres.start(folder)) {
      assertThat(count(postgres, "select count(*) from pg_database")).isPositive();
    }
  }

  @Test
  void nobodyEntersWithoutThePassword() throws Exception {
    theProgramsAreThere();
    try (LocalPostgres postgres = LocalPostgres.start(folder)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.owner(), "guess"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void commitsAreDurable() throws Exception {
    theProgramsAreThere();
    try (LocalPostgres postgres = LocalPostgres.start(folder);
        Connection c = owner(postgres);
        var s = c.createStatement();
        var rows =
            s.executeQuery(
                "select name, setting from pg_settings where name in ('fsync',"
                    + " 'synchronous_commit', 'full_page_writes', 'data_checksums')")) {
      while (rows.next()) {
        assertThat(rows.getString(2)).as(rows.getString(1)).isEqualTo("on");
      }
    }
  }

  /** Kills what runs, in every combination, while it inserts; what was acknowledged is there. */
  @Test
  void killedAtAnyMomentItLosesNothingAcknowledgedAndLeavesNothingBehind() throws Exception {
    theProgramsAreThere();
    Set<Long> acknowledged = new HashSet<>();

    try (Inserting run = Inserting.in(folder)) {
      acknowledged.addAll(run.after(300));
      run.killApplication();
      acknowledged.addAll(run.rest());
      assertThat(run.endsOfServer(Duration.ofSeconds(30)))
          .as("the guard stops the server")
          .isTrue();
    }

    try (Inserting run = Inserting.in(folder)) {
      acknowledged.addAll(run.after(300));
      run.killGuard();
      run.killApplication();
      acknowledged.addAll(run.rest());
      assertThat(run.serverLives()).as("an orphan").isTrue();
    }

    try (Inserting run = Inserting.in(folder)) {
      acknowledged.addAll(run.after(300));
      run.killGuard();
      run.killServer();
      run.killApplication();
      acknowledged.addAll(run.rest());
    }

    long last;
    try (LocalPostgres postgres = LocalPostgres.start(folder)) {
      assertThat(ids(postgres)).containsAll(acknowledged);
      assertThat(acknowledged).hasSizeGreaterThan(900);
      last = postgres.pid();
    }
    assertThat(ProcessHandle.of(last)).isEmpty();
  }

  @Test
  void aServerKilledUnderALivingApplicationIsStartedAgain() throws Exception {
    theProgramsAreThere();
    try (LocalPostgres postgres = LocalPostgres.start(folder)) {
      long killed = postgres.pid();
      new ProcessBuilder("kill", "-9", Long.toString(killed)).start().waitFor();

      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      long found = -1;
      while (found < 0 && System.nanoTime() < end) {
        try {
          found = count(postgres, "select count(*) from pg_database");
        } catch (SQLException _) {
          Thread.sleep(100);
        }
      }
      assertThat(found).isPositive();
      assertThat(postgres.pid()).isNotEqualTo(killed);
    }
  }

  private static Connection owner(LocalPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), postgres.owner(), postgres.ownerPassword());
  }

  private static long count(LocalPostgres postgres, String sql) throws SQLException {
    try (Connection c = owner(postgres);
        var s = c.createStatement();
        var rows = s.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Set<Long> ids(LocalPostgres postgres) throws SQLException {
    try (Connection c = owner(postgres);
        var s = c.createStatement();
        var rows = s.executeQuery("select id from kept")) {
      Set<Long> ids = new HashSet<>();
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
      return ids;
    }
  }

  /** {@link InsertsUntilKilled} in a process of its own. */
  private record Inserting(Process process, BufferedReader out, long server)
      implements AutoCloseable {
    static Inserting in(Path folder) throws IOException {
      Process process =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  InsertsUntilKilled.class.getName(),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      String line;
      while ((line = out.readLine()) != null && !line.startsWith("server ")) {}
      assertThat(line).as("the server has started").isNotNull();
      return new Inserting(process, out, Long.parseLong(line.substring("server ".length())));
    }

    List<Long> after(int lines) throws IOException {
      List<Long> ids = new ArrayList<>();
      while (ids.size() < lines) {
        ids.add(Long.valueOf(out.readLine()));
      }
      return ids;
    }

    /** What it still said before it died. */
    List<Long> rest() throws IOException {
      List<Long> ids = new ArrayList<>();
      for (String line; (line = out.readLine()) != null; ) {
        // the last line may have been cut short
        if (line.length() == InsertsUntilKilled.WIDTH) {
          ids.add(Long.valueOf(line));
        }
      }
      return ids;
    }

    void killApplication() throws Exception {
      process.toHandle().destroyForcibly(); // Process itself would close its output too
      process.waitFor();
    }

    void killServer() {
      ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
    }

    void killGuard() throws Exception {
      List<ProcessHandle> guards =
          process
              .descendants()
              .filter(p -> p.info().command().orElse("").matches(".*/(sh|dash|bash)"))
              .toList();
      assertThat(guards).isNotEmpty();
      // a living application would notice, and start the server again before it is killed itself
      new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
      for (ProcessHandle guard : guards) {
        guard.destroyForcibly();
      }
      // a parent that stands still does not bury its children, so their end cannot be waited for
      Thread.sleep(200);
    }

    boolean serverLives() {
      return ProcessHandle.of(server).map(ProcessHandle::isAlive).orElse(false);
    }

    boolean endsOfServer(Duration patience) throws InterruptedException {
      long end = System.nanoTime() + patience.toNanos();
      while (serverLives() && System.nanoTime() < end) {
        Thread.sleep(50);
      }
      return !serverLives();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
