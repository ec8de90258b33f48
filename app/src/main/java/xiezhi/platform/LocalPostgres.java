package xiezhi.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL on this machine, run from the binaries in a jar, so that a county can start
 * with nothing but Java.
 *
 * <p>Its life: the folder is locked against a second instance; a server that outlived a killed
 * application is stopped; binaries and cluster are made where they are missing, each under another
 * name first so that an interruption never leaves half of one; the server is started as the child
 * of a small shell that holds the other end of a pipe from this process. When this process ends, in
 * whatever way, the shell reads the end of the file and shuts the server down in order. When the
 * shell is killed too, the next start does it.
 *
 * <p>Everything that makes a commit durable stays on.
 */
public final class LocalPostgres implements AutoCloseable {
  /** Name of the database that belongs to the application. */
  public static final String DATABASE = "xiezhi";

  private static final Logger log = LoggerFactory.getLogger(LocalPostgres.class);
  private static final String OWNER = "postgres";
  private static final int MAJOR = 18;
  private static final long LARGE_LOG = 20L << 20;

  /** Reads until this process is gone, then asks the server for a fast shutdown. */
  private static final String GUARD =
      """
      exec 3<&0
      "$@" </dev/null 3<&- & server=$!
      ( cat <&3 >/dev/null; kill -INT $server 2>/dev/null ) & watcher=$!
      wait $server; code=$?
      kill $watcher 2>/dev/null
      exit $code
      """;

  private final Path home;
  private final Path data;
  private final FileChannel lockFile;
  private final Unprivileged unprivileged;
  private final String password;
  private final int port;
  private final Path bin;
  private @Nullable Process guard;
  private boolean closed;

  /** Starts the server of that folder, on a free port of the loopback interface. */
  public static LocalPostgres start(Path home) {
    return start(home, 0);
  }

  public static LocalPostgres start(Path home, int port) {
    return new LocalPostgres(home.toAbsolutePath().normalize(), port);
  }

  private LocalPostgres(Path home, int wantedPort) {
    this.home = home;
    this.data = home.resolve("pg" + MAJOR);
    PostgresBinaries binaries = PostgresBinaries.ofThisSystem();
    makeWritable(home);
    this.lockFile = openLock(home);
    try {
      take(lockFile, home);
      this.unprivileged = Unprivileged.forThisUser(home);
      this.bin = binaries.unpackInto(home);
      this.password = Secret.in(home.resolve("superuser.secret"));
      stopOrphan();
      if (!Files.exists(data.resolve("PG_VERSION"))) {
        makeCluster();
      }
      this.port = wantedPort != 0 ? wantedPort : freePort();
      rotateLog();
      launch();
      makeDatabase();
    } catch (IOException e) {
      release();
      throw PostgresFaults.of(e, home);
    } catch (InterruptedException e) {
      release();
      Thread.currentThread().interrupt();
      throw new StartFault("The start was interrupted.", "Start again.", e);
    } catch (RuntimeException e) {
      release();
      throw e;
    }
  }

  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The superuser: owns the tables and migrates; the application does not work as this one. */
  public String owner() {
    return OWNER;
  }

  public String ownerPassword() {
    return password;
  }

  /** Process id of the server itself, as it recorded it. */
  public long pid() {
    return recordedPid();
  }

  private static void makeWritable(Path home) {
    try {
      Files.createDirectories(home);
      Files.delete(Files.createTempFile(home, "probe-", null));
    } catch (IOException e) {
      throw PostgresFaults.notWritable(e, home);
    }
  }

  private static FileChannel openLock(Path home) {
    try {
      return FileChannel.open(
          home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw PostgresFaults.notWritable(e, home);
    }
  }

  /** Held until the file is closed. */
  private static void take(FileChannel file, Path home) throws IOException {
    FileLock lock;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException _) {
      lock = null;
    }
    if (lock == null) {
      throw new StartFault(
          "Another instance of the application already uses the data folder " + home + ".",
          "Stop the other instance, or give this one its own folder with xiezhi.data=<folder>.");
    }
  }

  private void makeCluster() throws IOException, InterruptedException {
    PostgresFaults.requireSpace(home);
    Path unfinished = home.resolve("initdb.tmp");
    Path words = home.resolve("initdb.secret");
    Folders.delete(unfinished);
    Files.deleteIfExists(words);
    Secret.write(words, password);
    Files.createDirectory(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    unprivileged.own(unfinished);
    unprivileged.own(words);
    try {
      run(
          Duration.ofMinutes(5),
          unprivileged.command(
              bin.resolve("initdb").toString(),
              "-D",
              unfinished.toString(),
              "-U",
              OWNER,
              "-E",
              "UTF8",
              // the same order of characters on every system, whatever its libraries
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C.UTF-8",
              "--data-checksums",
              "--auth=scram-sha-256",
              "--pwfile=" + words));
    } finally {
      Files.deleteIfExists(words);
    }
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A server that outlived its application: only if the process really is one, on our folder. */
  private void stopOrphan() throws IOException, InterruptedException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    var process = ProcessHandle.of(recordedPid());
    if (process.isEmpty()) {
      return; // the server removes the file of a dead process itself
    }
    if (!isServerOf(data, process.get())) {
      // the number was given to another process, say after a reboot: the server would not start
      Files.delete(pidFile);
      return;
    }
    log.warn("stopping the database server {} left by a killed application", process.get().pid());
    signal("INT", process.get());
    try {
      process.get().onExit().get(2, TimeUnit.MINUTES);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new StartFault(
          "The database server "
              + process.get().pid()
              + " of a former start still runs on "
              + data
              + " and does not stop.",
          "Stop that process, then start again.",
          e);
    }
  }

  private long recordedPid() {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    } catch (IOException | RuntimeException _) {
      return Long.MAX_VALUE; // nobody has that number
    }
  }

  private static boolean isServerOf(Path data, ProcessHandle process) {
    try {
      String command =
          new String(Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline")), UTF_8);
      return command.contains("postgres") && command.contains(data.toString());
    } catch (IOException _) {
      return false;
    }
  }

  private static void signal(String name, ProcessHandle process)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
        .redirectErrorStream(true)
        .redirectOutput(Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private synchronized void launch() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "postgres-guard"));
    command.addAll(
        unprivileged.command(
            bin.resolve("postgres").toString(),
            "-D",
            data.toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "timezone=UTC",
            "-c",
            "max_connections=100",
            "-c",
            "shared_buffers=256MB",
            "-c",
            "fsync=on",
            "-c",
            "synchronous_commit=on",
            "-c",
            "full_page_writes=on",
            "-c",
            "log_line_prefix=%m [%p] "));
    int attempts = 5;
    for (int attempt = 1; ; attempt++) {
      Process started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(logFile().toFile()))
              .start();
      guard = started;
      if (accepts(started, Duration.ofMinutes(5))) {
        var _ = started.onExit().thenRun(this::revive);
        return;
      }
      // children of a server that was killed hold its memory for a moment longer
      if (attempt == attempts) {
        throw new IOException("the database server ended with code " + started.exitValue());
      }
      Thread.sleep(1000);
    }
  }

  /** The server was killed while we live: it recovers what was committed, and we go on. */
  private synchronized void revive() {
    if (closed) {
      return;
    }
    log.error("the database server ended by itself; starting it again");
    try {
      launch();
    } catch (IOException e) {
      log.error("the database server does not start again, see {}", logFile(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean accepts(Process server, Duration patience)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      if (!server.isAlive()) {
        return false;
      }
      try (Connection _ = DriverManager.getConnection(jdbcUrl(OWNER), OWNER, password)) {
        return true;
      } catch (SQLException e) {
        if ("28P01".equals(e.getSQLState())) {
          throw new IOException("the database does not know the password in superuser.secret", e);
        }
      }
      Thread.sleep(40);
    }
    throw new IOException("the database server accepts no connections");
  }

  private void makeDatabase() throws IOException {
    try (Connection c = DriverManager.getConnection(jdbcUrl(OWNER), OWNER, password);
        var ask = c.prepareStatement("select 1 from pg_database where datname = ?")) {
      ask.setString(1, DATABASE);
      try (var found = ask.executeQuery()) {
        if (!found.next()) {
          try (var make = c.createStatement()) {
            make.execute("create database " + DATABASE);
          }
        }
      }
    } catch (SQLException e) {
      throw new IOException("the database could not be made: " + e.getMessage(), e);
    }
  }

  private void run(Duration patience, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(logFile().toFile()))
            .start();
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      throw new IOException("timed out: " + String.join(" ", command));
    }
    if (process.exitValue() != 0) {
      throw new IOException("ended with " + process.exitValue() + ": " + String.join(" ", command));
    }
  }

  private Path logFile() {
    return home.resolve("postgres.log");
  }

  private void rotateLog() throws IOException {
    if (Files.exists(logFile()) && Files.size(logFile()) > LARGE_LOG) {
      Files.move(logFile(), home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Shuts the server down in order and gives the folder free. */
  @Override
  public void close() {
    release();
  }

  private synchronized void release() {
    closed = true;
    try {
      Process running = guard;
      if (running != null) {
        guard = null;
        running.getOutputStream().close();
        if (!running.waitFor(60, TimeUnit.SECONDS)) {
          log.warn("the database server did not stop within a minute");
          running.destroy();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      try {
        lockFile.close(); // and with it the lock
      } catch (IOException e) {
        log.warn("the lock of {} was not released", home, e);
      }
    }
  }
}
