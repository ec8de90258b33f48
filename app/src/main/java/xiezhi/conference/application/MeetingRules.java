package xiezhi.conference.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Ground;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/** What the county's rules say of meetings, and which bodies their words mean. */
@Component
class MeetingRules {
  /** What a meeting's page shows of the text that governs it. */
  private static final List<String> TERMS =
      List.of(
          "meeting_frequency",
          "meeting_convener",
          "meeting_lead",
          "meeting_office",
          "quorum",
          "adhoc_meeting_notice");

  private final Bodies bodies;

  MeetingRules(Bodies bodies) {
    this.bodies = bodies;
  }

  /** A rule's words, for people. */
  record Term(String key, String rule, String words, Ground ground) {}

  /**
   * A series of meetings that the county's rules name.
   *
   * @param ofTownship each township holds its own
   */
  record Series(String code, Rule rule, boolean ofTownship) {}

  static Facts facts(Set<String> series) {
    return Facts.NONE.with("series", List.copyOf(series));
  }

  List<Series> series(Mechanism mechanism) {
    List<Series> all = new ArrayList<>();
    for (Rule rule : mechanism.governing("meeting_frequency", Facts.NONE)) {
      if (rule.value() instanceof RuleValue.Periodic p) {
        String code = p.series() == null ? rule.id() : p.series();
        all.add(new Series(code, rule, "township".equals(p.per())));
      } else {
        all.add(new Series(rule.id(), rule, false));
      }
    }
    return all;
  }

  List<Series> known(Mechanism mechanism, Set<String> codes) {
    List<Series> all = series(mechanism);
    List<Series> found = new ArrayList<>();
    for (String code : codes) {
      found.add(
          all.stream()
              .filter(s -> s.code().equals(code))
              .findFirst()
              .orElseThrow(
                  () ->
                      Refusal.of(
                              Refusal.Kind.RULE,
                              "conference.no-such-series",
                              "The rules of this county name no series of meetings " + code + ".",
                              Map.of("series", code))
                          .exception()));
    }
    return found;
  }

  /** The texts that govern meetings of these series. */
  List<Term> terms(Mechanism mechanism, Set<String> series) {
    List<Term> terms = new ArrayList<>();
    for (String key : TERMS) {
      for (Rule rule : mechanism.governing(key, facts(series))) {
        boolean ofAnother =
            rule.value() instanceof RuleValue.Periodic p
                && p.series() != null
                && !series.contains(p.series());
        if (!ofAnother) {
          terms.add(new Term(key, rule.id(), words(rule.value()), rule.ground()));
        }
      }
    }
    return terms;
  }

  static String words(RuleValue value) {
    return switch (value) {
      case RuleValue.Text(var text) -> text;
      case RuleValue.Names(var names) -> String.join("、", names);
      case RuleValue.Unspecified(var words) -> words;
      case RuleValue.Periodic p -> p.words();
      case RuleValue.Amount(var amount) -> amount.toPlainString();
      case RuleValue.Flag(var flag) -> String.valueOf(flag);
      case RuleValue.Quota q -> q.words();
      default -> "";
    };
  }

  // ------------------------------------------------------------------ members

  /**
   * Those the list of a series means here.
   *
   * @param required whose heads must be invited
   * @param optional those that the list leaves open, in brackets
   * @param unknown words that mean no body of the directory
   */
  record Members(
      Set<BodyId> required, Set<BodyId> optional, List<String> unknown, @Nullable Ground ground) {}

  Members members(
      CountyCode county, Mechanism mechanism, Series series, @Nullable BodyId township) {
    Set<BodyId> required = new LinkedHashSet<>();
    Set<BodyId> optional = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    Ground ground = null;
    for (Rule rule : mechanism.governing("meeting_members", facts(Set.of(series.code())))) {
      ground = rule.ground();
      if (rule.value() instanceof RuleValue.Names(var names)) {
        for (String name : names) {
          int bracket = name.indexOf('(');
          String main = bracket < 0 ? name : name.substring(0, bracket);
          find(county, main, township)
              .ifPresentOrElse(b -> required.add(b.id()), () -> unknown.add(name));
          if (bracket >= 0) {
            find(county, name.substring(bracket + 1, name.length() - 1), township)
                .ifPresent(b -> optional.add(b.id()));
          }
        }
      }
    }
    optional.removeAll(required);
    return new Members(required, optional, unknown, ground);
  }

  /** A body by its name; in a township by the word for its kind: 司法所, 派出所, 执法队. */
  private Optional<Body> find(CountyCode county, String word, @Nullable BodyId township) {
    if (township == null) {
      return bodies.named(county, word);
    }
    List<Body> here =
        bodies.of(county).stream().filter(b -> township.equals(b.township())).toList();
    return here.stream()
        .filter(b -> b.name().contains(word))
        .findFirst()
        .or(
            () ->
                here.stream()
                    .filter(b -> b.kind() == BodyKind.TEAM && word.contains("执法"))
                    .findFirst())
        .or(
            () ->
                word.length() <= 3
                    ? Optional.empty()
                    : here.stream()
                        .filter(b -> b.name().endsWith(word.substring(word.length() - 3)))
                        .findFirst());
  }

  // ------------------------------------------------------------------ who convenes

  /**
   * Who convenes and who keeps the office; a title that is no body of the directory (县政府分管负责同志)
   * means the county government.
   *
   * @param rule that says so; null if none does
   */
  record Convener(BodyId convener, BodyId office, @Nullable Rule rule) {}

  Convener convener(
      CountyCode county,
      Mechanism mechanism,
      Set<String> series,
      @Nullable BodyId township,
      BodyId ours) {
    Rule lead = first(mechanism, "meeting_lead", series);
    if (lead != null && township != null) {
      Body body = find(county, words(lead.value()), township).orElse(null);
      if (body != null) {
        return new Convener(body.id(), body.id(), lead);
      }
    }
    Rule office = first(mechanism, "meeting_office", series);
    Body keeps =
        office == null || township != null
            ? null
            : bodies.named(county, words(office.value())).orElse(null);
    Rule named = first(mechanism, "meeting_convener", series);
    if (named != null && township == null) {
      Body convener =
          bodies
              .named(county, words(named.value()))
              .orElseGet(() -> bodies.countyGovernment(county));
      return new Convener(convener.id(), keeps == null ? convener.id() : keeps.id(), named);
    }
    return keeps == null
        ? new Convener(ours, ours, null)
        : new Convener(keeps.id(), keeps.id(), office);
  }

  private static @Nullable Rule first(Mechanism mechanism, String key, Set<String> series) {
    return mechanism.governing(key, facts(series)).stream().findFirst().orElse(null);
  }

  /** 定期会议 are convened by whom the rules name, at its desk or at that of the office. */
  Permission mayConvene(Convener by, List<BodyId> seats) {
    return by.rule() == null || seats.contains(by.convener()) || seats.contains(by.office())
        ? Permission.allowed()
        : Permission.refused(
            new Refusal(
                Refusal.Kind.RULE,
                "conference.not-the-convener",
                "Meetings of this series are convened by "
                    + words(by.rule().value())
                    + ", at its desk or at that of its office.",
                Map.of("convener", words(by.rule().value())),
                List.of(by.rule().ground())));
  }

  // ------------------------------------------------------------------ agenda and triggers

  /** The standing parts of the agenda of each series, in the county's words. */
  Map<String, List<String>> parts(Mechanism mechanism, Set<String> series) {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    for (String one : series.stream().sorted().toList()) {
      for (Rule rule : mechanism.governing("meeting_agenda", facts(Set.of(one)))) {
        if (rule.value() instanceof RuleValue.Names(var names)) {
          parts.put(one, names);
        }
      }
    }
    return parts;
  }

  /** The ground on which a special meeting of that trigger is called; refused if there is none. */
  @Nullable Ground trigger(Mechanism mechanism, String trigger) {
    List<Rule> rules = mechanism.governing("special_meeting_triggers", Facts.NONE);
    for (Rule rule : rules) {
      if (rule.value().names().contains(trigger)) {
        return rule.ground();
      }
    }
    if (rules.isEmpty()) {
      return null;
    }
    List<String> known = rules.stream().flatMap(r -> r.value().names().stream()).toList();
    throw new Refusal(
            Refusal.Kind.RULE,
            "conference.no-such-trigger",
            "A special meeting is for: " + String.join(", ", known) + "; found: " + trigger + ".",
            Map.of("triggers", known, "found", trigger),
            rules.stream().map(Rule::ground).toList())
        .exception();
  }

  /** The types of matters that may be brought to a meeting, where the county's rules name some. */
  Permission mayBring(Mechanism mechanism, Set<String> series, String type) {
    List<Rule> rules = mechanism.governing("meeting_matter_types", facts(series));
    List<String> known = rules.stream().flatMap(r -> r.value().names().stream()).toList();
    return known.isEmpty() || known.contains(type)
        ? Permission.allowed()
        : Permission.refused(
            new Refusal(
                Refusal.Kind.RULE,
                "conference.unknown-matter-type",
                "A matter brought to this meeting is one of: " + String.join(", ", known) + ".",
                Map.of("types", known, "found", type),
                rules.stream().map(Rule::ground).toList()));
  }

  Bodies bodies() {
    return bodies;
  }
}
