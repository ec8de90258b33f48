package xiezhi.mechanism.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.Rule.Resolve;
import xiezhi.mechanism.Rule.Tier;

/**
 * Which of the rules of one duty governs. The strongest tier that has a matching rule wins, and
 * within it the condition that names the most facts. Rules that are equal in both stand side by
 * side: two clauses may say two things.
 *
 * <p>By default the county's clause is stronger than national law, and that than the platform's
 * default. One matching rule that says {@code statute-first} puts the law before the clause
 * (有法定期限的，从其规定); one that says {@code stricter} lets the winners of both count, and whichever ends
 * first binds.
 */
final class Duties {
  private static final List<Tier> COUNTY_FIRST = List.of(Tier.COUNTY, Tier.NATIONAL, Tier.PLATFORM);
  private static final List<Tier> STATUTE_FIRST =
      List.of(Tier.NATIONAL, Tier.COUNTY, Tier.PLATFORM);

  private Duties() {}

  /** The winners among these rules of one duty, strongest tier first, in file order. */
  static List<Rule> governing(Collection<Rule> duty, Facts facts) {
    List<Rule> matching = duty.stream().filter(rule -> rule.when().matches(facts)).toList();
    if (matching.size() < 2) {
      return matching;
    }
    if (anySays(matching, Resolve.STRICTER)) {
      List<Rule> both =
          Stream.of(Tier.COUNTY, Tier.NATIONAL)
              .flatMap(tier -> mostSpecific(matching, tier).stream())
              .toList();
      return both.isEmpty() ? mostSpecific(matching, Tier.PLATFORM) : both;
    }
    List<Tier> order = anySays(matching, Resolve.STATUTE_FIRST) ? STATUTE_FIRST : COUNTY_FIRST;
    return order.stream()
        .map(tier -> mostSpecific(matching, tier))
        .filter(winners -> !winners.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean anySays(List<Rule> rules, Resolve resolve) {
    return rules.stream().anyMatch(rule -> rule.resolve() == resolve);
  }

  private static List<Rule> mostSpecific(List<Rule> rules, Tier tier) {
    int most = -1;
    List<Rule> winners = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.tier() != tier || rule.when().specificity() < most) {
        continue;
      }
      if (rule.when().specificity() > most) {
        most = rule.when().specificity();
        winners.clear();
      }
      winners.add(rule);
    }
    return winners;
  }
}
