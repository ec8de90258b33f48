package xiezhi.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import xiezhi.conformance.Scenario.Passage;
import xiezhi.conformance.Scenario.Request;
import xiezhi.conformance.Scenario.Shared;
import xiezhi.conformance.Scenario.Step;
import xiezhi.conformance.Scenario.Together;

/**
 * All scenarios of a folder, with the passages they share ({@code library.yaml}).
 *
 * @param library passages by name
 */
public record Scenarios(List<Scenario> all, Map<String, Shared> library) {
  static final String LIBRARY = "library.yaml";

  /**
   * Reads every {@code .yaml} file of the folder.
   *
   * @throws ScenarioFaults with every fault of every file
   */
  public static Scenarios read(Path folder) {
    List<String> faults = new ArrayList<>();
    Map<String, Shared> library = new TreeMap<>();
    List<Scenario> all = new ArrayList<>();
    for (Path file : files(folder)) {
      ScenarioReader reader = new ScenarioReader(String.valueOf(file.getFileName()), faults);
      if (file.endsWith(LIBRARY)) {
        reader.library(text(file)).forEach(p -> library.put(p.name(), p));
      } else {
        all.addAll(reader.scenarios(text(file)));
      }
    }
    check(all, library, faults);
    if (!faults.isEmpty()) {
      throw new ScenarioFaults(faults);
    }
    return new Scenarios(List.copyOf(all), Map.copyOf(library));
  }

  private static void check(List<Scenario> all, Map<String, Shared> library, List<String> faults) {
    Map<String, Scenario> byId = new TreeMap<>();
    for (Scenario s : all) {
      Scenario before = byId.put(s.id(), s);
      if (before != null) {
        faults.add(s.place() + ": the id " + s.id() + " stands at " + before.place() + " already");
      }
      passages(s.steps(), library, faults);
    }
    library.values().forEach(p -> passages(p.steps(), library, faults));
  }

  private static void passages(List<Step> steps, Map<String, Shared> library, List<String> faults) {
    for (Step step : steps) {
      switch (step) {
        case Passage p -> {
          if (!library.containsKey(p.name())) {
            faults.add(p.place() + ": there is no passage " + p.name() + " in " + LIBRARY);
          }
        }
        case Together t -> {}
        case Request r -> {}
      }
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
