package xiezhi.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.organisation.CountyRows;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.csv.Faults;

class EstablishmentTest {

  static Map<String, String> files() {
    Map<String, String> texts = new HashMap<>();
    for (String name : CountyFiles.NAMES) {
      try (var in = EstablishmentTest.class.getResourceAsStream("/data/" + name)) {
        texts.put(name, new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  static CountyRows county(String code) {
    Faults faults = new Faults();
    List<CountyRows> rows = CountyFiles.read(files(), faults);
    faults.orThrow();
    return rows.stream()
        .filter(r -> r.county().code().value().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static Body named(Establishment establishment, String name) {
    return establishment.bodies().stream()
        .filter(b -> b.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no body " + name));
  }

  @Test
  void theDataFilesHoldFiveCountiesWith63DivisionsAnd130Departments() {
    Faults faults = new Faults();

    List<CountyRows> rows = CountyFiles.read(files(), faults);

    assertThat(faults.all()).isEmpty();
    assertThat(rows).hasSize(5).allSatisfy(r -> assertThat(r.boundary()).isNotNull());
    assertThat(rows.stream().mapToInt(r -> r.divisions().size()).sum()).isEqualTo(63);
    assertThat(rows.stream().mapToInt(r -> r.departments().size()).sum()).isEqualTo(143);
  }

  @Test
  void everyTownshipHasItsGovernmentItsUnitAndItsStations() {
    Establishment established = Establishment.of(county("530426"), "综合行政执法队");

    assertThat(named(established, "双江街道办事处").kind()).isEqualTo(BodyKind.TOWNSHIP);
    assertThat(named(established, "甸中镇人民政府").id()).hasToString("530426103");
    Body team = named(established, "甸中镇综合行政执法队");
    assertThat(team.id()).hasToString("530426103-team");
    assertThat(team.kind()).isEqualTo(BodyKind.TEAM);
    assertThat(team.township()).hasToString("530426103");
    Body station = named(established, "甸中镇派出所");
    assertThat(station.kind()).isEqualTo(BodyKind.DISPATCHED);
    assertThat(station.parent()).isEqualTo(named(established, "县公安局").id());
    assertThat(kinds(established, BodyKind.DISPATCHED)).hasSize(8 * 4);
    assertThat(kinds(established, BodyKind.TEAM)).hasSize(8);
  }

  @Test
  void whereACountyNamesNoStationsOnlyTheJusticeAndPoliceStationsAreAssumed() {
    Establishment established = Establishment.of(county("320723"), "综合行政执法局");

    assertThat(kinds(established, BodyKind.DISPATCHED))
        .hasSize(13 * 2)
        .allSatisfy(b -> assertThat(b.evidence()).startsWith("ASSUMED").contains("设置亦为推定"));
    assertThat(named(established, "伊山镇派出所").parent()).isEqualTo(named(established, "县公安机关").id());
    assertThat(named(established, "伊山镇司法所").parent()).isEqualTo(named(established, "县司法行政部门").id());
  }

  @Test
  void aPlaceThatIsNoLevelOfGovernmentGetsOneBodyThatEnforcesNothing() {
    Establishment established = Establishment.of(county("310120"), "街镇综合行政执法队伍");

    Body committee = named(established, "海湾旅游区管委会");
    assertThat(committee.kind()).isEqualTo(BodyKind.OTHER);
    assertThat(committee.kind().isLegal()).isFalse();
    assertThat(committee.id()).hasToString("310120503");
    assertThat(established.bodies())
        .filteredOn(b -> "310120503".equals(b.division()))
        .containsExactly(committee);
    assertThat(named(established, "西渡街道综合行政执法队伍").kind()).isEqualTo(BodyKind.TEAM);
  }

  @Test
  void cityBodiesStandOutsideAndAreasAndConferencesEnforceNothing() {
    Establishment established = Establishment.of(county("350602"), "综合执法大队");

    assertThat(named(established, "市级生态环境主管部门(区级领域可能已上收)").kind()).isEqualTo(BodyKind.EXTERNAL);
    assertThat(named(established, "东部片区").kind()).isEqualTo(BodyKind.OTHER);
    assertThat(named(established, "区城管执法局").kind()).isEqualTo(BodyKind.DEPARTMENT);
    assertThat(named(established, "区城管执法局").shortName()).isEqualTo("城管执法局");
  }

  @Test
  void namesAndIdsAreUniqueAndParentsComeFirstInEveryCounty() {
    for (String code : List.of("530426", "350602", "320723", "140602", "310120")) {
      List<Body> bodies = Establishment.of(county(code), "综合行政执法队").bodies();

      assertThat(bodies).extracting(Body::id).doesNotHaveDuplicates();
      assertThat(bodies).extracting(Body::name).doesNotHaveDuplicates();
      assertThat(bodies).allSatisfy(b -> assertThat(b.evidence()).matches("(VERIFIED|ASSUMED).*"));
      Set<String> before = new java.util.HashSet<>();
      for (Body body : bodies) {
        if (body.parent() != null) {
          assertThat(before).contains(body.parent().value());
        }
        before.add(body.id().value());
      }
    }
  }

  @Test
  void anotherCodeGivesTheSameCountyUnderNewIds() {
    CountyRows copy = county("310120").as(new xiezhi.shared.CountyCode("990001"), "试验区");

    Establishment established = Establishment.of(copy, "综合行政执法队");

    assertThat(established.bodies()).allSatisfy(b -> assertThat(b.id().value()).startsWith("9900"));
    assertThat(named(established, "海湾旅游区管委会").division()).isEqualTo("990001503");
  }

  @Test
  void allFaultsOfAllFilesAreToldWithTheirLines() {
    Map<String, String> files = files();
    files.computeIfPresent(
        "divisions.csv",
        (name, text) ->
            text.replace("530426103,甸中镇,镇", "53042610x,甸中镇,镇")
                .replace("530426104,化念镇,镇", "530426104,化念镇,县")
                .replace("102.40049", "north")
                .replace("530426202,大龙潭乡", "530426201,大龙潭乡"));
    files.computeIfPresent(
        "department-treatments.csv",
        (name, text) -> text.replace("530426,自然资源所,station,县自然资源局", "530426,自然资源站,depot,县天文局"));
    Faults faults = new Faults();

    CountyFiles.read(files, faults);

    assertThat(codes(faults))
        .contains(
            "divisions.csv:4 town_code data.bad-shape",
            "divisions.csv:5 kind data.unknown-value",
            "divisions.csv:2 lng data.bad-number",
            "divisions.csv:2 lng data.half-a-point",
            "divisions.csv:8 town_code data.duplicate",
            "department-treatments.csv:5 department data.unknown-department",
            "department-treatments.csv:5 parent data.unknown-department",
            "department-treatments.csv:5 treatment data.unknown-value");
    assertThatThrownBy(faults::orThrow)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusals()).hasSameSizeAs(faults.all()));
  }

  private static Set<String> codes(Faults faults) {
    return faults.all().stream()
        .map(
            (Refusal r) ->
                r.details().get("file")
                    + ":"
                    + r.details().get("line")
                    + " "
                    + r.details().get("column")
                    + " "
                    + r.code())
        .collect(Collectors.toSet());
  }

  private static List<Body> kinds(Establishment established, BodyKind kind) {
    return established.bodies().stream().filter(b -> b.kind() == kind).toList();
  }
}
