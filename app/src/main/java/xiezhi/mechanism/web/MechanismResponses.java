package xiezhi.mechanism.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiezhi.mechanism.Basis;
import xiezhi.mechanism.Clause;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.MechanismFault;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.application.CheckMechanism.Finding;
import xiezhi.mechanism.application.ReadMechanisms.Period;
import xiezhi.mechanism.domain.Difference;
import xiezhi.mechanism.domain.QuoteFinder;
import xiezhi.mechanism.domain.RuleFields;
import xiezhi.mechanism.source.Vocabulary;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Problem;

/** What the mechanism operations answer. */
final class MechanismResponses {
  private MechanismResponses() {}

  record MechanismResponse(
      String county,
      String countyName,
      String shortName,
      String level,
      String zone,
      String version,
      LocalDate inForceFrom,
      List<InstrumentResponse> instruments,
      List<ClauseResponse> clauses,
      List<MechanismRuleResponse> rules,
      List<TermResponse> terms,
      List<LetterFormResponse> letters,
      List<ActionView> actions) {

    static MechanismResponse of(Mechanism mechanism, List<ActionView> actions) {
      Map<String, QuoteFinder> finders = new HashMap<>();
      mechanism.instruments().forEach(i -> finders.put(i.id(), new QuoteFinder(i.text())));
      Map<String, List<String>> rulesByClause = rulesByClause(mechanism);
      return new MechanismResponse(
          mechanism.county().value(),
          mechanism.countyName(),
          mechanism.shortName(),
          mechanism.level(),
          mechanism.zone().getId(),
          mechanism.version(),
          mechanism.inForceFrom(),
          mechanism.instruments().stream().map(InstrumentResponse::of).toList(),
          mechanism.clauses().stream()
              .map(
                  clause ->
                      ClauseResponse.of(
                          clause,
                          finders.get(clause.instrument()),
                          rulesByClause.getOrDefault(clause.id(), List.of())))
              .toList(),
          mechanism.rules().stream().map(MechanismRuleResponse::of).toList(),
          mechanism.terms().entrySet().stream()
              .map(
                  term ->
                      new TermResponse(
                          term.getKey(),
                          term.getValue().zh(),
                          term.getValue().en(),
                          term.getValue().clause()))
              .toList(),
          mechanism.letters().entrySet().stream()
              .map(
                  letter ->
                      new LetterFormResponse(
                          letter.getKey(),
                          letter.getValue().zh(),
                          letter.getValue().en(),
                          letter.getValue().number()))
              .toList(),
          actions);
    }

    private static Map<String, List<String>> rulesByClause(Mechanism mechanism) {
      Map<String, List<String>> index = new HashMap<>();
      for (Rule rule : mechanism.rules()) {
        if (rule.basis() instanceof Basis.Clauses(var clauses)) {
          clauses.forEach(
              c -> index.computeIfAbsent(c.id(), id -> new ArrayList<>()).add(rule.id()));
        }
      }
      return index;
    }
  }

  record InstrumentResponse(
      String id,
      String title,
      @Nullable String number,
      @Nullable String issuer,
      @Nullable LocalDate dated,
      String text) {
    static InstrumentResponse of(Mechanism.Instrument instrument) {
      return new InstrumentResponse(
          instrument.id(),
          instrument.title(),
          instrument.number(),
          instrument.issuer(),
          instrument.dated(),
          instrument.text());
    }
  }

  /**
   * @param start of the quote in the instrument's text, in UTF-16 units; null if it is not found
   * @param end after its last character
   * @param rules ids of the county's rules drawn from it
   */
  record ClauseResponse(
      String id,
      String instrument,
      String heading,
      String quote,
      String requirement,
      String kind,
      String grade,
      @Nullable Integer start,
      @Nullable Integer end,
      List<String> rules) {
    static ClauseResponse of(Clause clause, @Nullable QuoteFinder text, List<String> rules) {
      QuoteFinder.Range range = text == null ? null : text.find(clause.quote());
      return new ClauseResponse(
          clause.id(),
          clause.instrument(),
          clause.heading(),
          clause.quote(),
          clause.requirement(),
          clause.kind(),
          clause.grade(),
          range == null ? null : range.start(),
          range == null ? null : range.end(),
          rules);
    }
  }

  /**
   * @param tier {@code county}, {@code national} or {@code platform}
   * @param basis what it stands on: a clause, national law, a platform default, an internal target
   * @param grade how well the wording of an article is known; null for the rest
   * @param type kind of the value
   * @param words the text's own words; empty where the value says it all
   * @param value in the words of the file
   */
  record MechanismRuleResponse(
      String id,
      String key,
      String keyZh,
      String keyEn,
      String duty,
      String tier,
      String basis,
      String citation,
      String quote,
      @Nullable String grade,
      List<String> clauses,
      String bindingness,
      boolean canBeBreached,
      Map<String, Object> when,
      String type,
      Object value,
      String words,
      String resolve,
      @Nullable String note) {
    static MechanismRuleResponse of(Rule rule) {
      Vocabulary.Key key = Vocabulary.packaged().key(rule.key());
      var ground = rule.ground();
      return new MechanismRuleResponse(
          rule.id(),
          rule.key(),
          key == null ? rule.key() : key.label().zh(),
          key == null ? rule.key() : key.label().en(),
          rule.duty(),
          RuleFields.word(rule.tier()),
          ground.basis(),
          ground.citation(),
          ground.quote(),
          rule.basis() instanceof Basis.Law law ? law.grade() : null,
          rule.basis() instanceof Basis.Clauses(var clauses)
              ? clauses.stream().map(Clause::id).toList()
              : List.of(),
          RuleFields.word(rule.bindingness()),
          rule.canBeBreached(),
          RuleFields.condition(rule.when()),
          RuleFields.kind(rule.value()),
          RuleFields.value(rule.value()),
          RuleFields.words(rule.value()),
          RuleFields.word(rule.resolve()),
          rule.note());
    }
  }

  record TermResponse(String key, String zh, String en, @Nullable String clause) {}

  record LetterFormResponse(
      String template, @Nullable String zh, @Nullable String en, @Nullable String number) {}

  /**
   * @param inForceFrom the day it begins to govern
   * @param inForceTo the last day; null while nothing follows
   * @param inForce today
   * @param origin packaged with the platform, or imported by the county
   */
  record MechanismVersionResponse(
      int number,
      String version,
      LocalDate inForceFrom,
      @Nullable LocalDate inForceTo,
      boolean inForce,
      String origin,
      Instant importedAt,
      String importedBy) {
    static MechanismVersionResponse of(Period period) {
      var version = period.version();
      return new MechanismVersionResponse(
          version.number(),
          version.hash(),
          version.effectiveFrom(),
          period.until(),
          period.governs(),
          version.packaged() ? "packaged" : "imported",
          version.importedAt(),
          version.importer());
    }
  }

  /**
   * @param line 0 where the file as a whole is meant
   * @param key path of the field; empty for the whole file
   */
  record FaultResponse(String file, int line, int column, String key, String message) {
    static FaultResponse of(MechanismFault fault) {
      return new FaultResponse(
          fault.file(), fault.line(), fault.column(), fault.key(), fault.message());
    }
  }

  /**
   * @param change as {@code added}
   * @param about {@code identity}, {@code instrument}, {@code clause}, {@code rule} or {@code term}
   * @param id of the rule or clause, key of the term
   * @param key the rule's key; empty for the rest
   */
  record ChangeResponse(
      String about, String change, String id, String key, List<FieldChangeResponse> fields) {
    private static void add(List<ChangeResponse> all, String about, List<Difference.Item> items) {
      for (Difference.Item item : items) {
        all.add(
            new ChangeResponse(
                about,
                RuleFields.word(item.kind()),
                item.id(),
                item.group(),
                item.fields().stream()
                    .map(f -> new FieldChangeResponse(f.field(), f.before(), f.after()))
                    .toList()));
      }
    }

    static List<ChangeResponse> all(@Nullable Difference difference) {
      List<ChangeResponse> all = new ArrayList<>();
      if (difference != null) {
        add(all, "identity", difference.identity());
        add(all, "instrument", difference.instruments());
        add(all, "clause", difference.clauses());
        add(all, "rule", difference.rules());
        add(all, "term", difference.terms());
      }
      return all;
    }
  }

  record FieldChangeResponse(String field, @Nullable String before, @Nullable String after) {}

  /**
   * @param faults everything wrong with the files; if there are any, nothing else is told
   * @param against the version compared with; null if the county has none
   * @param objections what stands against importing it from that day
   */
  record MechanismCheckResponse(
      List<FaultResponse> faults,
      @Nullable String version,
      @Nullable LocalDate effectiveFrom,
      @Nullable String against,
      List<ChangeResponse> changes,
      List<Problem.RefusalView> objections) {
    static MechanismCheckResponse of(Finding finding) {
      return new MechanismCheckResponse(
          finding.faults().stream().map(FaultResponse::of).toList(),
          finding.version(),
          finding.effectiveFrom(),
          finding.against(),
          ChangeResponse.all(finding.difference()),
          finding.objections().stream().map(Problem.RefusalView::of).toList());
    }
  }
}
