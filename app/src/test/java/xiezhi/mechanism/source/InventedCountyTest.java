package xiezhi.mechanism.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.TimeLimit.FirstDay;
import xiezhi.calendar.TimeLimit.Roll;
import xiezhi.calendar.TimeLimit.Unit;
import xiezhi.mechanism.Bindingness;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.mechanism.RuleValue.Limit;
import xiezhi.mechanism.RuleValue.Periodic;
import xiezhi.mechanism.RuleValue.Quota;
import xiezhi.mechanism.RuleValue.Target;
import xiezhi.shared.CountyCode;

/**
 * What the rule language must be able to say, said by a county that does not exist: by its files
 * alone, without a line of code for it. The numbers are those of the comments in its file.
 */
class InventedCountyTest {
  private final Mechanism county =
      PackagedMechanisms.bundle(new CountyCode("990001")).read().orThrow();

  @Test
  void one_amountsInEveryUnitAndHowTheirEndsAreTreated() {
    assertThat(amount("fire-lane-notice")).isEqualTo(TimeLimit.of(30, Unit.MINUTE));
    assertThat(amount("urgent-transfer-limit")).isEqualTo(TimeLimit.of(12, Unit.HOUR));
    assertThat(amount("transfer-limit"))
        .isEqualTo(new TimeLimit(2, Unit.WORKING_DAY, FirstDay.EXCLUDED, Roll.NONE, 17 * 60 + 30));
    assertThat(amount("advertisement-transfer-limit"))
        .isEqualTo(
            new TimeLimit(
                5,
                Unit.CALENDAR_DAY,
                FirstDay.INCLUDED,
                Roll.NEXT_WORKING_DAY,
                TimeLimit.END_OF_DAY));
    assertThat(amount("sharing")).isEqualTo(TimeLimit.of(0, Unit.SAME_DAY));
    assertThat(amount("complaint-conclusion"))
        .isEqualTo(
            new TimeLimit(
                2, Unit.MONTH, FirstDay.EXCLUDED, Roll.NEXT_WORKING_DAY, TimeLimit.END_OF_DAY));
  }

  @Test
  void two_noNumberCanNeverBeBreached() {
    assertThat(limit("dispatch").amount()).isNull();
    assertThat(rule("dispatch").canBeBreached()).isFalse();
    assertThat(rule("transfer-limit").canBeBreached()).isTrue();
  }

  @Test
  void three_everyDegreeOfBindingness() {
    assertThat(rule("transfer-limit").bindingness()).isEqualTo(Bindingness.HARD);
    assertThat(rule("appraisal-opinion").bindingness()).isEqualTo(Bindingness.EXPLAINABLE);
    assertThat(rule("sit-in").bindingness()).isEqualTo(Bindingness.OPTIONAL);
    assertThat(rule("study").bindingness()).isEqualTo(Bindingness.SCHEDULED);
    assertThat(rule("certified-share").bindingness()).isEqualTo(Bindingness.INDICATOR);
  }

  @Test
  void four_aChainOfClocksWithDifferentDebtorsAndOneFromAnActualTime() {
    assertThat(started("transfer.received", Facts.NONE)).contains("acceptance-limit");
    assertThat(started("transfer.accepted", Facts.NONE)).contains("result-limit");
    assertThat(started("transfer.result-returned", Facts.NONE)).contains("reply-limit");
    assertThat(limit("result-limit").debtor()).isEqualTo("receiver");
    assertThat(limit("reply-limit").debtor()).isEqualTo("sender");
    assertThat(limit("arrival").fromActualTime()).isEqualTo("actual-dispatch-time");
  }

  @Test
  void five_anExtensionWithAllItsConditions() {
    assertThat(limit("result-limit").extension())
        .isEqualTo(
            new RuleValue.Extension(
                TimeLimit.of(5, Unit.WORKING_DAY),
                TimeLimit.of(20, Unit.WORKING_DAY),
                true,
                "supervisor",
                true,
                2));
    assertThat(limit("acceptance-limit").extension()).isNull();
  }

  @Test
  void six_urgencyMarkedOrDerived() {
    assertThat(started("matter.judged-not-ours", facts("urgent", true)))
        .contains("urgent-transfer-limit")
        .doesNotContain("transfer-limit");
    Facts gas = facts("category", "燃气泄漏");
    for (Facts marked : List.of(gas, gas.with("urgent", true))) {
      assertThat(started("matter.judged-not-ours", marked))
          .contains("derived-urgency-limit")
          .doesNotContain("transfer-limit", "urgent-transfer-limit");
    }
  }

  @Test
  void seven_limitsByCategoryChannelNumberAndKindOfComplainantAndAnInnerTarget() {
    assertThat(started("complaint.received", Facts.NONE)).contains("complaint-acceptance");
    assertThat(started("complaint.received", facts("channel", "热线")))
        .contains("hotline-acceptance");
    assertThat(started("complaint.received", facts("channel", "热线").with("complainants", 5)))
        .contains("group-acceptance");
    assertThat(started("complaint.received", facts("channel", "热线").with("complainants", 4)))
        .contains("hotline-acceptance");
    assertThat(started("complaint.received", facts("complainant-kind", "企业")))
        .contains("enterprise-acceptance");
    assertThat(started("matter.judged-not-ours", facts("category", "广告设施")))
        .contains("advertisement-transfer-limit");
    assertThat(limit("result-limit").target()).isEqualTo(TimeLimit.of(5, Unit.WORKING_DAY));
  }

  @Test
  void eight_theStatutoryLimitFirstAndTheStricterOfTwo() {
    assertThat(started("case.filed", Facts.NONE))
        .contains("law-decision")
        .doesNotContain("decision");
    assertThat(started("case.evidence-registered", Facts.NONE))
        .contains("law-evidence-registration", "registered-evidence");
    Mechanism withoutLaw =
        PackagedMechanisms.bundle(new CountyCode("990001"))
            .without(Set.of("law-decision"))
            .read()
            .orThrow();
    assertThat(withoutLaw.limitsStartedBy("case.filed", Facts.NONE))
        .extracting(Rule::id)
        .contains("decision");
  }

  @Test
  void nine_pausesThatDoNotCount() {
    assertThat(limit("result-limit").suspends()).containsExactly("testing", "appraisal", "hearing");
  }

  @Test
  void ten_periodicDuties() {
    Periodic patrol = (Periodic) rule("patrol").value();
    assertThat(patrol.every()).isEqualTo(RuleValue.Period.MONTH);
    assertThat(patrol.times()).isEqualTo(2);
    assertThat(patrol.per()).isEqualTo("township");
    assertThat(patrol.participants()).containsExactly("执法中队", "派出所", "市场所");
    assertThat(((Periodic) rule("joint-meeting").value()).every())
        .isEqualTo(RuleValue.Period.QUARTER);
    assertThat(((Periodic) rule("file-review").value()).every()).isEqualTo(RuleValue.Period.YEAR);
  }

  @Test
  void eleven_quotas() {
    assertThat(county.governing("staff_min_town", facts("division-kind", "镇"))).hasSize(1);
    assertThat(county.governing("staff_min_town", facts("division-kind", "街道"))).isEmpty();
    Quota reviewers = (Quota) rule("legal-reviewers").value();
    assertThat(reviewers.ratio()).isEqualByComparingTo("0.1");
    assertThat(reviewers.rounding()).isEqualTo("up");
    assertThat(reviewers.exempt()).containsExactly("县消防救援大队");
    assertThat(((Quota) rule("training").value()).unit()).isEqualTo("hour");
  }

  @Test
  void twelve_gatesOnWhoWithWhatAfterWhatAndUnderWhichCertificate() {
    Facts good =
        facts("sender-kind", "township")
            .with("materials", List.of("transfer-letter", "source-material"))
            .with("fields", List.of("reason"))
            .with("events", List.of("act.dissuaded"));
    assertThat(county.gates("transfer.send", good).isAllowed()).isTrue();
    assertThat(refused("transfer.send", good.with("sender-kind", "team")))
        .containsExactly("transfer-name");
    assertThat(refused("transfer.send", good.with("materials", List.of("transfer-letter"))))
        .containsExactly("transfer-materials");
    assertThat(refused("transfer.send", good.with("events", List.of())))
        .containsExactly("dissuasion-first");
    assertThat(refused("officer.act", facts("certificates", List.of("enforcement-certificate"))))
        .containsExactly("certificates");
  }

  @Test
  void thirteen_routesByItemPlaceAreaAndSubjectWithADatedOverride() {
    assertThat(receiver(facts("items", List.of("户外广告")))).isEqualTo("县城市管理局");
    assertThat(receiver(facts("place", "990001100"))).isEqualTo("云台镇");
    assertThat(receiver(facts("subject", "企业"))).isEqualTo("县市场监督管理局");
    Facts east = facts("area", "东片区");
    assertThat(receiver(east.with("day", 20260228))).isEqualTo("东片区牵头镇");
    assertThat(receiver(east.with("day", 20260301))).isEqualTo("县应急管理局");
    assertThat(receiver(east.with("day", 20260531))).isEqualTo("县应急管理局");
    assertThat(receiver(east.with("day", 20260601))).isEqualTo("东片区牵头镇");
    assertThat(county.route("transfer.screener", facts("disputed", true)).orElseThrow().id())
        .isEqualTo("screener");
    assertThat(county.route("dispute.decider", Facts.NONE).orElseThrow().id())
        .isEqualTo("dispute-decider");
  }

  @Test
  void fourteen_whoMustRaiseAnObjectionAndNoReTransfer() {
    assertThat(county.route("transfer.objection", Facts.NONE).orElseThrow().value())
        .isEqualTo(new RuleValue.Route("transfer.objection", new Target.RoleOf("receiver"), true));
    assertThat(refused("transfer.return", Facts.NONE)).containsExactly("no-return");
    Facts accepted = facts("events", List.of("transfer.accepted"));
    assertThat(refused("transfer.prepare", accepted)).containsExactly("no-retransfer");
    assertThat(refused("transfer.prepare", accepted.with("superior-approved", true)))
        .containsExactly("no-retransfer");
    assertThat(
            refused(
                "transfer.prepare",
                accepted.with("superior-approved", true).with("fields", List.of("citation"))))
        .isEmpty();
  }

  @Test
  void fifteen_terms() {
    assertThat(county.term("transfer-letter", "zh")).isEqualTo("转办单");
    assertThat(county.term("enforcement-unit", "en")).isEqualTo("enforcement squad");
    assertThat(county.term("matter", "zh")).as("the platform's word").isEqualTo("事项");
    assertThat(Objects.requireNonNull(county.letters().get("transfer")).number())
        .isEqualTo("{issuer}转〔{year}〕第{n}号");
  }

  private Rule rule(String id) {
    return county.rule(id).orElseThrow();
  }

  private Limit limit(String id) {
    return (Limit) rule(id).value();
  }

  private TimeLimit amount(String id) {
    return Objects.requireNonNull(limit(id).amount(), id);
  }

  private List<String> started(String event, Facts facts) {
    return county.limitsStartedBy(event, facts).stream().map(Rule::id).toList();
  }

  private List<String> refused(String act, Facts facts) {
    return county.gates(act, facts).refusals().stream()
        .map(refusal -> String.valueOf(refusal.details().get("rule")))
        .toList();
  }

  private String receiver(Facts facts) {
    RuleValue.Route route =
        (RuleValue.Route) county.route("transfer.receiver", facts).orElseThrow().value();
    return ((Target.Named) route.to()).name();
  }

  private static Facts facts(String name, Object value) {
    return new Facts(Map.of(name, value));
  }
}
