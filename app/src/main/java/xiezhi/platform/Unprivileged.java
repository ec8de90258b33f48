package xiezhi.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. Where the application does (containers), the server runs in a
 * user namespace of its own, or, where those are forbidden, as user 65534 ({@code nobody}).
 */
enum Unprivileged {
  /** Not root: as we are. */
  OURSELVES(""),
  /** Root in a user namespace in which it is nobody; on disk the files stay root's. */
  NAMESPACE("unshare -U "),
  /** Root without namespaces: the files must belong to nobody. */
  NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups ");

  private static final Pattern BLANK = Pattern.compile(" ");

  private final String prefix;

  Unprivileged(String prefix) {
    this.prefix = prefix;
  }

  static Unprivileged forThisUser(Path home) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return OURSELVES;
    }
    if (NAMESPACE.works(List.of("true"))) {
      return NAMESPACE;
    }
    if (NOBODY.works(List.of("test", "-x", home.toString()))) {
      return NOBODY;
    }
    throw new StartFault(
        "PostgreSQL does not run as root, and neither a user namespace (unshare) nor the user"
            + " nobody (setpriv) can be used for it on "
            + home
            + ".",
        "Run the application as an ordinary user, or put the data folder where nobody may enter it,"
            + " or name an external database with spring.datasource.url.");
  }

  List<String> command(String... words) {
    return command(List.of(words));
  }

  private List<String> command(List<String> words) {
    return Stream.concat(BLANK.splitAsStream(prefix), words.stream())
        .filter(w -> !w.isEmpty())
        .toList();
  }

  /** Gives the file or folder to whom the server runs as. */
  void own(Path path) throws IOException {
    if (this == NOBODY) {
      Files.setAttribute(path, "unix:uid", 65534);
      Files.setAttribute(path, "unix:gid", 65534);
    }
  }

  private boolean works(List<String> words) {
    try {
      Process process =
          new ProcessBuilder(command(words))
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false; // the tool is not there
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
