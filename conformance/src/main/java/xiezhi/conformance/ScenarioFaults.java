package xiezhi.conformance;

import java.util.List;

/** Everything that is wrong with the scenario files, each with its file and line. */
public final class ScenarioFaults extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ScenarioFaults(List<String> faults) {
    super(faults.size() + " faults in the scenarios:\n" + String.join("\n", faults));
  }
}
