package xiezhi.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import xiezhi.ledger.domain.Entries.Head;
import xiezhi.ledger.domain.LedgerFile;

/**
 * Verifies an exported ledger file without database, network or server: {@code java -jar xiezhi.jar
 * ledger verify FILE [SEQ HASH]}.
 *
 * <p>SEQ and HASH are an end that was noted at an earlier verification: it must still be in the
 * chain. Exit codes: 0 whole, 1 broken, 2 not a ledger or not readable.
 */
public final class VerifyLedger {
  private static final String USAGE =
      """
      usage: java -jar xiezhi.jar ledger verify FILE [SEQ HASH]
        FILE       a ledger as the platform exports it
        SEQ HASH   an end noted at an earlier verification; it must still be in the chain\
      """;

  private VerifyLedger() {}

  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  /** As {@link #main}; answers the exit code. */
  public static int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.size() != 1 && !(args.size() == 3 && args.get(1).matches("[0-9]{1,18}"))) {
      err.println(USAGE);
      return 2;
    }
    Optional<Head> noted =
        args.size() == 3
            ? Optional.of(new Head(Long.parseLong(args.get(1)), args.get(2)))
            : Optional.empty();
    try (BufferedReader lines = Files.newBufferedReader(Path.of(args.getFirst()))) {
      var checked = LedgerFile.check(lines, noted);
      if (checked.broken().isPresent()) {
        out.println("BROKEN: ledger of " + checked.county() + ", " + checked.broken().get());
        return 1;
      }
      out.println(
          "WHOLE: ledger of "
              + checked.county()
              + ", "
              + checked.entries()
              + " entries, ends with "
              + checked.hash());
      return 0;
    } catch (LedgerFile.NotALedger e) {
      err.println("not a ledger: " + e.getMessage());
    } catch (NoSuchFileException e) {
      err.println("no such file: " + e.getFile());
    } catch (MalformedInputException e) {
      err.println("not a ledger: the file is not UTF-8");
    } catch (IOException e) {
      err.println("the file cannot be read: " + e.getMessage());
    }
    return 2;
  }
}
