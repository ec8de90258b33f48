package xiezhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static xiezhi.testing.Plans.copying;
import static xiezhi.testing.Plans.uses;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.intake.application.FindSimilar;
import xiezhi.intake.application.Grievance;
import xiezhi.intake.application.ReadComplaints;
import xiezhi.intake.application.ReceiveComplaint;
import xiezhi.shared.Actor;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.Plan;
import xiezhi.testing.Plans;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestDatabase;
import xiezhi.testing.Town;

/**
 * Complaints of three years: what a desk, the public and the search for duplicates read of them.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintPlansTest {
  private static final int COMPLAINTS = 20_000;
  private static final int LIMIT = 51;
  private static final String NOW = "2026-06-01T09:00:00+08:00";
  private static final Instant MIDDLE = Instant.parse("2024-12-20T01:00:00Z");
  private static final String TABLE = "intake.complaint";

  @Autowired private Town town;
  @Autowired private Plans plans;
  @Autowired private ReceiveComplaint receiving;
  @Autowired private ReadComplaints reading;
  @Autowired private FindSimilar similar;
  @Autowired private PublicReports portal;

  @SuppressWarnings("NullAway.Init")
  private Made county;

  private String copied = "";

  /** One real complaint, copied: so the rows are what the use cases write. */
  @BeforeAll
  void aCountyThatHasListenedForYears() throws SQLException {
    county = town.like("530426");
    UUID id =
        town.as(
            team(),
            "2026-03-02T09:00:00+08:00",
            () ->
                receiving
                    .register(
                        new Grievance(
                            Town.lead(division()),
                            "phone",
                            null,
                            false,
                            null,
                            null,
                            new Grievance.Complainant(false, "李举报", "13900001234", null, null)))
                    .id());
    copied = county.code() + "-0000-0007-00";
    try (Connection c = TestDatabase.shared().asOwner();
        var s = c.createStatement()) {
      copying(s, county);
      s.execute(
          """
          insert into matter.matter (%4$s)
          select %4$s from (select c.* from matter.matter m, generate_series(1, %2$d) g, lateral jsonb_populate_record(m,
            jsonb_build_object('id', pg_temp.id('7000', g), 'number', 'copy-' || g, 'holder', pg_temp.body(g),
              'registered_at', pg_temp.day(g), 'lng', 102.2 + g %% 500 / 1000.0, 'lat', 24 + g %% 491 / 1000.0)) c
            where m.county = '%1$s' and m.id = (select matter from intake.complaint where county = '%1$s' and id = '%3$s')) c;

          insert into intake.complaint
          select c.* from intake.complaint o, generate_series(1, %2$d) g, lateral jsonb_populate_record(o,
            jsonb_build_object('id', pg_temp.id('7001', g), 'matter', pg_temp.id('7000', g), 'received_at', pg_temp.day(g),
              'code', '%1$s-' || lpad((g / 10000)::text, 4, '0') || '-' || lpad((g %% 10000)::text, 4, '0') || '-00',
              'answerable', pg_temp.body(g), 'first_receiver', pg_temp.body(g + 1),
              'going_to', case when g %% 100 = 0 then pg_temp.body(g + 2) end,
              'stage', case when g %% 50 = 0 then 'received' else 'accepted' end)) c
          where o.county = '%1$s' and o.id = '%3$s';

          insert into intake.step
          select '%1$s', pg_temp.id('7001', g), pg_temp.id('701' || k, g), pg_temp.day(g), 'complaint.received', pg_temp.body(g), '', ''
          from generate_series(1, %2$d) g, generate_series(1, 3) k;

          analyze matter.matter, intake.complaint, intake.step
          """
              .formatted(county.code(), COMPLAINTS, id, TestDatabase.columns(c, "matter.matter")));
    }
  }

  @AfterAll
  void nobodyElseMeetsIt() throws SQLException {
    Plans.forget(county, List.of("intake.step", TABLE, "matter.matter"));
  }

  private String division() {
    return Objects.requireNonNull(county.bodies().get("t1")).value();
  }

  private Actor team() {
    return Town.actor(county, "t1.team", Role.OFFICER);
  }

  private Actor coordinator() {
    return Town.actor(county, "gov", Role.COORDINATOR);
  }

  private Plan plan(Actor actor, String table, Runnable work) {
    return plans.of(actor, NOW, table, work);
  }

  private Runnable list(String whose, @Nullable String stage, @Nullable Instant before) {
    UUID id = before == null ? null : new UUID(0, 0);
    return () -> reading.list(whose, stage, null, null, before, id, LIMIT);
  }

  @Test
  void aDeskReadsOnePageForEachOfItsBodies() {
    uses(plan(team(), TABLE, list("answerable", null, MIDDLE)), 2 * LIMIT, "complaint_answerable");
    uses(
        plan(team(), TABLE, list("answerable", "received", null)),
        2 * LIMIT,
        "complaint_answerable_stage");
    uses(plan(team(), TABLE, list("followed", null, null)), 2 * LIMIT, "complaint_first");
    uses(plan(team(), TABLE, list("arriving", null, null)), 2 * LIMIT, "complaint_going_to");
  }

  @Test
  void theCountyIsReadByThePage() {
    uses(plan(coordinator(), TABLE, list("county", null, MIDDLE)), LIMIT, "complaint_recent");
    uses(plan(coordinator(), TABLE, list("county", "received", null)), LIMIT, "complaint_stage");
  }

  @Test
  void aCodeFindsOneReportAndItsSteps() {
    Actor nobody = Actor.publicIn(county.code());
    uses(plan(nobody, TABLE, () -> portal.track(copied)), 2, "complaint_county_code_key");
    uses(plan(nobody, "intake.step", () -> portal.track(copied)), 3, "step_pkey");
  }

  @Test
  void whatLiesNearIsReadFromItsSquaresOfTheLastMonths() {
    var telling =
        new FindSimilar.Telling(
            division(), new BigDecimal("102.401"), new BigDecimal("24.171"), "占道堆放", List.of());
    // of twenty thousand in half a degree squared: those of nine squares and ninety days
    uses(plan(team(), "matter.matter", () -> similar.find(telling)), 200, "matter_near");
    uses(
        plan(
            Actor.publicIn(county.code()),
            "matter.matter",
            () -> portal.nearby(new BigDecimal("102.401"), new BigDecimal("24.171"), null)),
        200,
        "matter_near");
  }

  /** A guard must be seen to fail. */
  @Test
  void withoutItsIndexAListIsFoundOut() {
    Plan plan =
        plans.of(
            team(),
            NOW,
            TABLE,
            "drop index intake.complaint_answerable, intake.complaint_recent",
            list("answerable", null, null));

    assertThatThrownBy(() -> uses(plan, 2 * LIMIT, "complaint_answerable"))
        .isInstanceOf(AssertionError.class);
    assertThat(plan.rowsSorted()).isGreaterThan(1_000);
  }
}
