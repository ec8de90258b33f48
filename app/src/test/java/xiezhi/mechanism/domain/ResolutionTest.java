package xiezhi.mechanism.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.mechanism.MechanismDraft.ARTICLE;
import static xiezhi.mechanism.MechanismDraft.CLAUSE;
import static xiezhi.mechanism.MechanismDraft.DEFAULT;
import static xiezhi.mechanism.MechanismDraft.limit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.MechanismDraft;
import xiezhi.mechanism.Rule;
import xiezhi.shared.Refusal;

class ResolutionTest {
  private static final Facts URGENT = Facts.NONE.with("urgent", true);

  private static List<String> ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).toList();
  }

  /** One rule for each tier that is named, then one more that is more specific in that tier. */
  @ParameterizedTest(name = "{0}, {1} says {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          county national platform        | -        | -             | county
          national platform               | -        | -             | national
          platform                        | -        | -             | platform
          county+ county national         | -        | -             | county+
          national+ national county       | -        | -             | county
          county national platform        | county   | statute-first | national
          county national platform        | national | statute-first | national
          county platform                 | county   | statute-first | county
          county national platform        | county   | stricter      | county national
          county national+ national       | national | stricter      | county national+
          platform                        | platform | stricter      | platform
          """)
  void theStrongestTierWinsAndInItTheMostSpecificRule(
      String rules, String sayer, String resolve, String winners) {
    MechanismDraft draft = new MechanismDraft();
    for (String name : rules.split(" ", -1)) {
      String tier = name.replace("+", "");
      String when = name.endsWith("+") ? "when: {urgent: true}" : "";
      String says = tier.equals(sayer) ? "resolve: " + resolve : "";
      String more = when.isEmpty() ? says : says.isEmpty() ? when : when + "\n" + says;
      String id = name.replace("+", "-more");
      switch (tier) {
        case "county" -> draft.county(limit(id, CLAUSE, more, "amount: 3, unit: working-day,"));
        case "national" ->
            draft.national(limit(id, ARTICLE, more, "amount: 2, unit: working-day,"));
        default -> draft.platform(limit(id, DEFAULT, more, ""));
      }
    }
    Mechanism mechanism = draft.mechanism();

    List<String> expected =
        Arrays.stream(winners.split(" ", -1)).map(w -> w.replace("+", "-more")).toList();
    assertThat(ids(mechanism.governing("transfer_deadline", URGENT))).isEqualTo(expected);
    assertThat(ids(mechanism.limitsStartedBy("matter.judged-not-ours", URGENT)))
        .isEqualTo(expected);
  }

  @Test
  void aRuleWhoseConditionDoesNotMatchIsNotThere() {
    Mechanism mechanism =
        new MechanismDraft()
            .county(limit("urgent", CLAUSE, "when: {urgent: true}", "amount: 24, unit: hour,"))
            .platform(limit("default", DEFAULT, "", ""))
            .mechanism();

    assertThat(ids(mechanism.limitsStartedBy("matter.judged-not-ours", URGENT)))
        .containsExactly("urgent");
    assertThat(ids(mechanism.limitsStartedBy("matter.judged-not-ours", Facts.NONE)))
        .containsExactly("default");
    assertThat(mechanism.limitsStartedBy("transfer.sent", URGENT)).isEmpty();
  }

  @Test
  void keysOfOneDutyCompete() {
    Mechanism mechanism =
        new MechanismDraft()
            .county(limit("ordinary", CLAUSE, "", "amount: 3, unit: working-day,"))
            .county(
                limit("urgent", CLAUSE, "when: {urgent: true}", "amount: 24, unit: hour,")
                    .replace("key: transfer_deadline", "key: urgent_transfer_deadline"))
            .mechanism();

    assertThat(ids(mechanism.governing("transfer_deadline", URGENT))).containsExactly("urgent");
    assertThat(ids(mechanism.governing("transfer_deadline", Facts.NONE)))
        .containsExactly("ordinary");
  }

  @Test
  void rulesOfOneKeyWithDutiesOfTheirOwnStandSideBySide() {
    Mechanism mechanism =
        new MechanismDraft()
            .county(limit("one", CLAUSE, "duty: first", "amount: 3, unit: working-day,"))
            .county(limit("two", CLAUSE, "duty: second", "amount: 5, unit: working-day,"))
            .mechanism();

    assertThat(ids(mechanism.governing("transfer_deadline", Facts.NONE)))
        .containsExactly("one", "two");
  }

  @Test
  void twoMeetingSeriesAreTwoDuties() {
    String meeting =
        """
        id: %s
        key: meeting_frequency
        clauses: [QJ-001]
        bindingness: hard
        periodic: {every: quarter, words: 每季度1次, series: %s, ends: %s}
        """;
    String event =
        xiezhi.mechanism.source.Vocabulary.packaged().words("events").stream()
            .filter(word -> word.startsWith("meeting."))
            .findFirst()
            .orElse("transfer.sent");
    Mechanism mechanism =
        new MechanismDraft()
            .county(meeting.formatted("a", "joint", event))
            .county(meeting.formatted("b", "command", event))
            .mechanism();

    assertThat(ids(mechanism.governing("meeting_frequency", Facts.NONE))).containsExactly("a", "b");
  }

  @Test
  void whereTheCountysClockStartsElsewhereTheDefaultDoesNotStartASecondOne() {
    Mechanism mechanism =
        new MechanismDraft()
            .county(
                limit("ours", CLAUSE, "", "amount: 3, unit: working-day,")
                    .replace("matter.judged-not-ours", "lead.registered"))
            .platform(limit("default", DEFAULT, "", ""))
            .mechanism();

    assertThat(mechanism.limitsStartedBy("matter.judged-not-ours", Facts.NONE)).isEmpty();
    assertThat(ids(mechanism.limitsStartedBy("lead.registered", Facts.NONE)))
        .containsExactly("ours");
  }

  private static final String MATERIALS =
      """
      id: %s
      key: required_materials
      %s
      bindingness: hard
      gate: {acts: [transfer.send], present: {materials: [%s]}}
      """;

  private static List<String> codes(Mechanism mechanism, Facts facts) {
    return mechanism.gates("transfer.send", facts).refusals().stream()
        .map(r -> r.grounds().getFirst().rule())
        .toList();
  }

  @Test
  void theGatesOfCountyAndNationAreBothTriedAndAllRefusalsTold() {
    Mechanism mechanism =
        new MechanismDraft()
            .county(MATERIALS.formatted("ours", CLAUSE, "source-material, preliminary-evidence"))
            .national(MATERIALS.formatted("law", ARTICLE, "transfer-letter"))
            .platform(MATERIALS.formatted("default", DEFAULT, "statement-of-facts"))
            .mechanism();

    List<Refusal> refusals =
        mechanism
            .gates("transfer.send", Facts.NONE.with("materials", Set.of("source-material")))
            .refusals();

    assertThat(refusals).hasSize(2);
    assertThat(refusals.getFirst().code()).isEqualTo("mechanism.required_materials");
    assertThat(refusals.getFirst().kind()).isEqualTo(Refusal.Kind.RULE);
    assertThat(refusals.getFirst().details())
        .containsEntry("missing", List.of("preliminary-evidence"))
        .containsEntry("rule", "ours");
    assertThat(refusals.getFirst().grounds().getFirst().citation()).isEqualTo("QJ-001");
    assertThat(refusals.getLast().grounds().getFirst().basis()).isEqualTo("national");
    assertThat(mechanism.gates("transfer.return", Facts.NONE).isAllowed()).isTrue();
  }

  @Test
  void thePlatformsGateStandsOnlyWhereNobodyElseSpeaks() {
    Mechanism mechanism =
        new MechanismDraft()
            .platform(MATERIALS.formatted("default", DEFAULT, "transfer-letter"))
            .mechanism();

    assertThat(codes(mechanism, Facts.NONE)).containsExactly("default");
  }

  private static final String NAMES =
      """
      id: %s
      key: forbidden_sender_types
      %s
      bindingness: hard
      gate: {acts: [transfer.send], body-kinds: [{role: sender, forbid: [team, internal-organ], unless: statutory-own-name}]}
      """;

  private static final String EXEMPTION =
      """
      id: %s
      key: transfer_name_exception
      %s
      bindingness: hard
      exception: {flag: statutory-own-name, requires: citation}
      """;

  private static Facts team(boolean flag, String... fields) {
    return new Facts(
        Map.of("sender-kind", "team", "statutory-own-name", flag, "fields", Set.of(fields)));
  }

  @Test
  void aFlagLiftsAGateOnlyIfARuleInForceSaysSoAndWhatItAsksForIsGiven() {
    MechanismDraft silent = new MechanismDraft().county(NAMES.formatted("names", CLAUSE));
    Mechanism without = silent.mechanism();
    Mechanism with = silent.county(EXEMPTION.formatted("exemption", CLAUSE)).mechanism();

    assertThat(codes(without, team(true, "citation"))).containsExactly("names");
    assertThat(codes(with, team(true, "citation"))).isEmpty();
    assertThat(codes(with, team(false, "citation"))).containsExactly("names");
    assertThat(with.gates("transfer.send", team(true)).refusals())
        .singleElement()
        .satisfies(r -> assertThat(r.details()).containsEntry("missing", List.of("citation")));
    assertThat(codes(with, new Facts(Map.of("sender-kind", "township")))).isEmpty();
  }

  @Test
  void theLawsGateIsLiftedByTheLawsExemptionAlone() {
    Mechanism countys =
        new MechanismDraft()
            .national(NAMES.formatted("law", ARTICLE))
            .county(EXEMPTION.formatted("exemption", CLAUSE))
            .mechanism();
    Mechanism laws =
        new MechanismDraft()
            .national(NAMES.formatted("law", ARTICLE))
            .national(EXEMPTION.formatted("exemption", ARTICLE))
            .mechanism();

    assertThat(codes(countys, team(true, "citation"))).containsExactly("law");
    assertThat(codes(laws, team(true, "citation"))).isEmpty();
  }

  @ParameterizedTest(name = "{0} with {1}: allowed {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          after: [act.dissuaded, act.notified]             | act.dissuaded              | false
          after: [act.dissuaded, act.notified]             | act.dissuaded,act.notified | true
          after-any: [act.dissuaded, act.notified]         | act.notified               | true
          after-any: [act.dissuaded, act.notified]         | lead.registered            | false
          fact-is: {events: [act.notified, act.dissuaded]} | act.notified               | true
          fact-is: {urgent: false}                         | act.notified               | true
          fact-is: {urgent: true}                          | act.notified               | false
          forbidden: true                                  | act.notified               | false
          """)
  void whatAGateAsksFor(String requirement, String events, boolean allowed) {
    Mechanism mechanism =
        new MechanismDraft()
            .county(
                """
                id: gate
                key: required_document
                clauses: [QJ-002]
                bindingness: hard
                gate: {acts: [transfer.send], %s}
                """
                    .formatted(requirement))
            .mechanism();

    assertThat(
            mechanism
                .gates("transfer.send", Facts.NONE.with("events", Set.of(events.split(",", -1))))
                .isAllowed())
        .isEqualTo(allowed);
  }

  @Test
  void aRouteIsAnsweredByTheMostSpecificRuleOfTheStrongestTier() {
    String route =
        """
        id: %s
        key: dispute_decider
        %s
        bindingness: hard
        %sroute: {question: dispute.decider, to: {named: %s}, exclusive: true}
        """;
    Mechanism mechanism =
        new MechanismDraft()
            .national(route.formatted("law", ARTICLE, "", "共同上级"))
            .county(route.formatted("ours", CLAUSE, "when: {field: 城市管理}\n", "区城管执法局"))
            .mechanism();

    assertThat(mechanism.route("dispute.decider", Facts.NONE).map(Rule::id)).contains("law");
    assertThat(
            mechanism
                .route("dispute.decider", Facts.NONE.with("field", Set.of("城市管理", "市容")))
                .map(Rule::id))
        .contains("ours");
    assertThat(mechanism.route("transfer.receiver", Facts.NONE)).isEmpty();
  }

  @Test
  void aTermNobodyHasIsItsKey() {
    Mechanism mechanism = new MechanismDraft().mechanism();

    assertThat(mechanism.term("enforcement-unit", "zh")).isEqualTo("enforcement-unit");
  }
}
