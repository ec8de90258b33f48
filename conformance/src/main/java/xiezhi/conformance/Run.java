package xiezhi.conformance;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Plays a folder of scenarios against a server that runs in the profile {@code test}. */
public final class Run {
  private Run() {}

  /**
   * {@code <base-url> <scenario folder> [--without-rules]}: with the last, each rule behind a
   * claimed clause is taken away in turn as well. Ends with 1 if anything was not as expected, with
   * 2 if it could not begin.
   */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    if (arguments.size() < 2) {
      IO.println("usage: xiezhi.conformance.Run <base-url> <scenario folder> [--without-rules]");
      return 2;
    }
    Proofs proofs;
    try {
      Scenarios scenarios = Scenarios.read(Path.of(arguments.get(1)));
      Server server = new Server(URI.create(arguments.getFirst()));
      proofs = Proofs.of(server, scenarios, 2, arguments.contains("--without-rules"));
    } catch (ScenarioFaults | Server.Broken e) {
      IO.println(e.getMessage());
      return 2;
    }
    int wrong = 0;
    for (Scenario s : proofs.scenarios()) {
      String failure = proofs.failure(s).orElse("");
      IO.println((failure.isEmpty() ? "passed  " : "FAILED  ") + s.id() + "  " + s.title());
      if (!failure.isEmpty()) {
        IO.println("  " + failure.replace("\n", "\n  "));
        wrong++;
      }
    }
    for (Proofs.Removal removal : proofs.removals()) {
      String fault = removal.fault().orElse("");
      String verdict =
          removal.isCaught() ? "caught  " : removal.isDocumentary() ? "no act  " : "MISSED  ";
      String first =
          removal.failed() == null ? "" : removal.failed().lines().findFirst().orElse("");
      IO.println(verdict + removal.county() + " without " + removal.rule().id() + "  " + first);
      if (!fault.isEmpty()) {
        IO.println("  " + fault.replace("\n", "\n  "));
        wrong++;
      }
    }
    IO.println(
        proofs.scenarios().size()
            + " scenarios, "
            + proofs.removals().size()
            + " removals, "
            + wrong
            + " wrong");
    return wrong == 0 ? 0 : 1;
  }
}
