package xiezhi.mechanism.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xiezhi.mechanism.Clause;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanism.Instrument;
import xiezhi.mechanism.Rule;

/**
 * What a new version would change, by the ids of rules and clauses: what somebody wants to see
 * before it takes effect.
 *
 * @param identity name, level, zone of the county, and its letters
 */
public record Difference(
    List<Item> identity,
    List<Item> instruments,
    List<Item> clauses,
    List<Item> rules,
    List<Item> terms) {

  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * @param id of the rule or clause; key of the term
   * @param group the rule's key; empty for the rest
   */
  public record Item(Kind kind, String id, String group, List<FieldChange> fields) {}

  /**
   * @param before null if the field was not there
   * @param after null if it is no longer there
   */
  public record FieldChange(String field, @Nullable String before, @Nullable String after) {}

  public boolean isEmpty() {
    return identity.isEmpty()
        && instruments.isEmpty()
        && clauses.isEmpty()
        && rules.isEmpty()
        && terms.isEmpty();
  }

  /**
   * @param before null if the county had no mechanism: everything is new
   */
  public static Difference between(@Nullable Mechanism before, Mechanism after) {
    return new Difference(
        items(before == null ? Map.of() : identity(before), identity(after), f -> ""),
        items(
            byId(before, Mechanism::instruments, Instrument::id, Difference::instrument),
            byId(after, Mechanism::instruments, Instrument::id, Difference::instrument),
            f -> ""),
        items(
            byId(before, Mechanism::clauses, Clause::id, Difference::clause),
            byId(after, Mechanism::clauses, Clause::id, Difference::clause),
            f -> ""),
        items(
            byId(before, Mechanism::rules, Difference::ruleId, RuleFields::flat),
            byId(after, Mechanism::rules, Difference::ruleId, RuleFields::flat),
            fields -> fields.getOrDefault("key", "")),
        items(terms(before), terms(after), f -> ""));
  }

  /** Ids are unique in a file; the tier tells those of the three files apart. */
  private static String ruleId(Rule rule) {
    return rule.tier() == Rule.Tier.COUNTY
        ? rule.id()
        : RuleFields.word(rule.tier()) + "/" + rule.id();
  }

  private static <T> Map<String, SequencedMap<String, String>> byId(
      @Nullable Mechanism mechanism,
      Function<Mechanism, List<T>> all,
      Function<T, String> id,
      Function<T, SequencedMap<String, String>> fields) {
    Map<String, SequencedMap<String, String>> index = new LinkedHashMap<>();
    if (mechanism != null) {
      all.apply(mechanism).forEach(t -> index.put(id.apply(t), fields.apply(t)));
    }
    return index;
  }

  private static Map<String, SequencedMap<String, String>> identity(Mechanism mechanism) {
    Map<String, SequencedMap<String, String>> all = new LinkedHashMap<>();
    SequencedMap<String, String> county = new LinkedHashMap<>();
    county.put("code", mechanism.county().value());
    county.put("name", mechanism.countyName());
    county.put("short", mechanism.shortName());
    county.put("level", mechanism.level());
    county.put("zone", mechanism.zone().getId());
    county.put("in-force-from", mechanism.inForceFrom().toString());
    all.put("county", county);
    mechanism
        .letters()
        .forEach(
            (name, form) -> {
              SequencedMap<String, String> letter = new LinkedHashMap<>();
              put(letter, "zh", form.zh());
              put(letter, "en", form.en());
              put(letter, "number", form.number());
              all.put("letters." + name, letter);
            });
    return all;
  }

  private static SequencedMap<String, String> instrument(Instrument instrument) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("title", instrument.title());
    put(fields, "number", instrument.number());
    put(fields, "issuer", instrument.issuer());
    put(fields, "dated", Objects.toString(instrument.dated(), null));
    // a whole text side by side helps nobody: its length shows that it changed
    fields.put(
        "text",
        "%d characters (%08x)".formatted(instrument.text().length(), instrument.text().hashCode()));
    return fields;
  }

  private static SequencedMap<String, String> clause(Clause clause) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("instrument", clause.instrument());
    fields.put("heading", clause.heading());
    fields.put("quote", clause.quote());
    fields.put("requirement", clause.requirement());
    fields.put("kind", clause.kind());
    fields.put("class", clause.grade());
    return fields;
  }

  private static Map<String, SequencedMap<String, String>> terms(@Nullable Mechanism mechanism) {
    Map<String, SequencedMap<String, String>> all = new LinkedHashMap<>();
    if (mechanism != null) {
      mechanism
          .terms()
          .forEach(
              (key, term) -> {
                SequencedMap<String, String> fields = new LinkedHashMap<>();
                fields.put("zh", term.zh());
                fields.put("en", term.en());
                put(fields, "clause", term.clause());
                all.put(key, fields);
              });
    }
    return all;
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static List<Item> items(
      Map<String, SequencedMap<String, String>> before,
      Map<String, SequencedMap<String, String>> after,
      Function<Map<String, String>, String> group) {
    List<Item> items = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>(after.keySet());
    ids.addAll(before.keySet());
    for (String id : ids) {
      Map<String, String> old = before.get(id);
      Map<String, String> now = after.get(id);
      List<FieldChange> fields = fields(old == null ? Map.of() : old, now == null ? Map.of() : now);
      if (!fields.isEmpty()) {
        items.add(
            new Item(
                old == null ? Kind.ADDED : now == null ? Kind.REMOVED : Kind.CHANGED,
                id,
                group.apply(now == null ? Objects.requireNonNull(old) : now),
                fields));
      }
    }
    return items;
  }

  private static List<FieldChange> fields(Map<String, String> before, Map<String, String> after) {
    List<FieldChange> changes = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    for (String name : names) {
      String old = before.get(name);
      String now = after.get(name);
      if (!Objects.equals(old, now)) {
        changes.add(new FieldChange(name, old, now));
      }
    }
    return changes;
  }
}
