package xiezhi.mechanism;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Permission;

/**
 * One version of a county's mechanism, complete with the national and platform rules beneath it.
 * Immutable.
 *
 * <p>Flows ask it four questions: which limits does this event start, may this act be done, who is
 * to do it, and what is this called here.
 */
public interface Mechanism {
  /** Content hash of the files it was loaded from. */
  String version();

  CountyCode county();

  String countyName();

  /** The name as people say it: without the words for its level. */
  String shortName();

  /** The words for the upper tier: {@code 县} or {@code 区}. */
  String level();

  ZoneId zone();

  LocalDate inForceFrom();

  List<Instrument> instruments();

  List<Clause> clauses();

  Optional<Clause> clause(String id);

  /** All rules of all three tiers, resolved or not, in file order. */
  List<Rule> rules();

  Optional<Rule> rule(String id);

  /**
   * The rules that govern that key here: the winner of each duty under these facts, county before
   * nation before platform. Rules of one key that differ in their series all win.
   */
  List<Rule> governing(String key, Facts facts);

  /** The first of the rules that govern that key whatever the facts. */
  default Optional<Rule> first(String key) {
    return governing(key, Facts.NONE).stream().findFirst();
  }

  /** The amount of the first such rule whatever the facts; empty if it gives none. */
  default Optional<BigDecimal> amount(String key) {
    return governing(key, Facts.NONE).stream()
        .flatMap(
            rule -> rule.value() instanceof RuleValue.Amount(var n) ? Stream.of(n) : Stream.empty())
        .findFirst();
  }

  /** Every name that the rules of that key list whatever the facts, each with its rule. */
  default List<ListedName> listed(String key) {
    return governing(key, Facts.NONE).stream()
        .flatMap(rule -> rule.value().names().stream().map(name -> new ListedName(name, rule)))
        .toList();
  }

  default List<String> names(String key) {
    return listed(key).stream().map(ListedName::name).toList();
  }

  /** One name of a list and the rule that lists it. */
  record ListedName(String name, Rule rule) {}

  /** The limits that this event starts, one winner for each duty. */
  List<Rule> limitsStartedBy(String event, Facts facts);

  /**
   * Whether all gates on this act are open: the county's and the nation's together, all refusals at
   * once.
   */
  Permission gates(String act, Facts facts);

  /** Who is to do it. */
  Optional<Rule> route(String question, Facts facts);

  /**
   * What this county calls it, in that language ({@code zh}, {@code en}); falls back to the
   * platform's word, then the key.
   */
  String term(String key, String language);

  Map<String, Term> terms();

  /** What letters are called and how they are numbered, by template; the county's over the rest. */
  Map<String, LetterForm> letters();

  /**
   * @param number format of the number: {@code {issuer}} the issuer's short name, {@code {year}},
   *     {@code {n}}; null if none of the tiers gives one
   */
  record LetterForm(@Nullable String zh, @Nullable String en, @Nullable String number) {}

  /** A term and where it is from. */
  record Term(String zh, String en, @Nullable String clause) {}

  /**
   * @param number document number as printed; null if the text has none
   * @param text the whole text
   */
  record Instrument(
      String id,
      String title,
      @Nullable String number,
      @Nullable String issuer,
      @Nullable LocalDate dated,
      String text) {}
}
