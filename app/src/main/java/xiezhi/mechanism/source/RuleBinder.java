package xiezhi.mechanism.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.TimeLimit.Unit;
import xiezhi.mechanism.Basis;
import xiezhi.mechanism.Bindingness;
import xiezhi.mechanism.Clause;
import xiezhi.mechanism.Condition;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.mechanism.RuleValue.Requirement;

/** Makes typed rules of nodes that have been checked; decides nothing. */
final class RuleBinder {
  private final Vocabulary vocabulary;
  private final Map<String, Clause> clauses;
  private final Rule.Tier tier;

  RuleBinder(Vocabulary vocabulary, Map<String, Clause> clauses, Rule.Tier tier) {
    this.vocabulary = vocabulary;
    this.clauses = clauses;
    this.tier = tier;
  }

  Rule bind(Node node) {
    Values rule = Values.of(node);
    String key = rule.text("key");
    Vocabulary.Key entry = Objects.requireNonNull(vocabulary.key(key));
    return new Rule(
        rule.text("id"),
        key,
        rule.text("duty", entry.duty()),
        tier,
        basis(rule),
        word(Bindingness.class, rule.text("bindingness")),
        condition(rule),
        value(rule),
        word(Rule.Resolve.class, rule.text("resolve", "county-first")),
        rule.find("note", null));
  }

  private Basis basis(Values rule) {
    if (rule.has("clauses")) {
      return new Basis.Clauses(
          rule.texts("clauses").stream()
              .map(id -> Objects.requireNonNull(clauses.get(id)))
              .toList());
    }
    if (rule.has("article")) {
      Values article = Values.of(rule.node("article"));
      return new Basis.Law(
          article.text("cite"), article.text("quote"), article.text("grade", "verified"));
    }
    return rule.has("platform-default")
        ? new Basis.PlatformDefault(rule.text("platform-default"))
        : new Basis.InternalTarget(rule.text("internal-target"));
  }

  static Condition condition(Values rule) {
    Map<String, Condition.Test> tests = new LinkedHashMap<>();
    Values when = rule.fields("when");
    if (when == null) {
      return Condition.ALWAYS;
    }
    when.fields()
        .forEach(
            (fact, node) -> {
              if (node instanceof MappingNode) {
                Values bounds = Values.of(node);
                tests.put(
                    fact, new Condition.Test.Between(bounds.decimal("min"), bounds.decimal("max")));
              } else {
                tests.put(fact, new Condition.Test.OneOf(new LinkedHashSet<>(Values.texts(node))));
              }
            });
    return new Condition(tests);
  }

  private static RuleValue value(Values rule) {
    String kind = FileShapes.VALUES.stream().filter(rule::has).findFirst().orElseThrow();
    Node node = rule.node(kind);
    return switch (kind) {
      case "limit" -> limit(Values.of(node));
      case "gate" -> gate(Values.of(node));
      case "route" -> route(Values.of(node));
      case "periodic" -> periodic(Values.of(node));
      case "quota" -> quota(Values.of(node));
      case "exception" -> exemption(Values.of(node));
      case "text" -> new RuleValue.Text(Values.string(node));
      case "names" -> new RuleValue.Names(Values.texts(node));
      case "amount" -> new RuleValue.Amount(Objects.requireNonNull(rule.decimal(kind)));
      case "flag" -> new RuleValue.Flag(rule.flag(kind));
      case "day" -> new RuleValue.Day(Objects.requireNonNull(rule.day(kind)));
      case "table" -> {
        Map<String, String> table = new LinkedHashMap<>();
        Values.of(node).fields().forEach((name, value) -> table.put(name, Values.string(value)));
        yield new RuleValue.Table(table);
      }
      case "unspecified" -> new RuleValue.Unspecified(Values.string(node));
      default -> throw new IllegalStateException("no such kind of value: " + kind);
    };
  }

  private static RuleValue.Limit limit(Values limit) {
    return new RuleValue.Limit(
        span(limit, limit),
        limit.text("words"),
        limit.texts("starts"),
        limit.texts("ends"),
        limit.text("debtor"),
        limit.find("creditor", null),
        span(limit.fields("target"), limit),
        extension(limit),
        limit.texts("suspends"),
        limit.find("from-actual-time", null),
        limit.flag("typed"));
  }

  private static RuleValue.@Nullable Extension extension(Values limit) {
    Values extension = limit.fields("extension");
    return extension == null
        ? null
        : new RuleValue.Extension(
            span(extension.fields("by"), limit),
            span(extension.fields("ceiling"), limit),
            extension.flag("stated-date"),
            extension.find("approver", null),
            extension.flag("before-expiry"),
            extension.whole("times"));
  }

  /** Ends that a span does not say itself are those of the limit it belongs to. */
  private static @Nullable TimeLimit span(@Nullable Values span, Values limit) {
    if (span == null || !span.has("unit")) {
      return null;
    }
    Unit unit = word(Unit.class, span.text("unit"));
    Integer amount = unit == Unit.SAME_DAY ? Integer.valueOf(0) : span.whole("amount");
    return new TimeLimit(
        Objects.requireNonNull(amount),
        unit,
        word(TimeLimit.FirstDay.class, span.text("first-day", limit.text("first-day", "excluded"))),
        word(TimeLimit.Roll.class, span.text("roll", limit.text("roll", "none"))),
        minute(span.text("cut-off", limit.text("cut-off", "24:00"))));
  }

  private static int minute(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  private static RuleValue.Gate gate(Values gate) {
    List<Requirement> all = new ArrayList<>();
    Values present = gate.fields("present");
    if (present != null) {
      present
          .fields()
          .forEach((fact, names) -> all.add(new Requirement.Present(fact, Values.texts(names))));
    }
    for (Node node : gate.list("body-kinds")) {
      Values kinds = Values.of(node);
      all.add(
          new Requirement.BodyKinds(
              kinds.text("role"),
              kinds.texts("allow"),
              kinds.texts("forbid"),
              kinds.find("unless", null)));
    }
    if (gate.has("after")) {
      all.add(new Requirement.After(gate.texts("after")));
    }
    if (gate.has("after-any")) {
      all.add(new Requirement.AfterAny(gate.texts("after-any")));
    }
    Values factIs = gate.fields("fact-is");
    if (factIs != null) {
      factIs
          .fields()
          .forEach((fact, values) -> all.add(new Requirement.FactIs(fact, Values.texts(values))));
    }
    if (gate.find("forbidden") instanceof MappingNode forbidden) {
      all.add(new Requirement.Forbidden(Values.of(forbidden).text("unless")));
    } else if (gate.flag("forbidden")) {
      all.add(new Requirement.Forbidden(null));
    }
    return new RuleValue.Gate(gate.texts("acts"), List.copyOf(all));
  }

  private static RuleValue.Route route(Values route) {
    Values to = Values.of(route.node("to"));
    RuleValue.Target target =
        to.has("role")
            ? new RuleValue.Target.RoleOf(to.text("role"))
            : to.has("named")
                ? new RuleValue.Target.Named(to.text("named"))
                : new RuleValue.Target.OfKind(to.text("kind"));
    return new RuleValue.Route(route.text("question"), target, route.flag("exclusive"));
  }

  private static RuleValue.Periodic periodic(Values periodic) {
    Integer times = periodic.whole("times");
    return new RuleValue.Periodic(
        periodic.has("every") ? word(RuleValue.Period.class, periodic.text("every")) : null,
        times == null ? 1 : times,
        periodic.text("words", ""),
        periodic.find("per", null),
        periodic.find("debtor", null),
        periodic.texts("participants"),
        periodic.find("series", null),
        periodic.find("ends", null));
  }

  private static RuleValue.Quota quota(Values quota) {
    return new RuleValue.Quota(
        quota.decimal("min"),
        quota.decimal("max"),
        quota.decimal("ratio"),
        quota.find("of", null),
        quota.text("rounding", "none"),
        quota.text("unit"),
        quota.find("per", null),
        quota.texts("exempt"),
        quota.text("words", ""));
  }

  private static RuleValue.Exemption exemption(Values exemption) {
    return new RuleValue.Exemption(
        exemption.text("flag"), exemption.find("requires", null), exemption.text("words", ""));
  }

  private static <E extends Enum<E>> E word(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
