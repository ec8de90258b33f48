package xiezhi.mechanism.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiezhi.mechanism.Condition;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue.Gate;
import xiezhi.mechanism.RuleValue.Requirement;

/**
 * A county may tighten a gate of national law, never loosen it. Both are always applied, so nothing
 * a county writes opens a gate of the law; but a county that writes that something is allowed which
 * the law forbids has misunderstood the law, and is told so before anybody relies on it.
 */
public final class Tightening {
  private Tightening() {}

  /**
   * @param county the county's rule that promises too much
   */
  public record Violation(Rule county, Rule national, String message) {}

  public static List<Violation> violations(List<Rule> county, List<Rule> national) {
    List<Violation> all = new ArrayList<>();
    for (Rule ours : county) {
      if (!(ours.value() instanceof Gate mine)) {
        continue;
      }
      for (Rule law : national) {
        if (law.value() instanceof Gate theirs
            && mine.acts().stream().anyMatch(theirs.acts()::contains)
            && canMeet(ours.when(), law.when())) {
          compare(ours, mine, law, theirs, all);
        }
      }
    }
    return all;
  }

  private static void compare(Rule ours, Gate mine, Rule law, Gate theirs, List<Violation> all) {
    for (Requirement requirement : mine.requirements()) {
      for (Requirement lawful : theirs.requirements()) {
        Set<String> tooMuch =
            switch (requirement) {
              case Requirement.BodyKinds kinds
                  when lawful
                          instanceof
                          Requirement.BodyKinds(var role, var allow, var forbid, var unless)
                      && role.equals(kinds.role()) ->
                  beyond(kinds.allow(), allow, forbid);
              case Requirement.FactIs(var fact, var values)
                  when lawful instanceof Requirement.FactIs(var name, var allowed)
                      && name.equals(fact) ->
                  beyond(values, allowed, List.of());
              default -> Set.of();
            };
        if (!tooMuch.isEmpty()) {
          all.add(
              new Violation(
                  ours,
                  law,
                  "a county may tighten a national gate, never loosen it: this allows %s, which %s (%s) does not"
                      .formatted(String.join(", ", tooMuch), law.id(), law.ground().citation())));
        }
      }
    }
  }

  /** What of ours is outside what the law allows, or inside what it forbids. */
  private static Set<String> beyond(List<String> ours, List<String> allow, List<String> forbid) {
    Set<String> beyond = new LinkedHashSet<>(ours);
    beyond.removeIf(value -> (allow.isEmpty() || allow.contains(value)) && !forbid.contains(value));
    return beyond;
  }

  /** Whether there can be a case in which both conditions hold. */
  static boolean canMeet(Condition a, Condition b) {
    for (Map.Entry<String, Condition.Test> entry : a.tests().entrySet()) {
      if (entry.getValue() instanceof Condition.Test.OneOf(var mine)
          && b.tests().get(entry.getKey()) instanceof Condition.Test.OneOf(var theirs)
          && mine.stream().noneMatch(theirs::contains)) {
        return false;
      }
    }
    return true;
  }
}
