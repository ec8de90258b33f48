package xiezhi.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xiezhi.conformance.Play.Outcome;
import xiezhi.mechanism.Basis;
import xiezhi.mechanism.Clause;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.mechanism.source.PackagedMechanisms;
import xiezhi.shared.CountyCode;

/**
 * Plays all scenarios, and then once more for each rule behind a clause that a scenario claims to
 * prove, in a county without that rule: at least one of them must fail, or nothing was proven.
 */
public final class Proofs {
  private final List<Mechanism> mechanisms =
      PackagedMechanisms.counties().stream()
          .map(county -> PackagedMechanisms.bundle(county).read().orThrow())
          .toList();
  private final Map<Scenario, Outcome> played;
  private final List<Removal> removals;

  private Proofs(Map<Scenario, Outcome> played, List<Removal> removals) {
    this.played = played;
    this.removals = removals;
  }

  /**
   * A rule taken away.
   *
   * @param failed what failed then; null if nothing did
   * @param broken what could not be played; null if all could
   */
  public record Removal(
      CountyCode county,
      Rule rule,
      List<Scenario> tried,
      @Nullable String failed,
      @Nullable String broken) {

    public boolean isCaught() {
      return failed != null;
    }

    /** A rule that only says what something is called or listed as: nothing acts on it. */
    public boolean isDocumentary() {
      return !isCaught()
          && switch (rule.value()) {
            case RuleValue.Text t -> true;
            case RuleValue.Names n -> true;
            case RuleValue.Unspecified u -> true;
            default -> false;
          };
    }

    /** What keeps this from being a proof. */
    public Optional<String> fault() {
      String ids = String.join(", ", tried.stream().map(Scenario::id).toList());
      if (broken != null && failed == null) {
        return Optional.of(
            "without rule " + rule.id() + " of " + county + " this could not be played: " + broken);
      }
      return isCaught() || isDocumentary()
          ? Optional.empty()
          : Optional.of(
              "nothing fails without rule %s of %s (%s); tried: %s"
                  .formatted(rule.id(), county, rule.ground().citation(), ids));
    }
  }

  /** How it stands with a clause. */
  public enum Standing {
    PROVEN,
    BY_STRUCTURE,
    /** A scenario claims it, and it was not shown. */
    NOT_PROVEN,
    NOT_BUILT
  }

  /** Plays everything, so many at a time; {@code removing} false leaves the second part out. */
  public static Proofs of(Server server, Scenarios scenarios, int atATime, boolean removing) {
    try (ExecutorService threads = Executors.newFixedThreadPool(atATime)) {
      Map<Scenario, Outcome> played = new TreeMap<>(Comparator.comparing(Scenario::id));
      Map<Scenario, Future<Outcome>> waiting = new TreeMap<>(Comparator.comparing(Scenario::id));
      for (Scenario s : scenarios.all()) {
        waiting.put(s, threads.submit(() -> Play.of(server, scenarios, s, Set.of())));
      }
      waiting.forEach((s, outcome) -> played.put(s, get(outcome)));
      Proofs proofs = new Proofs(played, List.of());
      if (!removing) {
        return proofs;
      }
      List<Future<Removal>> tests =
          proofs.rulesToRemove().stream()
              .map(
                  r ->
                      threads.submit(
                          () ->
                              remove(r, s -> Play.of(server, scenarios, s, Set.of(r.rule().id())))))
              .toList();
      return new Proofs(played, tests.stream().map(Proofs::get).toList());
    }
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Rules of counties' own mechanisms behind clauses that scenarios claim, with those scenarios.
   */
  private List<Removal> rulesToRemove() {
    List<Removal> found = new ArrayList<>();
    for (Mechanism mechanism : mechanisms) {
      for (Rule rule : mechanism.rules()) {
        List<Scenario> claiming =
            played.keySet().stream()
                .filter(s -> s.county().equals(mechanism.county().value()))
                .filter(s -> s.mechanism().isEmpty())
                .filter(s -> clauses(rule).stream().anyMatch(s.proves()::contains))
                // the shorter story first
                .sorted(Comparator.comparingInt(s -> s.steps().size()))
                .toList();
        if (!claiming.isEmpty()) {
          found.add(new Removal(mechanism.county(), rule, claiming, null, null));
        }
      }
    }
    return found;
  }

  static List<String> clauses(Rule rule) {
    return rule.basis() instanceof Basis.Clauses(var clauses)
        ? clauses.stream().map(Clause::id).toList()
        : List.of();
  }

  private static Removal remove(Removal r, Function<Scenario, Outcome> play) {
    String broken = null;
    for (Scenario s : r.tried()) {
      switch (play.apply(s)) {
        case Outcome.Failed(var what) -> {
          return new Removal(r.county(), r.rule(), r.tried(), s.id() + ": " + what, broken);
        }
        case Outcome.Broken(var what) -> broken = what;
        case Outcome.Passed() -> {}
      }
    }
    return new Removal(r.county(), r.rule(), r.tried(), null, broken);
  }

  public List<Mechanism> mechanisms() {
    return mechanisms;
  }

  public Collection<Scenario> scenarios() {
    return played.keySet();
  }

  public List<Removal> removals() {
    return removals;
  }

  /** What did not go as expected in that scenario; empty if all did. */
  public Optional<String> failure(Scenario scenario) {
    return switch (played.get(scenario)) {
      case Outcome.Failed(var what) -> Optional.of(what);
      case Outcome.Broken(var what) -> Optional.of("could not be played: " + what);
      case Outcome.Passed() -> Optional.empty();
      case null -> Optional.of("was not played");
    };
  }

  public List<Scenario> of(String clause) {
    return played.keySet().stream().filter(s -> s.clauses().contains(clause)).toList();
  }

  /** The rules of the clause that were taken away, caught or not. */
  public List<Removal> removalsOf(String clause) {
    return removals.stream().filter(r -> clauses(r.rule()).contains(clause)).toList();
  }

  public Standing standing(String clause) {
    List<Scenario> scenarios = of(clause);
    if (scenarios.isEmpty()) {
      return Standing.NOT_BUILT;
    }
    boolean played = scenarios.stream().allMatch(s -> failure(s).isEmpty());
    if (played && scenarios.stream().anyMatch(s -> s.structure().containsKey(clause))) {
      return Standing.BY_STRUCTURE;
    }
    List<Removal> gone = removalsOf(clause);
    boolean caught =
        gone.stream().anyMatch(Removal::isCaught)
            && gone.stream().allMatch(r -> r.fault().isEmpty());
    return played && caught ? Standing.PROVEN : Standing.NOT_PROVEN;
  }
}
