package xiezhi.mechanism;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies: every named fact must fit. The more facts a condition names, the more
 * specific it is, and the most specific matching rule of a duty wins.
 */
public record Condition(Map<String, Test> tests) {
  public static final Condition ALWAYS = new Condition(Map.of());

  public Condition {
    tests = Map.copyOf(tests);
  }

  /** What a single fact must be. */
  public sealed interface Test {
    /**
     * One of these texts (flags as {@code true}, {@code false}); of a set-valued fact, at least one
     * element.
     */
    record OneOf(Set<String> values) implements Test {}

    /** A number within bounds, both included; null is open. */
    record Between(@Nullable BigDecimal min, @Nullable BigDecimal max) implements Test {}
  }

  public boolean matches(Facts facts) {
    return tests.entrySet().stream().allMatch(t -> fits(t.getValue(), t.getKey(), facts));
  }

  public int specificity() {
    return tests.size();
  }

  private static boolean fits(Test test, String name, Facts facts) {
    return switch (test) {
      // a flag nobody set is false
      case Test.OneOf(var values) ->
          facts.find(name).isEmpty()
              ? values.contains("false")
              : facts.set(name).stream().anyMatch(values::contains);
      case Test.Between(var min, var max) -> {
        Object value = facts.find(name).orElse(null);
        if (!(value instanceof Number number)) {
          yield false;
        }
        BigDecimal n = new BigDecimal(number.toString());
        yield (min == null || n.compareTo(min) >= 0) && (max == null || n.compareTo(max) <= 0);
      }
    };
  }
}
