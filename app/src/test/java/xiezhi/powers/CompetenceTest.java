package xiezhi.powers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.powers.Powers.Competence;
import xiezhi.powers.Powers.Holder;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.testing.PlatformTest;

/** Who is competent for this item, here, on that day (行政处罚法 arts. 17, 22, 24). */
@PlatformTest
class CompetenceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

  @Autowired private Powers powers;

  private List<Competence> ask(String county, String division, String... items) {
    CountyCode code = new CountyCode(county);
    return CurrentActor.as(
        Actor.platform(code), () -> powers.competence(code, List.of(items), division, DAY));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # county, division, item, holders by name and reason and mode
          530426, 530426103, GH001, 甸中镇人民政府 all-townships 赋权
          530426, 530426001, GH003, 双江街道办事处 all-subdistricts 赋权
          530426, 530426201, GH003, 岔河乡人民政府 all-towns 法定
          530426, 530426103, ZA001, 县公安局 department 法定
          350602, 350602101, GH001, 天宝镇人民政府 all-townships 赋权
          350602, 350602003, ZA001, 公安机关 department 法定
          320723, 320723100, GH001, 伊山镇人民政府 all-townships 赋权
          140602, 140602001, GH003, 区自然资源主管部门 department-here 法定
          140602, 140602101, GH003, 利民镇人民政府 all-towns 法定
          310120, 310120101, SR001, 南桥镇人民政府 all-towns 法定
          310120, 310120001, SR001, 西渡街道办事处 all-subdistricts 赋权
          310120, 310120503, SR001, 区城管执法局 stationed 法定
          """)
  void isAnsweredWithTheHolderAndTheReason(
      String county, String division, String item, String expected) {
    Competence competence = ask(county, division, item).getFirst();

    assertThat(
            competence.holders().stream()
                .map(h -> h.bodyName() + " " + h.reason() + " " + h.mode()))
        .contains(expected);
    assertThat(competence.holders())
        .allSatisfy(h -> assertThat(h.evidence()).isNotEmpty())
        .allSatisfy(h -> assertThat(h.source() + h.note()).isNotEmpty());
  }

  @Test
  void rowsForAllTownshipsDoNotReachAPlaceThatIsNoLevelOfGovernment() {
    Competence farm = ask("320723", "320723401", "GH001").getFirst();

    assertThat(farm.holders()).noneMatch(h -> h.reason().startsWith("all-"));
    assertThat(farm.remarks()).contains("powers.not-a-government");
  }

  @Test
  void aRowThatFixesNoBodyIsToldApart() {
    Competence competence = ask("530426", "530426103", "SZ008").getFirst();

    assertThat(competence.unfixed()).extracting(Powers.Unfixed::named).containsExactly("作出决定的机关");
  }

  @Test
  void whatIsEntrustedIsDoneInTheEntrustingName() {
    Competence entrusted = ask("320723", "320723100", "SL002").getFirst();

    assertThat(entrusted.holders()).extracting(Holder::mode).contains("委托");
    assertThat(entrusted.remarks()).contains("powers.in-the-entrusting-name");
  }

  @Test
  void allUnknownItemsAndPlacesAreRefusedAtOnce() {
    assertThatThrownBy(() -> ask("530426", "530426999", "GH001", "XX999", "YY000"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e ->
                assertThat(e.refusals())
                    .extracting(Refusal::code)
                    .containsExactly(
                        "powers.no-such-item", "powers.no-such-item", "powers.no-such-division"));
  }

  @Test
  void ofAnotherCountyNothingIsKnown() {
    CountyCode own = new CountyCode("530426");

    assertThatThrownBy(
            () ->
                CurrentActor.as(
                    Actor.platform(own),
                    () ->
                        powers.competence(
                            new CountyCode("310120"), List.of("SR001"), "310120101", DAY)))
        .isInstanceOf(RefusedException.class);
  }
}
