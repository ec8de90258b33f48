package xiezhi.mechanism.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.Rule.Tier;
import xiezhi.mechanism.RuleValue;
import xiezhi.mechanism.RuleValue.Exemption;
import xiezhi.mechanism.RuleValue.Requirement;
import xiezhi.shared.Refusal;

/**
 * Which gates on an act are shut, and why. The county's and the nation's are all tried: a county
 * tightens the law, it does not open what the law shuts. The platform's own stand only where nobody
 * else says anything of that duty.
 */
final class Gates {
  private Gates() {}

  /**
   * @param guards all gate rules on the act
   * @param exemptions all exemption rules
   */
  static List<Refusal> refusals(String act, List<Rule> guards, List<Rule> exemptions, Facts facts) {
    List<Rule> matching = guards.stream().filter(rule -> rule.when().matches(facts)).toList();
    List<Refusal> refusals = new ArrayList<>();
    for (Rule rule : matching) {
      if (rule.tier() == Tier.PLATFORM && isSpokenFor(rule, matching)) {
        continue;
      }
      RuleValue.Gate gate = (RuleValue.Gate) rule.value();
      for (Requirement requirement : gate.requirements()) {
        Finding finding = look(requirement, rule, exemptions, facts);
        if (finding != null) {
          Map<String, Object> details = new LinkedHashMap<>(finding.details());
          details.put("act", act);
          details.put("rule", rule.id());
          refusals.add(
              new Refusal(
                  Refusal.Kind.RULE,
                  "mechanism." + rule.key(),
                  "%s is refused: %s".formatted(act, finding.sentence()),
                  details,
                  List.of(rule.ground())));
        }
      }
    }
    return refusals;
  }

  private static boolean isSpokenFor(Rule platform, List<Rule> matching) {
    return matching.stream()
        .anyMatch(r -> r.tier() != Tier.PLATFORM && r.duty().equals(platform.duty()));
  }

  private record Finding(String sentence, Map<String, Object> details) {}

  private static @Nullable Finding look(
      Requirement requirement, Rule rule, List<Rule> exemptions, Facts facts) {
    return switch (requirement) {
      case Requirement.Present(var fact, var names) -> {
        List<String> missing = without(names, facts.set(fact));
        yield missing.isEmpty()
            ? null
            : new Finding(
                "its %s must include %s".formatted(fact, String.join(", ", missing)),
                Map.of("fact", fact, "needed", names, "missing", missing));
      }
      case Requirement.BodyKinds(var role, var allow, var forbid, var unless) -> {
        Set<String> kinds = facts.set(role + "-kind");
        boolean allowed = allow.isEmpty() || kinds.stream().anyMatch(allow::contains);
        boolean forbidden = kinds.stream().anyMatch(forbid::contains);
        if (allowed && !forbidden) {
          yield null;
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("role", role);
        details.put("found", List.copyOf(kinds));
        details.put("allowed", allow);
        details.put("forbidden", forbid);
        yield lifted(unless, rule, exemptions, facts, details)
            ? null
            : new Finding(
                allow.isEmpty()
                    ? "the %s may not be a body of kind %s"
                        .formatted(role, String.join(", ", forbid))
                    : "the %s must be a body of kind %s, found %s"
                        .formatted(role, String.join(" or ", allow), kinds),
                details);
      }
      case Requirement.After(var events) -> {
        List<String> missing = without(events, facts.set("events"));
        yield missing.isEmpty()
            ? null
            : new Finding(
                "first there must be " + String.join(", ", missing),
                Map.of("fact", "events", "needed", events, "missing", missing));
      }
      case Requirement.AfterAny(var events) ->
          events.stream().anyMatch(facts.set("events")::contains)
              ? null
              : new Finding(
                  "first there must be one of " + String.join(", ", events),
                  Map.of("fact", "events", "needed", events, "missing", events));
      case Requirement.FactIs(var fact, var values) -> {
        Set<String> found = facts.set(fact);
        boolean fits =
            found.isEmpty() ? values.contains("false") : found.stream().anyMatch(values::contains);
        yield fits
            ? null
            : new Finding(
                "%s must be %s, found %s"
                    .formatted(
                        fact, String.join(" or ", values), found.isEmpty() ? "nothing" : found),
                Map.of("fact", fact, "allowed", values, "found", List.copyOf(found)));
      }
      case Requirement.Forbidden(var unless) -> {
        Map<String, Object> details = new LinkedHashMap<>();
        yield lifted(unless, rule, exemptions, facts, details)
            ? null
            : new Finding("it may not be done at all in this case", details);
      }
    };
  }

  /**
   * Whether the flag lifts the gate: it must be set, a rule in force must declare that it may, and
   * what that rule asks for must be given. The law's gates are lifted only by the law's exemptions.
   */
  private static boolean lifted(
      @Nullable String flag,
      Rule gate,
      List<Rule> exemptions,
      Facts facts,
      Map<String, Object> details) {
    if (flag == null || !facts.isTrue(flag)) {
      return false;
    }
    details.put("unless", flag);
    Set<String> missing = new LinkedHashSet<>();
    for (Rule rule : exemptions) {
      Exemption exemption = (Exemption) rule.value();
      if (!exemption.flag().equals(flag)
          || (gate.tier() == Tier.NATIONAL && rule.tier() == Tier.COUNTY)
          || !rule.when().matches(facts)) {
        continue;
      }
      String requires = exemption.requires();
      if (requires == null || facts.set("fields").contains(requires)) {
        return true;
      }
      missing.add(requires);
    }
    details.put("missing", List.copyOf(missing));
    return false;
  }

  private static List<String> without(List<String> needed, Set<String> there) {
    return needed.stream().filter(name -> !there.contains(name)).toList();
  }
}
