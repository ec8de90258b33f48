package xiezhi.mechanism.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.Rule.Resolve;
import xiezhi.mechanism.RuleValue.Limit;

/**
 * Two limits of one tier for one duty that ask after the same facts, can both fit one case, and
 * give different times: one of them is a slip. Whoever wrote them is told before a clock starts.
 * Limits that ask after different facts (urgent; of that field) may meet in a case by design: then
 * both run, and the earlier one binds.
 */
public final class Ambiguity {
  private Ambiguity() {}

  /**
   * @param rule the later of the two in the file
   */
  public record Pair(Rule rule, Rule other) {}

  public static List<Pair> among(List<Rule> tier) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < tier.size(); i++) {
      for (Rule other : tier.subList(0, i)) {
        if (areAmbiguous(tier.get(i), other)) {
          pairs.add(new Pair(tier.get(i), other));
        }
      }
    }
    return pairs;
  }

  private static boolean areAmbiguous(Rule a, Rule b) {
    return a.value() instanceof Limit mine
        && b.value() instanceof Limit theirs
        && a.duty().equals(b.duty())
        && a.resolve() != Resolve.STRICTER
        && b.resolve() != Resolve.STRICTER
        && a.when().tests().keySet().equals(b.when().tests().keySet())
        && mine.debtor().equals(theirs.debtor())
        && mine.starts().stream().anyMatch(theirs.starts()::contains)
        && !Objects.equals(mine.amount(), theirs.amount())
        && Tightening.canMeet(a.when(), b.when());
  }
}
