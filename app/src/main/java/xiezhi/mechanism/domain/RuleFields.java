package xiezhi.mechanism.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import xiezhi.calendar.TimeLimit;
import xiezhi.mechanism.Basis;
import xiezhi.mechanism.Condition;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.mechanism.RuleValue.Requirement;

/**
 * A rule in the words of the file: what people read on the screen, and what two rules are compared
 * by, field by field. Fields that say what is so anyway are left out.
 */
public final class RuleFields {
  private RuleFields() {}

  /** The kind of its value, as the file names it. */
  public static String kind(RuleValue value) {
    return switch (value) {
      case RuleValue.Limit v -> "limit";
      case RuleValue.Gate v -> "gate";
      case RuleValue.Route v -> "route";
      case RuleValue.Periodic v -> "periodic";
      case RuleValue.Quota v -> "quota";
      case RuleValue.Exemption v -> "exception";
      case RuleValue.Text v -> "text";
      case RuleValue.Names v -> "names";
      case RuleValue.Amount v -> "amount";
      case RuleValue.Flag v -> "flag";
      case RuleValue.Day v -> "day";
      case RuleValue.Unspecified v -> "unspecified";
      case RuleValue.Table v -> "table";
    };
  }

  /** The text's own words for it; empty where the value says it all. */
  public static String words(RuleValue value) {
    return switch (value) {
      case RuleValue.Limit limit -> limit.words();
      case RuleValue.Periodic periodic -> periodic.words();
      case RuleValue.Quota quota -> quota.words();
      case RuleValue.Exemption exemption -> exemption.words();
      case RuleValue.Unspecified unspecified -> unspecified.words();
      case RuleValue.Text text -> text.value();
      case RuleValue.Names names -> String.join("、", names.values());
      case RuleValue.Amount amount -> amount.value().toPlainString();
      case RuleValue.Day day -> day.value().toString();
      case RuleValue.Gate gate -> "";
      case RuleValue.Route route -> "";
      case RuleValue.Flag flag -> "";
      case RuleValue.Table table -> "";
    };
  }

  /** Texts, numbers, flags, lists and maps of these. */
  public static Object value(RuleValue value) {
    return switch (value) {
      case RuleValue.Limit limit -> limit(limit);
      case RuleValue.Gate gate -> gate(gate);
      case RuleValue.Route(var question, var to, var exclusive) -> {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("question", question);
        fields.put("to", target(to));
        flag(fields, "exclusive", exclusive);
        yield fields;
      }
      case RuleValue.Periodic periodic -> periodic(periodic);
      case RuleValue.Quota quota -> quota(quota);
      case RuleValue.Exemption(var flag, var requires, var words) -> {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("flag", flag);
        put(fields, "requires", requires);
        put(fields, "words", words);
        yield fields;
      }
      case RuleValue.Text(var text) -> text;
      case RuleValue.Names(var names) -> names;
      case RuleValue.Amount(var amount) -> amount;
      case RuleValue.Flag(var flag) -> flag;
      case RuleValue.Day(var day) -> day.toString();
      case RuleValue.Unspecified(var words) -> words;
      case RuleValue.Table(var values) -> values;
    };
  }

  public static SequencedMap<String, Object> condition(Condition condition) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    condition.tests().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                fields.put(
                    entry.getKey(),
                    switch (entry.getValue()) {
                      case Condition.Test.OneOf(var values) -> values.stream().sorted().toList();
                      case Condition.Test.Between(var min, var max) -> bounds(min, max);
                    }));
    return fields;
  }

  /** The whole rule by the paths of its fields, as {@code limit.amount}: for comparing. */
  public static SequencedMap<String, String> flat(Rule rule) {
    SequencedMap<String, String> flat = new LinkedHashMap<>(substance(rule));
    flat.put("key", rule.key());
    flat.put("duty", rule.duty());
    flat.put("basis", basis(rule.basis()));
    flat.put("resolve", word(rule.resolve()));
    if (rule.note() != null) {
      flat.put("note", rule.note());
    }
    return flat;
  }

  /** What the rule demands, and not whence it comes or what it is called. */
  public static SequencedMap<String, String> substance(Rule rule) {
    SequencedMap<String, String> flat = new LinkedHashMap<>();
    flat.put("bindingness", word(rule.bindingness()));
    flatten("when", condition(rule.when()), flat);
    flatten(kind(rule.value()), value(rule.value()), flat);
    return flat;
  }

  private static String basis(Basis basis) {
    var ground = basis.ground("");
    return ground.basis() + ": " + ground.citation();
  }

  private static void flatten(String path, Object value, Map<String, String> flat) {
    switch (value) {
      case Map<?, ?> fields ->
          fields.forEach((name, field) -> flatten(path + "." + name, field, flat));
      case Collection<?> list
          when list.stream().allMatch(item -> item instanceof Map<?, ?>) && !list.isEmpty() -> {
        int index = 1;
        for (Object item : list) {
          flatten(path + "[" + index++ + "]", item, flat);
        }
      }
      case Collection<?> list ->
          flat.put(path, String.join("、", list.stream().map(String::valueOf).toList()));
      default -> flat.put(path, String.valueOf(value));
    }
  }

  private static SequencedMap<String, Object> limit(RuleValue.Limit limit) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    if (limit.amount() != null) {
      fields.putAll(span(limit.amount()));
    }
    fields.put("words", limit.words());
    fields.put("starts", limit.starts());
    fields.put("ends", limit.ends());
    fields.put("debtor", limit.debtor());
    put(fields, "creditor", limit.creditor());
    if (limit.target() != null) {
      fields.put("target", span(limit.target()));
    }
    if (limit.extension() != null) {
      fields.put("extension", extension(limit.extension()));
    }
    put(fields, "suspends", limit.suspends());
    put(fields, "from-actual-time", limit.fromActualTime());
    flag(fields, "typed", limit.typed());
    return fields;
  }

  private static SequencedMap<String, Object> span(TimeLimit limit) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    if (limit.unit() != TimeLimit.Unit.SAME_DAY) {
      fields.put("amount", limit.amount());
    }
    fields.put("unit", word(limit.unit()));
    if (limit.firstDay() != TimeLimit.FirstDay.EXCLUDED) {
      fields.put("first-day", word(limit.firstDay()));
    }
    if (limit.roll() != TimeLimit.Roll.NONE) {
      fields.put("roll", word(limit.roll()));
    }
    if (limit.cutOffMinute() != TimeLimit.END_OF_DAY) {
      fields.put(
          "cut-off", "%02d:%02d".formatted(limit.cutOffMinute() / 60, limit.cutOffMinute() % 60));
    }
    return fields;
  }

  private static SequencedMap<String, Object> extension(RuleValue.Extension extension) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    if (extension.by() != null) {
      fields.put("by", span(extension.by()));
    }
    if (extension.ceiling() != null) {
      fields.put("ceiling", span(extension.ceiling()));
    }
    flag(fields, "stated-date", extension.statedDate());
    put(fields, "approver", extension.approver());
    flag(fields, "before-expiry", extension.beforeExpiry());
    put(fields, "times", extension.times());
    return fields;
  }

  private static SequencedMap<String, Object> gate(RuleValue.Gate gate) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("acts", gate.acts());
    for (Requirement requirement : gate.requirements()) {
      switch (requirement) {
        case Requirement.Present(var fact, var names) -> within(fields, "present").put(fact, names);
        case Requirement.BodyKinds kinds -> {
          SequencedMap<String, Object> item = new LinkedHashMap<>();
          item.put("role", kinds.role());
          put(item, "allow", kinds.allow());
          put(item, "forbid", kinds.forbid());
          put(item, "unless", kinds.unless());
          fields.merge("body-kinds", List.of(item), RuleFields::joined);
        }
        case Requirement.After(var events) -> fields.put("after", events);
        case Requirement.AfterAny(var events) -> fields.put("after-any", events);
        case Requirement.FactIs(var fact, var values) ->
            within(fields, "fact-is").put(fact, values);
        case Requirement.Forbidden(var unless) ->
            fields.put("forbidden", unless == null ? true : Map.of("unless", unless));
      }
    }
    return fields;
  }

  private static Object joined(Object before, Object more) {
    var all = new java.util.ArrayList<Object>((Collection<?>) before);
    all.addAll((Collection<?>) more);
    return all;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> within(Map<String, Object> fields, String name) {
    return (Map<String, Object>)
        fields.computeIfAbsent(name, n -> new LinkedHashMap<String, Object>());
  }

  private static Map<String, Object> target(RuleValue.Target target) {
    return switch (target) {
      case RuleValue.Target.RoleOf(var role) -> Map.of("role", role);
      case RuleValue.Target.Named(var name) -> Map.of("named", name);
      case RuleValue.Target.OfKind(var kind) -> Map.of("kind", kind);
    };
  }

  private static SequencedMap<String, Object> periodic(RuleValue.Periodic periodic) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    if (periodic.every() != null) {
      fields.put("every", word(periodic.every()));
    }
    fields.put("times", periodic.times());
    put(fields, "words", periodic.words());
    put(fields, "per", periodic.per());
    put(fields, "debtor", periodic.debtor());
    put(fields, "participants", periodic.participants());
    put(fields, "series", periodic.series());
    put(fields, "ends", periodic.ends());
    return fields;
  }

  private static SequencedMap<String, Object> quota(RuleValue.Quota quota) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    put(fields, "min", quota.min());
    put(fields, "max", quota.max());
    put(fields, "ratio", quota.ratio());
    put(fields, "of", quota.of());
    if (!"none".equals(quota.rounding())) {
      fields.put("rounding", quota.rounding());
    }
    fields.put("unit", quota.unit());
    put(fields, "per", quota.per());
    put(fields, "exempt", quota.exempt());
    put(fields, "words", quota.words());
    return fields;
  }

  private static SequencedMap<String, Object> bounds(
      @Nullable BigDecimal min, @Nullable BigDecimal max) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    put(fields, "min", min);
    put(fields, "max", max);
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    boolean empty =
        value == null || "".equals(value) || (value instanceof Collection<?> c && c.isEmpty());
    if (!empty) {
      fields.put(name, value);
    }
  }

  private static void flag(Map<String, Object> fields, String name, boolean value) {
    if (value) {
      fields.put(name, true);
    }
  }

  /** An enum's word as the file writes it. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
