package xiezhi.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can stand in the way of the embedded database, each in a sentence. */
final class PostgresFaults {
  /** Programs 60 MB, an empty cluster 40 MB, its first write-ahead log 16 MB and room to work. */
  private static final long NEEDED = 300L << 20;

  private static final String ROOM =
      "Free some space there, or name another folder with xiezhi.data=<folder>.";

  private PostgresFaults() {}

  static void requireSpace(Path home) throws IOException {
    requireSpace(home, NEEDED);
  }

  static void requireSpace(Path home, long needed) throws IOException {
    long free = Files.getFileStore(home).getUsableSpace();
    if (free < needed) {
      throw new StartFault(
          "The disk of the data folder "
              + home
              + " has only "
              + (free >> 20)
              + " MB free; the embedded database needs "
              + (needed >> 20)
              + " MB to begin.",
          ROOM);
    }
  }

  static StartFault notWritable(IOException e, Path home) {
    return new StartFault(
        "The data folder " + home + " cannot be written: " + reason(e) + ".",
        "Give this user the right to write there, or name another folder with"
            + " xiezhi.data=<folder>.",
        e);
  }

  static StartFault of(IOException e, Path home) {
    if (isFull(e) || logSaysFull(home)) {
      return new StartFault("The disk of the data folder " + home + " is full.", ROOM, e);
    }
    return new StartFault(
        "The embedded database does not start: " + reason(e) + ".",
        "Its own words are in " + home.resolve("postgres.log") + ".",
        e);
  }

  private static boolean isFull(IOException e) {
    return String.valueOf(e.getMessage()).contains("No space left");
  }

  private static boolean logSaysFull(Path home) {
    try {
      var lines = Files.readAllLines(home.resolve("postgres.log"));
      return lines.subList(Math.max(0, lines.size() - 20), lines.size()).stream()
          .anyMatch(line -> line.contains("No space left"));
    } catch (IOException _) {
      return false; // then that is not how we know
    }
  }

  private static String reason(IOException e) {
    String words = e.getMessage() == null ? "" : e.getMessage();
    return e.getClass() == IOException.class ? words : e.getClass().getSimpleName() + " " + words;
  }
}
