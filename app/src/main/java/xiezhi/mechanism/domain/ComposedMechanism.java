package xiezhi.mechanism.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import xiezhi.mechanism.Clause;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Permission;

/**
 * The three tiers of rules as one mechanism, indexed by what flows ask for. Immutable; read by
 * every request, so the answers are looked up, not searched for.
 */
public final class ComposedMechanism implements Mechanism {
  private final String version;
  private final CountyCode county;
  private final String countyName;
  private final String shortName;
  private final String level;
  private final ZoneId zone;
  private final LocalDate inForceFrom;
  private final List<Instrument> instruments;
  private final List<Clause> clauses;
  private final List<Rule> rules;
  private final Map<String, Term> terms;
  private final Map<String, LetterForm> letters;

  private final Map<String, Clause> clauseById;
  private final Map<String, Rule> ruleById;
  private final Map<String, List<List<Rule>>> dutiesByKey;
  private final Map<String, List<List<Rule>>> limitDutiesByEvent;
  private final Map<String, List<Rule>> gatesByAct;
  private final Map<String, List<Rule>> routesByQuestion;
  private final List<Rule> exemptions;

  public ComposedMechanism(
      String version,
      CountyCode county,
      String countyName,
      String shortName,
      String level,
      ZoneId zone,
      LocalDate inForceFrom,
      List<Instrument> instruments,
      List<Clause> clauses,
      List<Rule> rules,
      Map<String, Term> terms,
      Map<String, LetterForm> letters) {
    this.version = version;
    this.county = county;
    this.countyName = countyName;
    this.shortName = shortName;
    this.level = level;
    this.zone = zone;
    this.inForceFrom = inForceFrom;
    this.instruments = List.copyOf(instruments);
    this.clauses = List.copyOf(clauses);
    this.rules = List.copyOf(rules);
    this.terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    this.letters = Collections.unmodifiableMap(new LinkedHashMap<>(letters));

    this.clauseById = firstBy(clauses, Clause::id);
    this.ruleById = firstBy(rules, Rule::id);
    Map<Duty, List<Rule>> duties = new LinkedHashMap<>();
    this.rules.forEach(rule -> add(duties, Duty.of(rule), rule));
    this.dutiesByKey = byKey(duties);
    this.limitDutiesByEvent = byEvent(duties);
    Map<String, List<Rule>> gates = new LinkedHashMap<>();
    Map<String, List<Rule>> routes = new LinkedHashMap<>();
    List<Rule> exempting = new ArrayList<>();
    for (Rule rule : this.rules) {
      switch (rule.value()) {
        case RuleValue.Gate gate -> gate.acts().forEach(act -> add(gates, act, rule));
        case RuleValue.Route route -> add(routes, route.question(), rule);
        case RuleValue.Exemption exemption -> exempting.add(rule);
        default -> {}
      }
    }
    this.gatesByAct = gates;
    this.routesByQuestion = routes;
    this.exemptions = List.copyOf(exempting);
  }

  /**
   * What rules compete in. Of periodic duties each series is its own: a county that holds two
   * quarterly meetings owes both.
   */
  private record Duty(String name, String series) {
    static Duty of(Rule rule) {
      String series =
          rule.value() instanceof RuleValue.Periodic periodic && periodic.series() != null
              ? periodic.series()
              : "";
      return new Duty(rule.duty(), series);
    }
  }

  private static Map<String, List<List<Rule>>> byKey(Map<Duty, List<Rule>> duties) {
    Map<String, List<List<Rule>>> index = new LinkedHashMap<>();
    duties
        .values()
        .forEach(
            duty -> duty.stream().map(Rule::key).distinct().forEach(key -> add(index, key, duty)));
    return index;
  }

  private static Map<String, List<List<Rule>>> byEvent(Map<Duty, List<Rule>> duties) {
    Map<String, List<List<Rule>>> index = new LinkedHashMap<>();
    duties
        .values()
        .forEach(
            duty ->
                duty.stream()
                    .flatMap(
                        rule ->
                            rule.value() instanceof RuleValue.Limit limit
                                ? limit.starts().stream()
                                : java.util.stream.Stream.<String>empty())
                    .distinct()
                    .forEach(event -> add(index, event, duty)));
    return index;
  }

  private static <K, V> void add(Map<K, List<V>> index, K key, V value) {
    index.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
  }

  private static <V> Map<String, V> firstBy(List<V> all, Function<V, String> name) {
    SequencedMap<String, V> index = new LinkedHashMap<>();
    all.forEach(value -> index.putIfAbsent(name.apply(value), value));
    return index;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public CountyCode county() {
    return county;
  }

  @Override
  public String countyName() {
    return countyName;
  }

  @Override
  public String shortName() {
    return shortName;
  }

  @Override
  public String level() {
    return level;
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public LocalDate inForceFrom() {
    return inForceFrom;
  }

  @Override
  public List<Instrument> instruments() {
    return instruments;
  }

  @Override
  public List<Clause> clauses() {
    return clauses;
  }

  @Override
  public Optional<Clause> clause(String id) {
    return Optional.ofNullable(clauseById.get(id));
  }

  @Override
  public List<Rule> rules() {
    return rules;
  }

  @Override
  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(ruleById.get(id));
  }

  @Override
  public List<Rule> governing(String key, Facts facts) {
    return dutiesByKey.getOrDefault(key, List.of()).stream()
        .flatMap(duty -> Duties.governing(duty, facts).stream())
        .toList();
  }

  @Override
  public List<Rule> limitsStartedBy(String event, Facts facts) {
    // the whole duty competes, not only its rules that this event starts: where the county's clock
    // starts elsewhere, the platform's default must not start a second one here
    return limitDutiesByEvent.getOrDefault(event, List.of()).stream()
        .flatMap(duty -> Duties.governing(duty, facts).stream())
        .filter(
            rule -> rule.value() instanceof RuleValue.Limit limit && limit.starts().contains(event))
        .toList();
  }

  @Override
  public Permission gates(String act, Facts facts) {
    return Permission.of(
        Gates.refusals(act, gatesByAct.getOrDefault(act, List.of()), exemptions, facts));
  }

  @Override
  public Optional<Rule> route(String question, Facts facts) {
    return Duties.governing(routesByQuestion.getOrDefault(question, List.of()), facts).stream()
        .findFirst();
  }

  @Override
  public String term(String key, String language) {
    Term term = terms.get(key);
    if (term == null) {
      return key;
    }
    return "en".equals(language) ? term.en() : term.zh();
  }

  @Override
  public Map<String, Term> terms() {
    return terms;
  }

  @Override
  public Map<String, LetterForm> letters() {
    return letters;
  }
}
