package xiezhi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static xiezhi.testing.Plans.copying;
import static xiezhi.testing.Plans.uses;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.command.application.FillSeats;
import xiezhi.command.application.IssueOrders;
import xiezhi.command.application.KeepCommandContacts;
import xiezhi.command.application.KeepProblems;
import xiezhi.command.application.KeepRoster;
import xiezhi.command.application.ReportUpward;
import xiezhi.command.application.ViewCommand;
import xiezhi.command.application.WorkOnOrders;
import xiezhi.command.application.WorkOnOrders.Whose;
import xiezhi.command.domain.Order;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.Plan;
import xiezhi.testing.Plans;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestDatabase;
import xiezhi.testing.Town;

/**
 * Orders, problems and reports of three years, one in a hundred still open: what a desk, a person,
 * a post and the whole county read of them.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandPlansTest {
  private static final int ROWS = 20_000;
  private static final int LIMIT = 51;
  private static final String NOW = "2026-06-01T09:00:00+08:00";
  private static final String ORDER = "command.order_";
  private static final String PROBLEM = "command.problem";
  private static final String REPORT = "command.report";

  @Autowired private Town town;
  @Autowired private Plans plans;
  @Autowired private FillSeats seats;
  @Autowired private IssueOrders issuing;
  @Autowired private WorkOnOrders orders;
  @Autowired private ViewCommand views;
  @Autowired private KeepProblems problems;
  @Autowired private KeepRoster roster;
  @Autowired private ReportUpward reports;
  @Autowired private KeepCommandContacts contacts;

  @SuppressWarnings("NullAway.Init")
  private Made county;

  private String post = "";

  @SuppressWarnings("NullAway.Init")
  private MatterId matter;

  @SuppressWarnings("NullAway.Init")
  private Actor convener;

  /** One real row of each, copied: so the rows are what the use cases write. */
  @BeforeAll
  void aCountyThatHasCommandedForYears() throws SQLException {
    county = town.like("530426");
    matter = town.judged(county);
    BodyId township = body("t1");
    post = "command-platform@" + township.value();
    String at = "2026-03-02T09:00:00+08:00";
    Actor signer = Town.actor(county, "t1", Role.SIGNER);
    FillSeats.Candidate chosen =
        town.as(signer, at, () -> seats.one(post).places().getFirst().candidates().getFirst());
    town.as(signer, at, () -> seats.fill(post, "head", chosen.account()));
    convener =
        new Actor(
            new AccountId(chosen.account()),
            chosen.name(),
            county.code(),
            township,
            Set.of(Role.SIGNER));
    town.as(
        convener,
        at,
        () ->
            issuing.issue(
                new IssueOrders.Issuing(
                    post,
                    Order.Kind.TASK,
                    List.of(new IssueOrders.To(body("t1.team"), null)),
                    "清理占道",
                    "清理占道经营",
                    "集镇",
                    null,
                    null,
                    Instant.parse("2026-03-02T09:00:00Z"),
                    List.of(),
                    null,
                    false)));
    town.as(
        convener,
        at,
        () ->
            problems.register(
                new KeepProblems.Registering(
                    post, "回流", "清理后回流", body("t1.team"), LocalDate.of(2026, 3, 31), null)));
    town.as(
        convener,
        at,
        () -> reports.tell(new ReportUpward.Telling(body("gov"), null, null, "疏导点", "需要设置疏导点")));
    town.as(
        convener,
        at,
        () -> roster.list(new KeepRoster.Listing(post, township, null, "执法车一号", "云执 001")));
    town.as(convener, at, () -> contacts.name("上级执法部门", "州局", "赵科长", "", ""));
    copy();
  }

  private void copy() throws SQLException {
    try (Connection c = TestDatabase.shared().asOwner();
        var s = c.createStatement()) {
      copying(s, county);
      s.execute(
          """
          insert into command.order_
          select c.* from command.order_ o, generate_series(1, %2$d) g, lateral jsonb_populate_record(o,
            jsonb_build_object('id', pg_temp.id('7001', g), 'dispatch', pg_temp.id('7002', g / 3),
              'commander', pg_temp.body(g + 1), 'body', pg_temp.body(g),
              'account', case when g %% 20 = 0 then null when g %% 11 = 0 then '%3$s' else 'officer-' || g %% 200 end,
              'issued_at', pg_temp.day(g), 'starts_at', pg_temp.day(g), 'due_at', pg_temp.day(g) + interval '1 hour',
              'stage', case when g %% 97 = 0 then 'issued' else 'completed' end,
              'ended_at', case when g %% 97 = 0 then null else pg_temp.day(g) end)) c
          where o.county = '%1$s';

          insert into command.problem
          select c.* from command.problem p, generate_series(1, %2$d) g, lateral jsonb_populate_record(p,
            jsonb_build_object('id', pg_temp.id('7003', g), 'commander', pg_temp.body(g + 1), 'owner', pg_temp.body(g),
              'stage', case when g %% 97 = 0 then 'open' else 'solved' end)) c
          where p.county = '%1$s';

          insert into command.report
          select c.* from command.report r, generate_series(1, %2$d) g, lateral jsonb_populate_record(r,
            jsonb_build_object('id', pg_temp.id('7004', g), 'sender', pg_temp.body(g), 'receiver', pg_temp.body(g + 1),
              'matter', pg_temp.id('7000', g))) c
          where r.county = '%1$s';

          insert into command.listed
          select c.* from command.listed l, generate_series(1, %2$d) g, lateral jsonb_populate_record(l,
            jsonb_build_object('id', pg_temp.id('7005', g), 'post', 'post-' || g %% 40, 'name', '装备' || g,
              'removed_at', case when g %% 97 = 0 then null else pg_temp.day(g) end)) c
          where l.county = '%1$s';

          insert into command.contact
          select c.* from command.contact k, generate_series(1, 2000) g, lateral jsonb_populate_record(k,
            jsonb_build_object('id', pg_temp.id('7006', g), 'name', '联络人' || g, 'removed', g %% 20 > 0)) c
          where k.county = '%1$s';

          insert into command.mark (county, matter, trigger, words, at, account, name, id)
          select '%1$s', pg_temp.id('7000', g), '重大复杂', '数量大', pg_temp.day(g), 'x', 'x', pg_temp.id('7007', g)
          from generate_series(1, 2000) g;

          analyze command.order_, command.problem, command.report, command.listed, command.contact, command.mark
          """
              .formatted(county.code(), ROWS, team().account().value()));
      // as the server does by itself in time: only then an index alone can answer
      s.execute("vacuum command.order_");
    }
  }

  @AfterAll
  void nobodyElseMeetsIt() throws SQLException {
    Plans.forget(
        county,
        List.of(ORDER, PROBLEM, REPORT, "command.listed", "command.contact", "command.mark"));
  }

  private BodyId body(String key) {
    return Objects.requireNonNull(county.bodies().get(key), key);
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

  private UUID copyOf(String kind, int g) {
    return UUID.fromString(
        "%08x-%04x-%s-8000-%012d"
            .formatted(g >> 16, g & 0xffff, kind, Integer.parseInt(county.code().value())));
  }

  @Test
  void aDesksOrdersAreReadByThePageForEachBodyAndSide() {
    // both sides of both bodies of the desk, and the page itself
    uses(
        plan(team(), ORDER, () -> orders.list(Whose.DESK, false, null, LIMIT)),
        5 * LIMIT,
        "order_body",
        "order_commander");
    uses(
        plan(team(), ORDER, () -> orders.list(Whose.DESK, false, copyOf("7001", ROWS / 2), LIMIT)),
        5 * LIMIT,
        "order_body",
        "order_commander");
    uses(
        plan(team(), ORDER, () -> orders.list(Whose.DESK, true, null, LIMIT)),
        5 * LIMIT,
        "order_open",
        "order_open_commander");
  }

  @Test
  void aPersonsOrdersAreTheirOwnAndThoseWithoutAName() {
    uses(
        plan(team(), ORDER, () -> orders.list(Whose.MINE, false, null, LIMIT)),
        4 * LIMIT,
        "order_account",
        "order_unnamed");
    uses(
        plan(team(), ORDER, () -> orders.list(Whose.MINE, true, null, LIMIT)),
        4 * LIMIT,
        "order_open_account");
  }

  @Test
  void theCountysOrdersAreReadByThePage() {
    uses(
        plan(coordinator(), ORDER, () -> orders.list(Whose.COUNTY, false, null, LIMIT)),
        LIMIT,
        "order__pkey");
    uses(
        plan(coordinator(), ORDER, () -> orders.list(Whose.COUNTY, true, null, LIMIT)),
        LIMIT,
        "order_open_recent");
    uses(
        plan(coordinator(), ORDER, () -> orders.dispatch(copyOf("7002", 777))),
        3,
        "order_dispatch");
  }

  /** Of twenty thousand: what is open at its bodies, ninety days, and fifty of the newest. */
  @Test
  void theCommandViewReadsWhatIsOpenAndTheLastNinetyDays() {
    Plan plan = plan(coordinator(), ORDER, () -> views.of(post));

    uses(plan, 1_200, "order_open", "order_issued", "order_commander");
    assertThat(plan.indexesAlone()).contains("order_issued");
  }

  @Test
  void whoIsBookedIsReadFromWhatIsOpen() {
    Instant from = Instant.parse("2026-06-01T01:00:00Z");
    uses(
        plan(convener, ORDER, () -> roster.candidates(post, from, from.plusSeconds(3_600))),
        ROWS / 97 * 2,
        "order_open");
  }

  @Test
  void problemsAreReadByThePage() {
    uses(
        plan(team(), PROBLEM, () -> problems.list(false, false, null, LIMIT)),
        5 * LIMIT,
        "problem_owner",
        "problem_commander");
    uses(
        plan(team(), PROBLEM, () -> problems.list(false, true, null, LIMIT)),
        5 * LIMIT,
        "problem_open_owner",
        "problem_open_commander");
    uses(
        plan(coordinator(), PROBLEM, () -> problems.list(true, true, null, LIMIT)),
        LIMIT,
        "problem_open_recent");
  }

  @Test
  void reportsAreReadByThePage() {
    uses(
        plan(team(), REPORT, () -> reports.list(false, null, LIMIT)),
        5 * LIMIT,
        "report_sender",
        "report_receiver");
    uses(plan(coordinator(), REPORT, () -> reports.list(true, null, LIMIT)), LIMIT, "report_pkey");
    uses(plan(team(), REPORT, () -> reports.area(matter)), 2, "report_matter");
    uses(plan(team(), "command.mark", () -> reports.area(matter)), 1, "mark_standing");
  }

  @Test
  void aRosterAndTheContactsAreReadWithoutWhatWasTakenOff() {
    uses(
        plan(coordinator(), "command.listed", () -> roster.roster("post-7")),
        ROWS / 97,
        "listed_post");
    uses(plan(coordinator(), "command.contact", () -> contacts.directory()), 110, "contact_kind");
  }

  /** A guard must be seen to fail. */
  @Test
  void withoutItsIndexAListIsFoundOut() {
    Plan plan =
        plans.of(
            team(),
            NOW,
            ORDER,
            "drop index command.order_open, command.order_body, command.order_unnamed,"
                + " command.order_issued",
            () -> orders.list(Whose.DESK, true, null, LIMIT));

    assertThatThrownBy(() -> uses(plan, 5 * LIMIT, "order_open"))
        .isInstanceOf(AssertionError.class);
  }
}
