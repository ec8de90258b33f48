package xiezhi.mechanism.source;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.mechanism.MechanismDraft.ARTICLE;
import static xiezhi.mechanism.MechanismDraft.CLAUSE;
import static xiezhi.mechanism.MechanismDraft.limit;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import xiezhi.calendar.TimeLimit;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.mechanism.MechanismDraft;
import xiezhi.mechanism.MechanismFault;
import xiezhi.mechanism.Reading;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;

class MechanismReaderTest {

  private static List<MechanismFault> faults(MechanismDraft draft) {
    return draft.bundle().read().faults();
  }

  @Test
  void aSoundFileBecomesTypedRules() {
    Rule rule =
        new MechanismDraft()
            .county(limit("transfer-limit", CLAUSE, "", "amount: 3, unit: working-day,"))
            .mechanism()
            .rule("transfer-limit")
            .orElseThrow();

    assertThat(rule.tier()).isEqualTo(Rule.Tier.COUNTY);
    assertThat(rule.duty()).isEqualTo("transfer");
    assertThat(rule.ground().citation()).isEqualTo("QJ-001");
    assertThat(rule.canBeBreached()).isTrue();
    assertThat(((RuleValue.Limit) rule.value()).amount())
        .isEqualTo(TimeLimit.of(3, TimeLimit.Unit.WORKING_DAY));
  }

  @Test
  void aLimitWithoutNumberStaysEmptyAndUnbreachable() {
    Rule rule =
        new MechanismDraft()
            .county(limit("soon", CLAUSE, "", ""))
            .mechanism()
            .rule("soon")
            .orElseThrow();

    assertThat(((RuleValue.Limit) rule.value()).amount()).isNull();
    assertThat(rule.canBeBreached()).isFalse();
  }

  @Test
  void everyFaultOfAFileIsReportedAtOnceWithItsLineAndKey() {
    String file =
        """
        format: 1
        county: {code: 990001, name: 清江县, short: 清江, level: 县, colour: red}
        in-force-from: 2024-02-30
        instruments:
          - {id: main, title: 机制, text: instrument-main.txt}
          - {id: other, title: 别的, text: instrument-none.txt}
        terms:
          enforcement-unit: {zh: 执法队, en: team, clause: QJ-404}
        rules:
          - id: no-basis
            key: transfer_deadline
            bindingness: hard
            limit: {amount: 3, unit: working-day, words: 三日, starts: [matter.judged-not-ours], ends: [transfer.sent], debtor: holder}
          - id: two-bases
            key: urgent_transfer_deadline
            clauses: [QJ-001]
            internal-target: nobody
            bindingness: hard
            limit: {amount: 24, words: 二十四, starts: [matter.judged-not-ours], ends: [transfer.sent], debtor: holder}
          - id: unknown-key
            key: transfer_deadlin
            clauses: [QJ-001]
            bindingness: hard
            flag: true
          - id: wrong-kind
            key: transfer_deadline
            clauses: [QJ-999]
            bindingness: strict
            text: 三日
          - id: wrong-kind
            key: required_materials
            clauses: [QJ-002]
            bindingness: hard
            when: {urgent: maybe, weather: fine}
            gate: {acts: [transfer.sned], present: {materials: [love-letter]}, body-kinds: [{role: sender, allow: [wizard]}]}
          - id: no-value
            key: transfer_deadline
            clauses: QJ-001
            bindingness: hard
        """;

    List<MechanismFault> faults = faults(new MechanismDraft().file("county/mechanism.yaml", file));

    assertThat(faults)
        .extracting(f -> f.line() + " " + f.key())
        .containsExactly(
            "2 county.code",
            "2 county.colour",
            "3 in-force-from",
            "6 instruments[other].text",
            "8 terms.enforcement-unit.clause",
            "10 rules[no-basis]",
            "14 rules[two-bases]",
            "19 rules[two-bases].limit.amount",
            "21 rules[unknown-key].key",
            "27 rules[wrong-kind].clauses[1]",
            "28 rules[wrong-kind].bindingness",
            "29 rules[wrong-kind].text",
            "30 rules[wrong-kind].id",
            "34 rules[wrong-kind].when.urgent",
            "34 rules[wrong-kind].when.weather",
            "35 rules[wrong-kind].gate.acts[1]",
            "35 rules[wrong-kind].gate.present.materials",
            "35 rules[wrong-kind].gate.body-kinds[1].allow[1]",
            "36 rules[no-value]",
            "38 rules[no-value].clauses");
    assertThat(faults).allMatch(f -> f.file().equals("county/mechanism.yaml"));
    assertThat(faults.get(8).message()).contains("did you mean transfer_deadline?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amount: 3,                                  | needs a unit
          unit: working-day,                          | needs an amount
          amount: 0, unit: hour,                      | above 0
          amount: 2, unit: same-day,                  | has no amount
          amount: -1, unit: hour,                     | whole number from 0
          amount: 1.5, unit: hour,                    | whole number from 0
          amount: 0x10, unit: hour,                   | whole number from 0
          amount: three, unit: hour,                  | found three
          amount: 3, unit: fortnight,                 | found fortnight
          amount: 3, unit: hour, cut-off: "25:00",    | a time of day
          amount: 3, unit: hour, typed: true,         | has no amount
          amount: 3, unit: hour, typed: 1,            | true or false
          amount: 3, unit: hour, amount: 4,           | twice
          amount: 3, unit: hour, from-actual-time: urgent, | is an instant
          amount: 3, unit: hour, target: {amount: 2}, | needs a unit
          amount: 3, unit: hour, suspends: [sleep],   | no such word among its pauses
          amount: 3, unit: hour, creditor: moon,      | no such word among its roles
          """)
  void badLimitsAreRefusedInASentence(String amount, String sentence) {
    List<MechanismFault> faults =
        faults(new MechanismDraft().county(limit("bad", CLAUSE, "", amount)));

    assertThat(faults)
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.message()).contains(sentence);
              assertThat(fault.key()).startsWith("rules[bad].limit");
              assertThat(fault.line()).isEqualTo(11);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1949-09-30", "2024-02-30", "2300-01-01", "yesterday", "[2024]", "20240101"})
  void daysThatAreNoneOrTooOldAreRefused(String day) {
    MechanismDraft draft = new MechanismDraft();
    String text = draft.bundle().text("county/mechanism.yaml").replace("2024-01-01", day);

    assertThat(faults(draft.file("county/mechanism.yaml", text)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.key()).isEqualTo("in-force-from"));
  }

  @Test
  void aTextThatYamlTakesForSomethingElseMustBeInQuotes() {
    List<MechanismFault> faults =
        faults(
            new MechanismDraft()
                .county(
                    "{id: name, key: enforcement_unit_name, clauses: [QJ-001], bindingness: hard,"
                        + " text: no}"));

    assertThat(faults).singleElement().asString().contains("put it in quotes");
  }

  @Test
  void oneBadLineOfYamlIsNamed() {
    assertThat(faults(new MechanismDraft().county("id: [unclosed")))
        .anySatisfy(
            fault -> {
              assertThat(fault.message()).startsWith("not YAML");
              assertThat(fault.line()).isGreaterThan(5);
            });
  }

  @Test
  void aliasesAreRefusedBeforeTheyUnfold() {
    StringBuilder bomb = new StringBuilder("format: 1\na0: &a0 [lol]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(faults(new MechanismDraft().file("county/mechanism.yaml", bomb.toString())))
        .anySatisfy(
            f -> {
              assertThat(f.line()).isEqualTo(2);
              assertThat(f.message()).contains("anchors are not allowed");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--- {}\n--- {}",
        "!!java.net.URL [\"http://example.com\"]",
        "? {a: b}\n: c",
        "- just\n- a list",
        "",
        "text"
      })
  void whatIsNoPlainDocumentIsRefused(String text) {
    assertThat(faults(new MechanismDraft().file("county/mechanism.yaml", text))).isNotEmpty();
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(
            faults(
                new MechanismDraft()
                    .file("county/mechanism.yaml", "a: " + "[".repeat(5000) + "]".repeat(5000))))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x07, 0x1B, 0x7F, 0x85, 0x202E, 0xFEFF, 0xD800, 0xFFFF})
  void charactersThatDoNotShowAreRefusedWhereTheyStand(int character) {
    String text = "第一条\n应当" + new String(Character.toChars(character)) + "移送\n";

    assertThat(faults(new MechanismDraft().file("county/instrument-main.txt", text)))
        .contains(
            new MechanismFault(
                "county/instrument-main.txt",
                2,
                3,
                "",
                "a control character is not allowed: U+%04X".formatted(character)));
  }

  @Test
  void rareCharactersAreText() {
    assertThat(faults(new MechanismDraft().file("county/instrument-main.txt", "𠮷野家\n"))).isEmpty();
  }

  @Test
  void aFileThatIsTooLongIsRefusedUnread() {
    assertThat(
            faults(
                new MechanismDraft()
                    .file("county/instrument-main.txt", "字".repeat(YamlFile.LONGEST + 1))))
        .singleElement()
        .asString()
        .contains("at most 2,000,000 characters");
  }

  @Test
  void missingAndLeftOverFilesAreNamed() {
    var files = new java.util.TreeMap<>(new MechanismDraft().bundle().files());
    files.remove("county/clauses.yaml");
    files.put("county/notes.txt", "notes");

    assertThat(MechanismBundle.of(files).read().faults())
        .extracting(MechanismFault::file)
        .containsExactly("county/clauses.yaml", "county/notes.txt");
  }

  @Test
  void aClauseMustStandInAnInstrumentAndOnlyOnce() {
    String clauses = new MechanismDraft().bundle().text("county/clauses.yaml");

    assertThat(
            faults(
                new MechanismDraft()
                    .clauses(
                        clauses
                            .replace("QJ-002", "QJ-001")
                            .replaceFirst("instrument: main", "instrument: none"))))
        .extracting(f -> f.line() + " " + f.key())
        .containsExactly("2 [QJ-001].instrument", "8 [QJ-001].id");
  }

  @Test
  void aCountyGateThatAllowsWhatTheLawForbidsIsRefused() {
    String gate =
        """
        id: %s
        key: allowed_sender_types
        %s
        bindingness: hard
        %s
        gate: {acts: [transfer.send], body-kinds: [{role: sender, allow: [%s]}]}
        """;

    MechanismDraft loosening =
        new MechanismDraft()
            .national(gate.formatted("law", ARTICLE, "note: plain", "department, township"))
            .county(gate.formatted("ours", CLAUSE, "note: plain", "township, team"));
    MechanismDraft tightening =
        new MechanismDraft()
            .national(gate.formatted("law", ARTICLE, "note: plain", "department, township"))
            .county(gate.formatted("ours", CLAUSE, "note: plain", "township"));
    MechanismDraft elsewhere =
        new MechanismDraft()
            .national(gate.formatted("law", ARTICLE, "when: {kind: case}", "department"))
            .county(gate.formatted("ours", CLAUSE, "when: {kind: lead}", "team"));

    assertThat(faults(loosening))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.key()).isEqualTo("rules[ours].gate");
              assertThat(fault.message()).contains("never loosen").contains("team").contains("law");
            });
    assertThat(faults(tightening)).isEmpty();
    assertThat(faults(elsewhere)).isEmpty();
  }

  @Test
  void twoTimesForOneDutyInOneCaseAreRefused() {
    String three = limit("three", CLAUSE, "", "amount: 3, unit: working-day,");
    String five = limit("five", CLAUSE, "%s", "amount: 5, unit: working-day,");

    assertThat(faults(new MechanismDraft().county(three).county(five.replace("%s", "note: x"))))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.key()).isEqualTo("rules[five]");
              assertThat(fault.message()).startsWith("three gives another time");
            });
    for (String apart : List.of("when: {urgent: true}", "duty: another", "resolve: stricter")) {
      assertThat(faults(new MechanismDraft().county(three).county(five.replace("%s", apart))))
          .as(apart)
          .isEmpty();
    }
  }

  @Test
  void anIdThatARuleBeneathHasIsRefused() {
    assertThat(
            faults(
                new MechanismDraft()
                    .county(limit("same", CLAUSE, "", ""))
                    .national(limit("same", ARTICLE, "", ""))))
        .singleElement()
        .satisfies(fault -> assertThat(fault.key()).isEqualTo("rules[same].id"));
  }

  static List<xiezhi.shared.CountyCode> counties() {
    return PackagedMechanisms.counties();
  }

  /** A fault put anywhere into a packaged file is found, and never an exception. */
  @ParameterizedTest
  @MethodSource("counties")
  void brokenLinesOfARealFileGiveFaultsAndNothingElse(xiezhi.shared.CountyCode county) {
    MechanismBundle bundle = PackagedMechanisms.bundle(county);
    String text = bundle.text("county/mechanism.yaml");
    List<String> lines = List.of(text.split("\n", -1));
    var random = new java.util.Random(county.hashCode());
    for (int i = 0; i < 40; i++) {
      var broken = new java.util.ArrayList<>(lines);
      int line = random.nextInt(lines.size());
      switch (i % 4) {
        case 0 -> broken.set(line, broken.get(line) + " {");
        case 1 -> broken.set(line, broken.get(line).toUpperCase(Locale.ROOT));
        case 2 -> broken.remove(line);
        default -> broken.set(line, "  " + broken.get(line).replace(":", ": ["));
      }
      var files = new java.util.TreeMap<>(bundle.files());
      files.put("county/mechanism.yaml", String.join("\n", broken));

      Reading reading = MechanismBundle.of(files).read();

      assertThat(reading.faults()).allMatch(fault -> !fault.message().isBlank());
    }
  }
}
