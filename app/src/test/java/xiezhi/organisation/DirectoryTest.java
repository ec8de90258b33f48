package xiezhi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.RefusedException;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestDatabase;

@PlatformTest
class DirectoryTest {
  private static final CountyCode COUNTY = new CountyCode("530426");
  private static final CountyCode OTHER = new CountyCode("310120");

  @Autowired private Bodies bodies;
  @Autowired private Divisions divisions;
  @Autowired private Counties counties;

  private static <T> T in(CountyCode county, Supplier<T> work) {
    return CurrentActor.as(Actor.platform(county), work);
  }

  @Test
  void theFiveCountiesAreFoundedFromTheDataFiles() throws SQLException {
    List<String> five = List.of("140602", "310120", "320723", "350602", "530426");

    assertThat(counties.all()).extracting(CountyCode::value).containsAll(five);
    Map<String, Long> expected =
        Map.of(
            "organisation.division", 63L,
            "organisation.department", 143L,
            "powers.item", 355L,
            "powers.tier", 425L,
            "powers.basis", 355L + 47L,
            "powers.holding", 1826L);
    try (Connection owner = TestDatabase.shared().asOwner();
        var ask = owner.createStatement()) {
      for (var table : expected.entrySet()) {
        boolean national = !table.getKey().matches("organisation.*|powers.holding");
        try (var rows =
            ask.executeQuery(
                "select count(*) from "
                    + table.getKey()
                    + (national ? "" : " where county in ('" + String.join("','", five) + "')"))) {
          rows.next();
          assertThat(rows.getLong(1)).as(table.getKey()).isEqualTo(table.getValue());
        }
      }
    }
  }

  @Test
  void aStationActsInItsDepartmentsNameAndATeamInItsTownships() {
    Body station = in(COUNTY, () -> bodies.legalBodyOf(new BodyId("530426103-scs")));
    Body team = in(COUNTY, () -> bodies.legalBodyOf(new BodyId("530426103-team")));

    assertThat(station.name()).isEqualTo("县市场监管局");
    assertThat(team.name()).isEqualTo("甸中镇人民政府");
    assertThat(in(COUNTY, () -> bodies.countyGovernment(COUNTY)).name()).isEqualTo("峨山彝族自治县人民政府");
    assertThat(in(COUNTY, () -> bodies.townshipAt(COUNTY, "530426001")).orElseThrow().name())
        .isEqualTo("双江街道办事处");
  }

  @Test
  void whatEnforcesNothingHasNoLegalBody() {
    assertThatThrownBy(() -> in(OTHER, () -> bodies.legalBodyOf(new BodyId("310120503"))))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e ->
                assertThat(e.refusals().getFirst().code()).isEqualTo("organisation.no-legal-body"));
  }

  @Test
  void anotherCountysBodiesAreNotThere() {
    assertThat(in(COUNTY, () -> bodies.of(OTHER))).isEmpty();
    assertThat(in(COUNTY, () -> divisions.of(OTHER))).isEmpty();
    assertThat(in(COUNTY, () -> bodies.find(new BodyId("310120-gov")))).isEmpty();
    assertThat(in(OTHER, () -> bodies.find(new BodyId("310120-gov")))).isPresent();
    assertThatThrownBy(() -> in(COUNTY, () -> bodies.get(new BodyId("310120-gov"))))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void theWallHoldsForThoseWhoGoAroundTheApplication() throws SQLException {
    for (String table :
        List.of(
            "organisation.body",
            "organisation.division",
            "organisation.department",
            "powers.holding")) {
      try (Connection c = TestDatabase.shared().asApplication();
          var sql = c.createStatement()) {
        assertThat(count(sql, table)).as(table + " without a county").isZero();
        c.setAutoCommit(false);
        sql.execute("select set_config('xiezhi.county', '530426', true)");
        assertThat(count(sql, table)).as(table).isPositive();
        assertThat(count(sql, table + " where county <> '530426'")).as(table).isZero();
        assertThat(sql.executeUpdate("delete from " + table + " where county = '310120'")).isZero();
        c.rollback();
      }
    }
  }

  @Test
  void nobodyWritesIntoAnotherCounty() throws SQLException {
    try (Connection c = TestDatabase.shared().asApplication();
        var sql = c.createStatement()) {
      c.setAutoCommit(false);
      sql.execute("select set_config('xiezhi.county', '530426', true)");

      assertThatThrownBy(
              () ->
                  sql.execute(
                      "insert into organisation.body (county, id, name, short_name, kind, function,"
                          + " evidence) values ('310120', '310120-x', 'x', 'x', 'other', '', '')"))
          .hasMessageContaining("row-level security");
      c.rollback();
    }
  }

  private static long count(java.sql.Statement sql, String from) throws SQLException {
    try (var rows = sql.executeQuery("select count(*) from " + from)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void aSecondFoundingChangesNothing() {
    long before = in(COUNTY, () -> bodies.of(COUNTY)).size();
    County county = counties.find(COUNTY).orElseThrow();

    boolean founded = counties.found(new CountyRows(county, List.of(), List.of(), List.of(), null));

    assertThat(founded).isFalse();
    assertThat(in(COUNTY, () -> bodies.of(COUNTY))).hasSize((int) before);
  }

  @Test
  void theOutlineIsPublicGeoJson() {
    assertThat(counties.boundary(COUNTY))
        .hasValueSatisfying(g -> assertThat(g).contains("Polygon"));
  }
}
