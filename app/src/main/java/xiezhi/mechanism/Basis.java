package xiezhi.mechanism;

import java.util.List;
import xiezhi.shared.Ground;

/** On whose authority a rule stands. */
public sealed interface Basis {

  /** Clauses of the county's own instrument. */
  record Clauses(List<Clause> clauses) implements Basis {
    public Clauses {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * An article of national law, as {@code 行政处罚法 第二十五条}.
   *
   * @param grade how well its wording is known: {@code verified}, {@code second-hand}, {@code
   *     memory} or {@code inference}
   */
  record Law(String citation, String quote, String grade) implements Basis {}

  /** Nobody's text: what the platform does where everybody is silent. Never a breach. */
  record PlatformDefault(String reason) implements Basis {}

  /** 内部时限: set by the county for itself, with no outside effect. Never a breach. */
  record InternalTarget(String reason) implements Basis {}

  /** {@code clause}, {@code national}, {@code platform-default} or {@code internal-target}. */
  default String kind() {
    return switch (this) {
      case Clauses c -> "clause";
      case Law l -> "national";
      case PlatformDefault p -> "platform-default";
      case InternalTarget t -> "internal-target";
    };
  }

  /** The ground to show for a rule of that id. */
  default Ground ground(String rule) {
    return switch (this) {
      case Clauses(var clauses) ->
          new Ground(
              rule,
              kind(),
              String.join("、", clauses.stream().map(Clause::id).toList()),
              String.join("\n", clauses.stream().map(Clause::quote).toList()));
      case Law(var citation, var quote, var grade) -> new Ground(rule, kind(), citation, quote);
      case PlatformDefault(var reason) -> new Ground(rule, kind(), reason, "");
      case InternalTarget(var reason) -> new Ground(rule, kind(), reason, "");
    };
  }
}
