package xiezhi.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static xiezhi.calendar.Days.at;
import static xiezhi.calendar.Days.day;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.calendar.CalendarChanged;
import xiezhi.calendar.CountyZones;
import xiezhi.calendar.DayMark.Kind;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.TimeLimit.Unit;
import xiezhi.calendar.WorkingCalendar;
import xiezhi.calendar.domain.CalendarRefusal;
import xiezhi.calendar.domain.Notices;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.testclock.MovableClock;
import xiezhi.testing.Overheard;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestCounty;
import xiezhi.testing.TestDatabase;

/** The calendar as it is kept: taken in once, added to by the county, known in time. */
@PlatformTest
class StoredCalendarsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final String FESTIVAL =
      """
      format: 1
      level: local
      notices:
        - id: new-rice
          year: 2026
          title: 县人民政府关于新米节放假的通知
          dated: 2026-09-01
          evidence: VERIFIED
          holidays:
            新米节: 2026-12-03
      """;

  @Autowired StoredCalendars calendars;
  @Autowired ImportCalendarYear importer;
  @Autowired TakeShippedCalendars shipped;
  @Autowired Notices notices;
  @Autowired MovableClock clock;
  @Autowired PlatformTransactionManager transactions;
  @Autowired ObjectProvider<CountyZones> zones;
  @Autowired Overheard overheard;

  private final CountyCode county = TestCounty.fresh().code();
  private final CountyCode other = TestCounty.fresh().code();

  private Actor administrator() {
    return new Actor(
        new AccountId("admin"),
        "管理员",
        county,
        new BodyId(county + "-G"),
        Set.of(Role.ADMINISTRATOR));
  }

  private String importYear(int year, String file) {
    return clock.at(
        NOW, () -> CurrentActor.as(administrator(), () -> importer.importYear(year, file)));
  }

  private static List<String> codes(Throwable refused) {
    return ((RefusedException) refused).refusals().stream().map(Refusal::code).toList();
  }

  @Test
  void theShippedCalendarIsThereAndTakenInOnlyOnce() {
    assertThat(calendars.of(county).version())
        .isEqualTo(xiezhi.calendar.Calendars.national().version());
    int before = notices.national().size();

    shipped.afterSingletonsInstantiated();

    assertThat(notices.national()).hasSize(before).hasSize(10);
  }

  @Test
  void countiesThatAddedNothingShareOneCalendar() {
    assertThat(calendars.of(county)).isSameAs(calendars.of(other));
  }

  @Test
  void aShippedCountyFileIsThatCountysOnly() {
    CountyCode withFile = CalendarFiles.counties().getFirst();

    assertThat(notices.of(withFile)).hasSize(3);
    assertThat(calendars.of(withFile).mark(day("Thu 2026-08-06")).kind())
        .isEqualTo(Kind.LOCAL_HOLIDAY);
    assertThat(calendars.of(county).mark(day("Thu 2026-08-06")).kind()).isEqualTo(Kind.WORKDAY);
  }

  @Test
  void publishingAYearMakesItsDatesFirmForThatCounty() {
    TimeLimit limit = TimeLimit.of(3, Unit.WORKING_DAY);
    Instant start = at("Wed 2026-12-30 09:00");
    assertThat(calendars.of(county).explain(start, limit, List.of()).provisional()).isTrue();
    String before = calendars.of(county).version();

    String version = importYear(2027, NoticeReaderTest.NOTICE_2027);

    WorkingCalendar after = calendars.of(county);
    assertThat(after.version()).isEqualTo(version).isNotEqualTo(before);
    assertThat(after.isPublished(2027)).isTrue();
    assertThat(after.explain(start, limit, List.of()).provisional()).isFalse();
    assertThat(after.mark(day("Sun 2027-02-14")).kind()).isEqualTo(Kind.MAKE_UP_WORKDAY);
    assertThat(calendars.of(other).isPublished(2027)).as("another county's calendar").isFalse();
  }

  @Test
  void listenersAreToldInsideTheTransactionAndSeeTheNewCalendar() {
    List<CalendarChanged> told = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    Consumer<CalendarChanged> listener =
        changed -> {
          told.add(changed);
          seen.add(calendars.of(changed.county()).version());
          assertThat(CurrentActor.get().county()).isEqualTo(county);
        };

    List<String> version = new ArrayList<>();
    overheard.by(CalendarChanged.class, listener, () -> version.add(importYear(2026, FESTIVAL)));

    assertThat(told)
        .containsExactly(
            new CalendarChanged(county, new TreeSet<>(List.of(2026)), version.getFirst()));
    assertThat(seen).isEqualTo(version);
  }

  @Test
  void nobodyElseSeesTheCalendarBeforeTheCommitAndNobodyAfterARollback() throws Exception {
    String before = calendars.of(county).version();
    List<String> elsewhere = Collections.synchronizedList(new ArrayList<>());
    Consumer<CalendarChanged> listener =
        _ -> {
          Thread beside = new Thread(() -> elsewhere.add(calendars.of(county).version()));
          beside.start();
          try {
            beside.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          throw new IllegalStateException("a listener fails");
        };

    assertThatThrownBy(
            () -> overheard.by(CalendarChanged.class, listener, () -> importYear(2026, FESTIVAL)))
        .hasMessage("a listener fails");

    assertThat(elsewhere).containsExactly(before);
    assertThat(calendars.of(county).version()).isEqualTo(before);
    assertThat(notices.of(county)).isEmpty();
  }

  @Test
  void onAnyFaultNothingChangesAndAllAreTold() {
    String bad =
        FESTIVAL.replace("2026-12-03", "[2026-12-03, 2027-12-03]").replace("2026-09-01", "soon");

    assertThatThrownBy(() -> importYear(2026, bad))
        .satisfies(
            e ->
                assertThat(codes(e))
                    .containsExactlyInAnyOrder("calendar.wrong-date", "calendar.wrong-year"));
    assertThat(notices.of(county)).isEmpty();

    assertThatThrownBy(() -> importYear(2025, FESTIVAL.replace("2026-09-01", "2026-11-22")))
        .satisfies(
            e ->
                assertThat(codes(e))
                    .containsExactly("calendar.wrong-year", "calendar.dated-in-future"))
        .hasMessageContaining("Line 4, notices[0].year");
    assertThatThrownBy(() -> importYear(2026, FESTIVAL + "#".repeat(100_000)))
        .satisfies(e -> assertThat(codes(e)).containsExactly("calendar.file-too-large"));
  }

  @Test
  void onlyACountyAdministratorImports() {
    Actor clerk =
        new Actor(new AccountId("c"), "内勤", county, new BodyId(county + "-G"), Set.of(Role.CLERK));

    assertThatThrownBy(() -> CurrentActor.as(clerk, () -> importer.importYear(2026, FESTIVAL)))
        .satisfies(
            e -> assertThat(codes(e)).containsExactly(CalendarRefusal.NOT_ADMINISTRATOR.code()));
  }

  @Test
  void theSameFileTwiceIsRefusedAndACorrectionReplacesTheFirst() {
    importYear(2026, FESTIVAL);
    assertThatThrownBy(() -> importYear(2026, FESTIVAL))
        .satisfies(e -> assertThat(codes(e)).containsExactly("calendar.unchanged"));

    importYear(2026, FESTIVAL.replace("2026-12-03", "2026-12-04"));

    assertThat(calendars.of(county).isWorkingDay(day("Thu 2026-12-03"))).isTrue();
    assertThat(calendars.of(county).isWorkingDay(day("Fri 2026-12-04"))).isFalse();
    assertThat(notices.of(county)).as("both transcriptions stay").hasSize(2);
  }

  /** 国办发明电〔2019〕3号 of 22 March 2019 moved the days around 1 May; before, nobody could know. */
  @Test
  void whatWasKnownThenCanBeFoundAgain() {
    WorkingCalendar early = calendars.asKnownAt(county, at("Thu 2019-03-21 12:00"));
    WorkingCalendar late = calendars.asKnownAt(county, at("Fri 2019-03-22 12:00"));
    TimeLimit limit = TimeLimit.of(3, Unit.WORKING_DAY);
    Instant start = at("Tue 2019-04-30 09:00");

    assertThat(early.explain(start, limit, List.of()).lastDay()).isEqualTo(day("Mon 2019-05-06"));
    assertThat(late.explain(start, limit, List.of()).lastDay()).isEqualTo(day("Tue 2019-05-07"));
    assertThat(early.isPublished(2020)).isFalse();
    assertThat(
            calendars
                .asKnownAt(county, at("Fri 2020-01-24 12:00"))
                .isWorkingDay(day("Sat 2020-02-01")))
        .as("made up, before the holiday of 2020 was extended")
        .isTrue();
    assertThat(calendars.of(county).isWorkingDay(day("Sat 2020-02-01"))).isFalse();
  }

  @Test
  void whatTheCountyAddedIsKnownFromThenOn() {
    importYear(2026, FESTIVAL);

    assertThat(calendars.asKnownAt(county, NOW.minusSeconds(1)).isWorkingDay(day("Thu 2026-12-03")))
        .isTrue();
    assertThat(calendars.asKnownAt(county, NOW).isWorkingDay(day("Thu 2026-12-03"))).isFalse();
  }

  @Test
  void anotherReplicaSeesTheImportWhenItAsksAgain() {
    StoredCalendars eager = new StoredCalendars(notices, zones, Duration.ZERO);
    StoredCalendars lazy = new StoredCalendars(notices, zones, Duration.ofHours(1));
    String before = eager.of(county).version();
    assertThat(eager.of(county)).as("built once").isSameAs(eager.of(county));
    assertThat(lazy.of(county).version()).isEqualTo(before);

    String after = importYear(2026, FESTIVAL);

    assertThat(eager.of(county).version()).isEqualTo(after);
    assertThat(lazy.of(county).version()).as("not asked again yet").isEqualTo(before);
  }

  @Test
  void aCountyCountsInItsOwnZone() {
    CountyZones west = _ -> java.time.ZoneId.of("Asia/Urumqi");
    StoredCalendars there =
        new StoredCalendars(
            notices,
            new ObjectProvider<>() {
              @Override
              public CountyZones getObject() {
                return west;
              }

              @Override
              public java.util.stream.Stream<CountyZones> stream() {
                return java.util.stream.Stream.of(west);
              }
            },
            Duration.ZERO);

    assertThat(there.of(county).zone().getId()).isEqualTo("Asia/Urumqi");
    assertThat(there.of(county).version()).isNotEqualTo(calendars.of(county).version());
  }

  /** Going around the application: nobody adds to another county's calendar, nobody changes any. */
  @Test
  void theWallHoldsAgainstPlainSql() throws SQLException {
    importYear(2026, FESTIVAL);
    String add =
        "insert into calendar.county_notice (county, id, hash, scope, year, title, dated,"
            + " known_from, evidence, recorded_at, recorded_by) values ('%s', 'x', 'x', 'LOCAL',"
            + " 2026, 'x', '2026-01-01', now(), 'ASSUMED', now(), 'x')";
    try (var c = TestDatabase.shared().asApplication()) {
      c.setAutoCommit(false);
      try (var s = c.createStatement()) {
        s.execute("select set_config('xiezhi.county', '" + other + "', true)");
        assertThat(s.executeUpdate(add.formatted(other))).isOne();
        c.rollback();

        s.execute("select set_config('xiezhi.county', '" + other + "', true)");
        assertThatThrownBy(() -> s.executeUpdate(add.formatted(county)))
            .hasMessageContaining("row-level security");
        c.rollback();

        for (String change :
            List.of(
                "update calendar.county_notice set title = 'y'",
                "delete from calendar.county_day",
                "update calendar.national_day set arrangement = 'WORK'",
                "delete from calendar.national_notice")) {
          assertThatThrownBy(() -> s.executeUpdate(change))
              .hasMessageContaining("permission denied");
          c.rollback();
        }
      }
    }
  }

  @Test
  void twoImportsAtOnceWaitForEachOther() throws Exception {
    List<Throwable> failed = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String file =
          FESTIVAL.replace("new-rice", "festival-" + i).replace("12-03", "12-0" + (i + 1));
      Thread thread = new Thread(() -> importYear(2026, file));
      thread.setUncaughtExceptionHandler((_, e) -> failed.add(e));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(failed).isEmpty();
    assertThat(notices.of(county)).hasSize(4);
    WorkingCalendar after = calendars.of(county);
    assertThat(List.of("Tue 2026-12-01", "Wed 2026-12-02", "Thu 2026-12-03", "Fri 2026-12-04"))
        .noneMatch(d -> after.isWorkingDay(day(d)));
  }

  @Test
  void theImportIsRecordedInTheLedger() throws SQLException {
    importYear(2026, FESTIVAL);

    try (var c = TestDatabase.shared().asOwner();
        var rows =
            c.createStatement()
                .executeQuery(
                    "select account, subject from ledger.entry where county = '"
                        + county
                        + "' and act = 'calendar.imported'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("admin");
      assertThat(rows.getString(2)).isEqualTo("calendar:2026");
    }
  }

  @Test
  void aFailingTransactionAroundTheImportLeavesNothing() {
    String before = calendars.of(county).version();

    assertThatThrownBy(
            () ->
                CurrentActor.as(
                    administrator(),
                    () ->
                        new TransactionTemplate(transactions)
                            .executeWithoutResult(
                                _ -> {
                                  importYear(2026, FESTIVAL);
                                  assertThat(calendars.of(county).version()).isNotEqualTo(before);
                                  throw new IllegalStateException("later");
                                })))
        .hasMessage("later");

    assertThat(calendars.of(county).version()).isEqualTo(before);
  }
}
