package xiezhi.mechanism.source;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.Rule.Tier;
import xiezhi.mechanism.RuleValue;
import xiezhi.mechanism.domain.RuleFields;
import xiezhi.shared.CountyCode;
import xiezhi.testing.GeneratedFile;

/** {@code docs/generated/rules.md}: every packaged rule in one place. */
class GeneratedRulesTest {

  /** Codes from 99 on are nobody's: such a county is there for the tests. */
  private static List<CountyCode> counties() {
    return PackagedMechanisms.counties().stream()
        .filter(county -> !county.value().startsWith("99"))
        .toList();
  }

  @Test
  void theCommittedListOfRulesIsCurrent() {
    List<Mechanism> mechanisms =
        counties().stream()
            .map(PackagedMechanisms::bundle)
            .map(MechanismBundle::read)
            .map(reading -> reading.orThrow())
            .toList();
    StringBuilder page =
        new StringBuilder(
            "# The rules\n\nGenerated from `mechanisms/`. Bindingness: "
                + "`hard` 应当、不得; `explainable` 原则上、一般; `optional` 可以; `scheduled` 定期 without a"
                + " number; `indicator` reported. Breach: whether being late is one; `—` where the"
                + " text has no number or does not bind.\n");
    for (Mechanism mechanism : mechanisms) {
      table(
          page,
          "%s %s (from %s)"
              .formatted(mechanism.county(), mechanism.countyName(), mechanism.inForceFrom()),
          rules(mechanism, Tier.COUNTY));
    }
    table(page, "National law", rules(mechanisms.getFirst(), Tier.NATIONAL));
    table(page, "Platform defaults", rules(mechanisms.getFirst(), Tier.PLATFORM));

    GeneratedFile.isCurrent("rules.md", page.toString());
  }

  private static List<Rule> rules(Mechanism mechanism, Tier tier) {
    return mechanism.rules().stream().filter(rule -> rule.tier() == tier).toList();
  }

  private static void table(StringBuilder page, String title, List<Rule> rules) {
    page.append("\n## ").append(title).append("\n\n");
    page.append("| key | 中文 | value | when | from | bindingness | breach |\n");
    page.append("|---|---|---|---|---|---|---|\n");
    for (Rule rule : rules) {
      Vocabulary.Key key =
          Objects.requireNonNull(VocabularyReader.packaged().key(rule.key()), rule.key());
      page.append(
          "| `%s` | %s | %s | %s | %s | %s | %s |%n"
              .formatted(
                  rule.key(),
                  key.label().zh(),
                  cell(value(rule)),
                  cell(condition(rule)),
                  cell(rule.ground().citation()),
                  RuleFields.word(rule.bindingness()),
                  breach(rule)));
    }
  }

  /** Only what has a time can be late. */
  private static String breach(Rule rule) {
    return switch (rule.value()) {
      case RuleValue.Limit limit -> rule.canBeBreached() ? "yes" : "—";
      case RuleValue.Periodic periodic ->
          rule.canBeBreached() && periodic.every() != null ? "yes" : "—";
      default -> "";
    };
  }

  private static String value(Rule rule) {
    return RuleFields.substance(rule).entrySet().stream()
        .filter(e -> !e.getKey().equals("bindingness") && !e.getKey().startsWith("when"))
        .map(e -> e.getKey().replaceFirst("^[a-z]+\\.", "") + " " + e.getValue())
        .collect(Collectors.joining("; "))
        .replaceFirst("^(text|names|amount|flag|day|unspecified) ", "");
  }

  private static String condition(Rule rule) {
    return RuleFields.condition(rule.when()).entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
