package xiezhi.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.ledger.Ledger;
import xiezhi.ledger.VerifyLedger;
import xiezhi.ledger.application.ReadLedger.Verification;
import xiezhi.ledger.domain.ChainCheck.BrokenLink;
import xiezhi.ledger.domain.Entries;
import xiezhi.ledger.domain.Entry;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterAccess;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestDatabase;

@PlatformTest
class LedgerTest {
  private static final Instant AT = Instant.parse("2026-02-13T01:00:00.123456789Z");
  private static final AtomicInteger COUNTIES =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(900_000, 950_000));

  @Autowired Ledger ledger;
  @Autowired ReadLedger reader;
  @Autowired Entries entries;
  @Autowired Clock clock;
  @Autowired PlatformTransactionManager transactions;

  private final Actor supervisor = supervisor();

  @Test
  void whatCommitsIsRecordedAndWhatRollsBackIsNot() {
    record("lead.registered", null);
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      ledger.record(AT, "transfer.sent", "transfer:1", null, Map.of());
                      throw new IllegalStateException("and then it failed");
                    }))
        .hasMessage("and then it failed");
    inTransaction(
        () -> {
          ledger.record(AT, "a", "x:1", null, Map.of("n", 1));
          ledger.record(AT, "b", "x:1", null, Map.of("words", "字\u0000\u0007𠮷"));
        });

    var verification = verify();

    assertThat(verification.whole()).isTrue();
    assertThat(verification.entries()).isEqualTo(3);
    assertThat(read()).extracting(e -> e.deed().act()).containsExactly("lead.registered", "a", "b");
    assertThat(read().getLast().deed().details()).isEqualTo("{\"words\":\"字\\u0000\\u0007𠮷\"}");
    assertThat(read().getLast().deed().at()).isEqualTo("2026-02-13T01:00:00.123456Z");
  }

  @Test
  void outsideATransactionNothingIsRecorded() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> CurrentActor.as(supervisor, () -> ledger.record(AT, "a", "x:1", null, Map.of())))
        .withMessageContaining("outside a transaction");
    assertThat(verify().entries()).isZero();
  }

  @Test
  void aReadingTransactionCannotRecord() {
    var reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                CurrentActor.as(
                    supervisor,
                    () ->
                        reading.executeWithoutResult(
                            _ -> ledger.record(AT, "a", "x:1", null, Map.of()))));
  }

  @Test
  void manyWritersAtOnceKeepOneChain() throws Exception {
    int writers = 8;
    int acts = 25;
    try (var threads = Executors.newFixedThreadPool(writers)) {
      List<Future<?>> all =
          IntStream.range(0, writers)
              .<Future<?>>mapToObj(
                  w ->
                      threads.submit(
                          () -> {
                            for (int i = 0; i < acts; i++) {
                              record("act." + w + "." + i, null);
                            }
                          }))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }

    var verification = verify();

    assertThat(verification.whole()).isTrue();
    assertThat(verification.entries()).isEqualTo((long) writers * acts);
  }

  @ParameterizedTest
  @MethodSource("tamperings")
  void whoeverGoesAroundTheApplicationIsFoundOut(Tampering tampering) throws SQLException {
    for (int i = 0; i < 6; i++) {
      record("act." + i, new MatterId(new java.util.UUID(7, i)));
    }

    asOwner(tampering.sql());

    BrokenLink found = Objects.requireNonNull(verify().brokenLink());
    assertThat(found.seq()).isEqualTo(tampering.brokenAt());
    assertThat(found.what()).isEqualTo(tampering.what());
    assertThat(found.expected()).isNotEqualTo(found.found());
  }

  record Tampering(String sql, long brokenAt, String what) {
    @Override
    public String toString() {
      return sql;
    }
  }

  static Stream<Tampering> tamperings() {
    var set = "update ledger.entry set ";
    var third = " where county = :county and seq = 3";
    return Stream.of(
        new Tampering(set + "at = at + interval '1 microsecond'" + third, 3, "hash"),
        new Tampering(set + "account = 'other'" + third, 3, "hash"),
        new Tampering(set + "name = name || ' '" + third, 3, "hash"),
        new Tampering(set + "body = '900000-x'" + third, 3, "hash"),
        new Tampering(set + "act = 'act.x'" + third, 3, "hash"),
        new Tampering(set + "subject = 'x:9'" + third, 3, "hash"),
        new Tampering(set + "matter = null" + third, 3, "hash"),
        new Tampering(set + "details = '{}'" + third, 3, "hash"),
        new Tampering(set + "algorithm = 'MD5'" + third, 3, "algorithm"),
        new Tampering(set + "hash = repeat('a', 64)" + third, 3, "hash"),
        new Tampering(set + "previous_hash = repeat('a', 64)" + third, 3, "previous"),
        new Tampering(set + "seq = 30" + third, 3, "seq"),
        new Tampering("delete from ledger.entry" + third, 3, "seq"),
        new Tampering(
            "delete from ledger.entry where county = :county and seq in (2, 3, 4)", 2, "seq"),
        new Tampering("delete from ledger.entry where county = :county and seq = 1", 1, "seq"),
        // the end cut off: the head still knows of it
        new Tampering("delete from ledger.entry where county = :county and seq >= 5", 5, "end"),
        new Tampering("delete from ledger.entry where county = :county", 1, "end"),
        new Tampering("delete from ledger.head where county = :county", 7, "end"),
        // two neighbours change places, with all they say
        new Tampering(
            """
            update ledger.entry set seq = 100 where county = :county and seq = 3;
            update ledger.entry set seq = 3 where county = :county and seq = 4;
            update ledger.entry set seq = 4 where county = :county and seq = 100\
            """,
            3,
            "previous"),
        // somebody adds what never happened
        new Tampering(
            """
            insert into ledger.entry select county, 7, at, account, name, body, 'act.7', subject, matter, details,
              hash, repeat('b', 64), algorithm from ledger.entry where county = :county and seq = 6\
            """,
            7,
            "hash"));
  }

  /** Verification stops being fooled by nobody: even who owns the tables has to mean it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.entry set name = 'x'",
        "delete from ledger.entry",
        "truncate ledger.entry"
      })
  void neitherTheApplicationsRoleNorTheOwnersHandCanSlip(String sql) throws SQLException {
    record("act.1", null);

    assertThatThrownBy(() -> run(TestDatabase.shared().asApplication(), sql))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> run(TestDatabase.shared().asOwner(), sql))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append-only");
    assertThat(verify().whole()).isTrue();
  }

  @Test
  void anotherCountysEntriesAreNotThere() throws SQLException {
    record("act.1", null);
    String county = supervisor.county().value();

    assertThat(visible(county, county)).isEqualTo(1);
    assertThat(visible("999999", county)).isZero();
    assertThat(visible("", county)).isZero();
  }

  private static int visible(String county, String of) throws SQLException {
    try (Connection c = TestDatabase.shared().asApplication()) {
      c.setAutoCommit(false);
      try (var set = c.prepareStatement("select set_config('xiezhi.county', ?, true)");
          var count =
              c.prepareStatement("select count(*)::int from ledger.entry where county = ?")) {
        set.setString(1, county);
        set.execute();
        count.setString(1, of);
        try (var rows = count.executeQuery()) {
          rows.next();
          return rows.getInt(1);
        }
      }
    }
  }

  @Test
  void theExportedFileVerifiesOfflineAndTellsOfItself(@TempDir Path folder) throws Exception {
    for (int i = 0; i < 5; i++) {
      record("act." + i, null);
    }
    var out = new StringWriter();

    CurrentActor.as(supervisor, () -> reader.export(out));

    Path file = Files.writeString(folder.resolve("ledger.jsonl"), out.toString());
    assertThat(VerifyLedger.run(List.of(file.toString()), System.out, System.err)).isZero();
    assertThat(out.toString().lines()).hasSize(7);
    assertThat(out.toString().lines().toList().getLast()).contains("\"act\":\"ledger.exported\"");
  }

  @Test
  void onlyWhoSeesEveryMatterTakesTheLedgerAway() {
    for (Role role : Role.values()) {
      var actor = actor(supervisor.county(), Set.of(role));

      assertThat(ReadLedger.mayExport(actor).isAllowed())
          .isEqualTo(Set.of(Role.COORDINATOR, Role.SUPERVISOR).contains(role));
      assertThat(ReadLedger.mayVerify(actor).isAllowed())
          .isEqualTo(Set.of(Role.COORDINATOR, Role.SUPERVISOR, Role.ADMINISTRATOR).contains(role));
    }
    var clerk = actor(supervisor.county(), Set.of(Role.CLERK));
    assertThatThrownBy(() -> CurrentActor.as(clerk, () -> reader.export(new StringWriter())))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> CurrentActor.as(clerk, () -> reader.verify()))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void aMattersRecordIsShownToWhoMaySeeTheMatter() {
    var matter = MatterId.next();
    record("lead.registered", matter);
    record("lead.registered", MatterId.next());
    record("matter.judged", matter);
    var open = reading((_, _) -> Permission.allowed());
    var closed =
        reading(
            (_, id) ->
                Permission.refused(
                    Refusal.of(Refusal.Kind.UNKNOWN, "matter.no-such-matter", "No " + id)));

    var all = CurrentActor.as(supervisor, () -> open.of(matter, 0, 10));
    var rest = CurrentActor.as(supervisor, () -> open.of(matter, 1, 10));

    assertThat(all)
        .extracting(e -> e.deed().act())
        .containsExactly("lead.registered", "matter.judged");
    assertThat(rest).extracting(Entry::seq).containsExactly(3L);
    assertThatThrownBy(() -> CurrentActor.as(supervisor, () -> closed.of(matter, 0, 10)))
        .isInstanceOf(RefusedException.class);
  }

  private ReadLedger reading(MatterAccess access) {
    return new ReadLedger(entries, ledger, access, clock, transactions);
  }

  private void record(String act, @Nullable MatterId matter) {
    inTransaction(() -> ledger.record(AT, act, "x:1", matter, Map.of("act", act)));
  }

  private void inTransaction(Runnable work) {
    CurrentActor.as(
        supervisor,
        () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
  }

  private Verification verify() {
    return CurrentActor.as(supervisor, () -> reader.verify());
  }

  private List<Entry> read() {
    var all = new java.util.ArrayList<Entry>();
    inTransaction(() -> entries.walk(supervisor.county(), all::add));
    return all;
  }

  private void asOwner(String sql) throws SQLException {
    run(
        TestDatabase.shared().asOwner(),
        "set session_replication_role = replica; "
            + sql.replace(":county", "'" + supervisor.county() + "'"));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (connection;
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Actor supervisor() {
    return actor(
        new CountyCode(Integer.toString(COUNTIES.incrementAndGet())), Set.of(Role.SUPERVISOR));
  }

  private static Actor actor(CountyCode county, Set<Role> roles) {
    return new Actor(new AccountId("zhang"), "张三", county, new BodyId(county + "-town"), roles);
  }
}
