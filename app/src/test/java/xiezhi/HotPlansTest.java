package xiezhi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static xiezhi.testing.Plans.copying;
import static xiezhi.testing.Plans.uses;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.correspondence.application.ReadLetters;
import xiezhi.correspondence.application.ReadLetters.Box;
import xiezhi.correspondence.domain.LetterRegister;
import xiezhi.matter.MatterLists;
import xiezhi.matter.Matters;
import xiezhi.obligation.ObligationLists;
import xiezhi.obligation.ObligationLists.Whose;
import xiezhi.obligation.Obligations;
import xiezhi.obligation.domain.ObligationRegister;
import xiezhi.shared.Actor;
import xiezhi.shared.MatterAccess;
import xiezhi.shared.MatterId;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.Plan;
import xiezhi.testing.Plans;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestDatabase;
import xiezhi.testing.Town;
import xiezhi.transfer.application.ReadTransfers;

/**
 * The lists that everybody looks at all day, in a county with twenty thousand matters of three
 * years: each is read from an index in the order it is shown, and only as far as the page goes. The
 * statements are the application's own, heard while it works, and are explained behind the county
 * wall.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HotPlansTest {
  private static final int MATTERS = 20_000;
  private static final int LIMIT = 51;
  private static final String NOW = "2026-06-01T09:00:00+08:00";
  private static final Instant MIDDLE = Instant.parse("2024-12-20T01:00:00Z");

  @Autowired private Town town;
  @Autowired private Plans plans;
  @Autowired private ObligationLists obligationLists;
  @Autowired private Obligations obligations;
  @Autowired private ObligationRegister register;
  @Autowired private MatterLists matterLists;
  @Autowired private Matters matters;
  @Autowired private MatterAccess access;
  @Autowired private ReadTransfers transfers;
  @Autowired private ReadLetters letters;

  @SuppressWarnings("NullAway.Init")
  private Made county;

  @SuppressWarnings("NullAway.Init")
  private MatterId matter;

  /** One real matter and its transfer, copied: so the rows are what the use cases write. */
  @BeforeAll
  void aCountyThatHasWorkedForYears() throws SQLException {
    county = town.like("530426");
    matter = town.judged(county);
    UUID transfer = town.sent(county, matter);
    try (Connection c = TestDatabase.shared().asOwner();
        var s = c.createStatement()) {
      copying(s, county);
      s.execute(
          """
          insert into matter.matter (%5$s)
          select %5$s from (select c.* from matter.matter m, generate_series(1, %2$d) g, lateral jsonb_populate_record(m,
            jsonb_build_object('id', pg_temp.id('7000', g), 'number', 'copy-' || g, 'holder', pg_temp.body(g),
              'registered_at', pg_temp.day(g), 'division', m.division || case when g %% 20 = 0 then '' else 'x' end,
              'stage', case when g %% 50 = 0 then 'registered' else 'not-ours' end,
              'urgent_reason', case when g %% 40 = 0 then '急' end)) c
            where m.county = '%1$s' and m.id = '%3$s') c;

          insert into matter.access
          select '%1$s', b, pg_temp.day(g), pg_temp.id('7000', g), now()
          from generate_series(1, %2$d) g, lateral (values (pg_temp.body(g)), (pg_temp.body(g + 1))) v (b);

          insert into matter.search
          select '%1$s', pg_temp.id('7000', g),
            array_to_tsvector(array['占道', '道堆', '堆放', 'z' || g %% 2000] || matter.marks('%1$s', pg_temp.day(g)))
          from generate_series(1, %2$d) g;

          insert into obligation.obligation
          select c.* from obligation.obligation o,
            generate_series(1, 5 * %2$d) g, lateral jsonb_populate_record(o,
            jsonb_build_object('id', pg_temp.id('7001', g), 'matter', pg_temp.id('7000', 1 + g / 5),
              'duty', case when g %% 90 = 0 then 'handover' else o.duty end,
              'debtor', pg_temp.body(g), 'creditor', pg_temp.body(g + 1),
              'state', case when g %% 10 < 2 then 'open' else 'done' end,
              'ended_at', case when g %% 10 < 2 then null else pg_temp.day(g / 5) end,
              'due_at', pg_temp.day(g / 5), 'due_order', pg_temp.day(g / 5), 'warn_at', pg_temp.day(g / 5 - 300),
              'provisional', g %% 500 = 0, 'warned', g %% 200 > 0, 'told_late', g %% 200 > 0)) c
          where o.county = '%1$s' and o.id = (select id from obligation.obligation where county = '%1$s'
            and matter = '%3$s' and due_at is not null order by id limit 1);

          insert into transfer.transfer
          select c.* from transfer.transfer t, generate_series(1, %2$d) g, lateral jsonb_populate_record(t,
            jsonb_build_object('id', pg_temp.id('7002', g), 'matter', pg_temp.id('7000', g),
              'sender', pg_temp.body(g), 'receiver', pg_temp.body(g + 1), 'prepared_at', pg_temp.day(g),
              'stage', case when g %% 200 = 0 then 'submitted' else 'accepted' end,
              'sent_at', case when g %% 200 = 0 then null else pg_temp.day(g) end)) c
          where t.county = '%1$s' and t.id = '%4$s';

          insert into correspondence.letter
          select c.* from correspondence.letter l, generate_series(1, %2$d) g, lateral jsonb_populate_record(l,
            jsonb_build_object('id', pg_temp.id('7003', g), 'subject', 'transfer:' || pg_temp.id('7002', g),
              'matter', pg_temp.id('7000', g), 'sender', pg_temp.body(g), 'sent_at', pg_temp.day(g),
              'kind', case when g %% 90 = 0 then 'notice' else l.kind end,
              'state', case when g %% 50 = 0 then 'open' else 'closed' end)) c
          where l.county = '%1$s' and l.subject = 'transfer:%4$s';

          insert into correspondence.receipt
          select c.* from correspondence.receipt r, generate_series(1, %2$d) g, lateral jsonb_populate_record(r,
            jsonb_build_object('letter', pg_temp.id('7003', g), 'receiver', pg_temp.body(g + 1),
              'delivered_at', pg_temp.day(g), 'opened_at', case when g %% 50 = 0 then null else pg_temp.day(g) end,
              'kind', case when g %% 90 = 0 then 'notice' else r.kind end,
              'state', case when g %% 50 = 0 then 'open' else 'closed' end)) c
          where r.county = '%1$s' and r.letter = (select id from correspondence.letter
            where county = '%1$s' and subject = 'transfer:%4$s');

          insert into correspondence.search
          select '%1$s', pg_temp.id('7003', g), array_to_tsvector(array['占道', '道堆', '堆放', 'z' || g %% 2000])
          from generate_series(1, %2$d) g;

          select gin_clean_pending_list('matter.search_words');
          select gin_clean_pending_list('correspondence.search_words');
          analyze correspondence.letter, correspondence.receipt, correspondence.search, matter.matter, matter.access, matter.search, obligation.obligation, transfer.transfer
          """
              .formatted(
                  county.code(),
                  MATTERS,
                  matter,
                  transfer,
                  TestDatabase.columns(c, "matter.matter")));
      // as the server does by itself in time: only then an index alone can answer
      s.execute("vacuum obligation.obligation");
    }
  }

  /** Other tests sweep whatever is overdue, in any county. */
  @AfterAll
  void nobodyElseMeetsIt() throws SQLException {
    Plans.forget(
        county,
        List.of(
            "matter.matter",
            "matter.access",
            "matter.search",
            "obligation.obligation",
            "transfer.transfer",
            "correspondence.letter",
            "correspondence.receipt",
            "correspondence.search"));
  }

  private Actor team() {
    return Town.actor(county, "t1.team", Role.OFFICER);
  }

  private Actor signer() {
    return Town.actor(county, "t1", Role.SIGNER);
  }

  private Actor coordinator() {
    return Town.actor(county, "gov", Role.COORDINATOR);
  }

  private Plan plan(Actor actor, String table, Runnable work) {
    return plans.of(actor, NOW, table, work);
  }

  private Runnable owed(
      Whose whose, @Nullable String duty, boolean open, boolean overdue, @Nullable Instant after) {
    UUID id = after == null ? null : new UUID(0, 0);
    return () ->
        obligationLists.list(
            new ObligationLists.Query(whose, duty, open, overdue, after, id, LIMIT));
  }

  @Test
  void theWorkbenchReadsOnePageForEachBodyOfTheDesk() {
    String table = "obligation.obligation";
    uses(
        plan(team(), table, owed(Whose.OURS, null, true, false, null)),
        2 * LIMIT,
        "obligation_todo");
    uses(
        plan(team(), table, owed(Whose.OURS, null, true, true, MIDDLE)),
        2 * LIMIT,
        "obligation_todo");
    uses(
        plan(team(), table, owed(Whose.OWED_TO_US, null, true, false, MIDDLE)),
        2 * LIMIT,
        "obligation_owed");
    uses(
        plan(team(), table, owed(Whose.OURS, null, false, false, MIDDLE)),
        2 * LIMIT,
        "obligation_ended");
    uses(
        plan(team(), table, owed(Whose.OWED_TO_US, null, false, false, null)),
        2 * LIMIT,
        "obligation_ended_owed");
  }

  @Test
  void theWholeCountysObligationsAreReadByThePage() {
    String table = "obligation.obligation";
    uses(
        plan(coordinator(), table, owed(Whose.COUNTY, null, true, false, MIDDLE)),
        LIMIT,
        "obligation_open");
    uses(
        plan(coordinator(), table, owed(Whose.COUNTY, "handover", true, false, null)),
        LIMIT,
        "obligation_of_duty");
    uses(
        plan(coordinator(), table, owed(Whose.COUNTY, null, false, false, MIDDLE)),
        LIMIT,
        "obligation_ended_all");
  }

  @Test
  void countingStopsAtAThousandForEachBodyAndLooksAtNoRow() {
    String table = "obligation.obligation";
    Plan ours = plan(team(), table, () -> obligationLists.counts(Whose.OURS));
    Plan all = plan(coordinator(), table, () -> obligationLists.counts(Whose.COUNTY));

    uses(ours, 2_000, "obligation_todo");
    uses(all, 1_000, "obligation_open");
    assertThat(ours.indexesAlone()).containsExactly("obligation_todo");
    assertThat(all.indexesAlone()).containsExactly("obligation_open");
  }

  @Test
  void sweepsReadOnlyWhatWaitsForThem() {
    String table = "obligation.obligation";
    Instant now = Instant.parse("2026-06-01T01:00:00Z");
    int batch = 100;
    uses(
        plan(team(), table, () -> register.claimToWarn(county.code(), now, batch)),
        2L * batch,
        "obligation_to_warn");
    uses(
        plan(team(), table, () -> register.claimLate(county.code(), now, batch)),
        2L * batch,
        "obligation_to_tell");
    uses(
        plan(team(), table, () -> register.provisional(county.code(), "", null, 20)),
        20,
        "obligation_provisional");
  }

  @Test
  void aMattersPageReadsWhatHangsOnIt() {
    MatterId copied = new MatterId(copyOf(777));
    Instant now = Instant.parse("2026-06-01T01:00:00Z");
    uses(
        plan(coordinator(), "obligation.obligation", () -> obligations.of(copied, now)),
        10,
        "obligation_matter");
    uses(plan(team(), "matter.access", () -> access.maySee(team(), copied)), 5, "access_matter");
    uses(plan(coordinator(), "matter.matter", () -> matters.get(copied)), 1, "matter_pkey");
    uses(
        plan(coordinator(), "transfer.transfer", () -> transfers.transfers(matters.get(copied))),
        1,
        "transfer_matter");
  }

  @Test
  void theClocksBesideAPageOfMattersAreReadAtOnce() {
    Instant now = Instant.parse("2026-06-01T01:00:00Z");
    List<MatterId> page =
        IntStream.rangeClosed(1, LIMIT).mapToObj(g -> new MatterId(copyOf(g))).toList();
    Plan plan =
        plan(coordinator(), "obligation.obligation", () -> obligations.earliestOf(page, now));

    // five of each matter
    uses(plan, 5 * LIMIT, "obligation_matter");
    assertThat(plan.statements()).hasSize(1);
  }

  @Test
  void theClocksBesideABoxOfTransfersAreReadAtOnce() {
    Plan plan = plan(team(), "obligation.obligation", box(false, false, null, null));

    uses(plan, 2 * LIMIT, "obligation_subject");
    assertThat(plan.statements()).hasSize(1);
  }

  private UUID copyOf(int g) {
    return UUID.fromString(
        "%08x-%04x-7000-8000-%012d"
            .formatted(g >> 16, g & 0xffff, Integer.parseInt(county.code().value())));
  }

  private Runnable list(
      @Nullable String q,
      @Nullable String stage,
      @Nullable String division,
      boolean urgent,
      @Nullable Instant before) {
    UUID id = before == null ? null : new UUID(0, 0);
    return () ->
        matterLists.list(new MatterLists.Query(q, stage, division, urgent, before, id, LIMIT));
  }

  @Test
  void aDesksMattersAreReadFromWhatIsOpenToIt() {
    String table = "matter.access";
    // a row of access and its matter, for each body of the desk
    uses(
        plan(team(), table, list(null, null, null, false, null)),
        4 * LIMIT,
        "access_pkey",
        "matter_pkey");
    uses(
        plan(team(), table, list(null, null, null, false, MIDDLE)),
        4 * LIMIT,
        "access_pkey",
        "matter_pkey");
  }

  @Test
  void theWholeCountysMattersAreReadByThePageUnderEveryFilter() {
    String table = "matter.matter";
    String division = java.util.Objects.requireNonNull(county.bodies().get("t1")).value();
    uses(plan(coordinator(), table, list(null, null, null, false, MIDDLE)), LIMIT, "matter_recent");
    uses(
        plan(coordinator(), table, list(null, "registered", null, false, null)),
        LIMIT,
        "matter_of_stage");
    uses(
        plan(coordinator(), table, list(null, null, division, false, null)),
        LIMIT,
        "matter_of_division");
    uses(plan(coordinator(), table, list(null, null, null, true, MIDDLE)), LIMIT, "matter_urgent");
  }

  @Test
  void aSearchReadsWhatItFinds() {
    uses(
        plan(coordinator(), "matter.search", list("z7", null, null, false, null)),
        30,
        "search_words");
    uses(plan(team(), "matter.search", list("z7", null, null, false, null)), 200, "search_words");
  }

  /** Every one of the twenty thousand holds the word; some weeks of them are looked through. */
  @Test
  void aCommonWordIsLookedForInTheNewestOnly() {
    int window = 21 * 24 * 60 / 77;
    uses(
        plan(coordinator(), "matter.search", list("占道", null, null, false, null)),
        2L * window,
        "search_words");
    uses(
        plan(coordinator(), "matter.search", list("占道", null, null, false, MIDDLE)),
        2L * window,
        "search_words");
    // what is found, who may see it, and those matters
    uses(
        plan(team(), "matter.search", list("占道", null, null, false, null)),
        3L * window,
        "search_words");
  }

  @Test
  void theBoxesAreReadByThePage() {
    String table = "transfer.transfer";
    uses(plan(team(), table, box(true, false, null, MIDDLE)), 2 * LIMIT + 5, "transfer_in");
    uses(plan(team(), table, box(false, false, null, null)), 2 * LIMIT, "transfer_out");
    uses(plan(team(), table, box(true, false, "returned", null)), 2 * LIMIT, "transfer_in_stage");
    uses(
        plan(team(), table, box(false, false, "submitted", null)), 2 * LIMIT, "transfer_out_stage");
    uses(plan(coordinator(), table, box(false, true, null, null)), LIMIT, "transfer_recent");
    uses(plan(signer(), table, () -> transfers.toSign()), LIMIT, "transfer_out_stage");
  }

  private Runnable box(
      boolean incoming, boolean whole, @Nullable String stage, @Nullable Instant before) {
    UUID id = before == null ? null : new UUID(0, 0);
    return () ->
        transfers.box(new ReadTransfers.BoxQuery(incoming, whole, stage, before, id, LIMIT));
  }

  private Runnable letters(
      Box box,
      @Nullable String kind,
      @Nullable String state,
      boolean unread,
      @Nullable Instant before) {
    UUID id = before == null ? null : new UUID(0, 0);
    return () ->
        letters.box(
            new ReadLetters.Query(
                box, new LetterRegister.Query(kind, state, unread, null, before, id, LIMIT)));
  }

  @Test
  void theInboxIsReadByThePage() {
    String table = "correspondence.receipt";
    // what is in the box, and of the letters on the page how many have looked
    long page = 3L * LIMIT + 5;
    uses(plan(team(), table, letters(Box.IN, null, null, false, MIDDLE)), page, "receipt_in");
    uses(plan(team(), table, letters(Box.IN, null, "open", false, null)), page, "receipt_in_state");
    uses(
        plan(team(), table, letters(Box.IN, "notice", null, false, null)), page, "receipt_in_kind");
    uses(plan(team(), table, letters(Box.IN, null, null, true, MIDDLE)), page, "receipt_unread");
    uses(
        plan(team(), "correspondence.letter", letters(Box.IN, null, null, false, MIDDLE)),
        LIMIT,
        "letter_pkey");
    uses(
        plan(team(), "obligation.obligation", letters(Box.IN, null, null, false, MIDDLE)),
        2 * LIMIT,
        "obligation_subject");
  }

  @Test
  void theOutboxAndTheCountysLettersAreReadByThePage() {
    String table = "correspondence.letter";
    uses(plan(team(), table, letters(Box.OUT, null, null, false, null)), 2 * LIMIT, "letter_out");
    uses(
        plan(team(), table, letters(Box.OUT, null, "open", false, null)),
        2 * LIMIT,
        "letter_out_state");
    uses(
        plan(team(), table, letters(Box.OUT, "notice", null, false, null)),
        2 * LIMIT,
        "letter_out_kind");
    uses(
        plan(coordinator(), table, letters(Box.COUNTY, null, null, false, MIDDLE)),
        LIMIT,
        "letter_recent");
    uses(
        plan(coordinator(), table, () -> letters.ofMatter(new MatterId(copyOf(777)))),
        5,
        "letter_matter");
  }

  @Test
  void aSubjectWithoutAMatterReadsWhatHangsOnIt() {
    Instant now = Instant.parse("2026-06-01T01:00:00Z");
    uses(
        plan(coordinator(), "obligation.obligation", () -> obligations.of("meeting:1", now)),
        5,
        "obligation_without_matter");
  }

  /** A guard must be seen to fail. */
  @Test
  void withoutItsIndexAListIsFoundOut() {
    Runnable workbench = owed(Whose.OURS, null, true, false, null);
    Plan plan =
        plans.of(
            team(),
            NOW,
            "obligation.obligation",
            "drop index obligation.obligation_todo, obligation.obligation_open",
            workbench);

    assertThatThrownBy(() -> uses(plan, 2 * LIMIT, "obligation_todo"))
        .isInstanceOf(AssertionError.class);
    assertThat(plan.indexes()).doesNotContain("obligation_todo");
    assertThat(plan.rowsSorted()).isGreaterThan(1_000);
    assertThat(plan.statements()).hasSize(1);
  }
}
