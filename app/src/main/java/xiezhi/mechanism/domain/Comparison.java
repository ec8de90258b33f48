package xiezhi.mechanism.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.Rule.Tier;

/** Two counties side by side, one line for each rule key. */
public record Comparison(List<Line> lines) {

  public enum Relation {
    SAME,
    DIFFERENT,
    ONLY_LEFT,
    ONLY_RIGHT
  }

  /**
   * @param left the rules that stand in the left county for that key: its own where it has any,
   *     else the nation's, else the platform's. Empty if nobody says anything
   */
  public record Line(String key, List<Rule> left, List<Rule> right, Relation relation) {}

  /**
   * @param keys in the order in which to show them
   */
  public static Comparison of(Mechanism left, Mechanism right, List<String> keys) {
    Set<String> all = new LinkedHashSet<>(keys);
    left.rules().forEach(rule -> all.add(rule.key()));
    right.rules().forEach(rule -> all.add(rule.key()));
    List<Line> lines = new ArrayList<>();
    for (String key : all) {
      List<Rule> mine = standing(left, key);
      List<Rule> theirs = standing(right, key);
      if (!mine.isEmpty() || !theirs.isEmpty()) {
        lines.add(new Line(key, mine, theirs, relation(mine, theirs)));
      }
    }
    return new Comparison(lines);
  }

  private static List<Rule> standing(Mechanism mechanism, String key) {
    for (Tier tier : Tier.values()) {
      Predicate<Rule> ofTier = rule -> rule.tier() == tier && rule.key().equals(key);
      List<Rule> rules = mechanism.rules().stream().filter(ofTier).toList();
      if (!rules.isEmpty()) {
        return rules;
      }
    }
    return List.of();
  }

  /** What both demand is compared, not where it is written or what it is called. */
  private static Relation relation(List<Rule> left, List<Rule> right) {
    if (left.isEmpty()) {
      return Relation.ONLY_RIGHT;
    }
    if (right.isEmpty()) {
      return Relation.ONLY_LEFT;
    }
    return substance(left).equals(substance(right)) ? Relation.SAME : Relation.DIFFERENT;
  }

  private static Set<Map<String, String>> substance(List<Rule> rules) {
    return rules.stream().map(RuleFields::substance).collect(Collectors.toSet());
  }
}
