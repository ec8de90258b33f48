package xiezhi.benchmarks.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Years of work, written by SQL: what the demonstration's stories left in each county is copied, so
 * that every row is one that the use cases could have written. Ten obligations to a matter, one of
 * them open; a transfer to every fifth.
 */
final class BulkData {
  private static final String TABLES =
      "'matter.matter','matter.access','matter.search','matter.party','obligation.obligation',"
          + "'obligation.occurrence','transfer.transfer'";
  private static final int CHUNK = 20_000;
  private static final String FUNCTIONS =
      """
      create function pg_temp.id(kind text, g bigint, county text) returns uuid immutable language sql as
        $$ select (lpad(to_hex(g), 12, '0') || kind || '8000' || lpad(county, 12, '0'))::uuid $$;
      create function pg_temp.party(g bigint) returns text immutable language sql as
        $$ select substr('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗', 1 + (g * 7 % 20)::int, 1)
             || chr((19968 + g * 7919 % 3000)::int) || chr((19968 + g * 104729 % 3001)::int) $$;
      """;

  private final Installation platform;

  BulkData(Installation platform) {
    this.platform = platform;
  }

  /** Loads that many matters over all counties, unless they are there already. */
  void load(int matters) throws Exception {
    List<String> counties;
    try (Connection c = platform.asOwner()) {
      if (!Installation.rows(c, "select 1 from matter.matter where number like '%-copy-%' limit 1")
          .isEmpty()) {
        return;
      }
      counties =
          Installation.rows(c, "select distinct county from matter.matter order by 1").stream()
              .map(List::getFirst)
              .toList();
      List<String> indexes = dropIndexes(c);
      copyAll(counties, matters / counties.size());
      try (Statement s = c.createStatement()) {
        s.execute("set maintenance_work_mem = '1GB'");
        for (String index : indexes) {
          s.execute(index);
          System.err.println(index);
        }
        s.execute("vacuum (analyze)");
        s.execute("checkpoint");
      }
    }
  }

  /**
   * They are made again when the rows are there: much faster, and as dense as after years of
   * vacuum.
   */
  private static List<String> dropIndexes(Connection c) throws SQLException {
    List<String> made = new ArrayList<>();
    for (List<String> row :
        Installation.rows(
            c,
            "select indexrelid::regclass, pg_get_indexdef(indexrelid) from pg_index where"
                + " indrelid::regclass::text in ("
                + TABLES
                + ") and not indisprimary and not exists (select from pg_constraint where conindid"
                + " = indexrelid)")) {
      try (Statement s = c.createStatement()) {
        s.execute("drop index " + row.getFirst());
      }
      made.add(row.get(1));
    }
    return made;
  }

  private void copyAll(List<String> counties, int each) throws InterruptedException {
    try (var two = Executors.newFixedThreadPool(2)) {
      List<Future<?>> all = new ArrayList<>();
      for (String county : counties) {
        all.add(
            two.submit(
                () -> {
                  copy(county, each);
                  return county;
                }));
      }
      for (Future<?> f : all) {
        f.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the data could not be loaded", e);
    }
  }

  private void copy(String county, int matters) throws SQLException, IOException {
    try (Connection c = platform.asOwner();
        Statement s = c.createStatement()) {
      // only of this connection, which acknowledges nothing to anybody
      s.execute("set synchronous_commit = off");
      s.execute(FUNCTIONS);
      s.execute(
          """
          create temp table body as
            select row_number() over (order by id) - 1 as n, id, coalesce(township, id) as legal
            from organisation.body where county = '%1$s' and kind in ('township', 'team', 'department');
          create temp table m as
            select row_number() over (order by m.id) - 1 as n, m.*,
              array(select w from unnest(tsvector_to_array(s.words)) w where w <> all (matter.marks(m.county, m.registered_at))) as words
            from matter.matter m join matter.search s on s.county = m.county and s.matter = m.id
            where m.county = '%1$s';
          create temp table o as
            select row_number() over (order by id) - 1 as n, * from obligation.obligation
            where county = '%1$s' and matter is not null
              and (due_at is not null or not exists (select from obligation.obligation where county = '%1$s' and due_at is not null));
          create temp table t as
            select row_number() over (order by id) - 1 as n, * from transfer.transfer
            where county = '%1$s' and sent_at is not null;
          create temp table d as select row_number() over (order by code) - 1 as n, code
            from organisation.division where county = '%1$s';
          analyze body; analyze m; analyze o; analyze t; analyze d
          """
              .formatted(county));
      for (int from = 1; from <= matters; from += CHUNK) {
        int to = Math.min(matters, from + CHUNK - 1);
        chunk(c, county, from, to, matters);
        System.err.println(county + ": " + to + " matters");
      }
    }
  }

  private static void chunk(Connection c, String county, int from, int to, int matters)
      throws SQLException {
    String day =
        "(date_trunc('hour', now()) - (%d - g) * (interval '3 years' / %d))"
            .formatted(matters, matters);
    String id = "pg_temp.id('7000', g, '" + county + "')";
    String series = "generate_series(%d::bigint, %d) g".formatted(from, to);
    String holder = "join body h on h.n = g * 7919 % (select count(*) from body)";
    String other = "join body b on b.n = (g * 104729 + 1) % (select count(*) from body)";
    insert(
        c,
        "matter.matter",
        "m",
        Map.of(
            "id",
            id,
            "number",
            "'" + county + "-copy-' || lpad(g::text, 7, '0')",
            "holder",
            "h.id",
            "division",
            "d.code",
            "registered_at",
            day,
            "stage",
            "case when g % 50 = 0 then 'registered' when g % 3 = 0 then 'ours' else 'closed' end",
            "closed_at",
            "coalesce(m.closed_at, " + day + " + interval '20 days')",
            "judged_at",
            "coalesce(m.judged_at, " + day + ")",
            "judged_by",
            "coalesce(m.judged_by, '')",
            "judgement",
            "coalesce(m.judgement, '')"),
        Map.of("outcome", "coalesce(m.outcome, '')", "version", "3"),
        series
            + " join m on m.n = g % (select count(*) from m) join d on d.n = g * 31 % (select"
            + " count(*) from d) "
            + holder);
    execute(
        c,
        "insert into matter.access select distinct '%1$s', v.body, %2$s, %3$s, %2$s from %4$s %5$s %6$s, lateral (values (h.id), (h.legal), (b.id)) v (body)"
            .formatted(county, day, id, series, holder, other));
    execute(
        c,
        "insert into matter.party (county, matter, position, kind, name) select '%s', %s, 0, 'person', pg_temp.party(g) from %s"
            .formatted(county, id, series));
    execute(
        c,
        """
        insert into matter.search select '%1$s', %2$s, array_to_tsvector(m.words || matter.marks('%1$s', %4$s)
          || array(select substr(pg_temp.party(g), i, 2) from generate_series(1, 2) i)
          || array(select substr(lpad(g::text, 7, '0'), i, 2) from generate_series(1, 6) i))
        from %3$s join m on m.n = g %% (select count(*) from m)
        """
            .formatted(county, id, series, day));
    execute(
        c,
        """
        insert into obligation.occurrence select '%1$s', %2$s, pg_temp.id('700' || k, g, '%1$s'),
          (array['lead.registered', 'matter.judged-not-ours'])[k], 'matter:' || %2$s, %4$s, 'matter:' || %2$s
        from %3$s, generate_series(1, 2) k
        """
            .formatted(county, id, series, day));
    String moment =
        "case when k = 0 then date_trunc('hour', now()) + (g * 7919 % 57600 - 14400) * interval '1"
            + " minute' else "
            + day
            + " + k * interval '3 days' end";
    // a county whose text gives no number has none here either
    String due = "case when o.due_at is not null then " + moment + " end";
    insert(
        c,
        "obligation.obligation",
        "o",
        Map.of(
            "id",
            "pg_temp.id('70' || lpad(k::text, 2, '0'), g, '" + county + "')",
            "matter",
            id,
            "subject",
            "'matter:' || " + id,
            "debtor",
            "case when k % 2 = 0 then h.legal else b.legal end",
            "creditor",
            "case when k % 2 = 0 then b.legal else h.legal end",
            "state",
            "case when k = 0 then 'open' else 'done' end",
            "started_at",
            day,
            "due_at",
            due,
            "due_order",
            "coalesce(" + due + ", o.due_order)",
            "warn_at",
            due + " - interval '1 day'"),
        Map.of(
            "ended_at", "case when k > 0 then " + day + " + k * interval '2 days' end",
            "end_event", "case when k > 0 then 'transfer.sent' end",
            "warned", "true",
            "told_late", "coalesce(" + due + " <= now(), false)",
            "provisional", "false",
            "late", "false",
            "note", "null",
            "replaces", "null",
            "target_at", "null"),
        series
            + " cross join generate_series(0, 9) k join o on o.n = (g + k) % (select count(*) from"
            + " o) "
            + holder
            + " "
            + other);
    insert(
        c,
        "transfer.transfer",
        "t",
        Map.of(
            "id", "pg_temp.id('7002', g, '" + county + "')",
            "matter", id,
            "sender", "h.legal",
            "receiver", "b.legal",
            "prepared_at", day,
            "submitted_at", day,
            "sent_at", day,
            "step_at", day,
            "stage",
                "case when g % 500 = 0 then 'submitted' when g % 100 = 0 then 'sent' else"
                    + " 'accepted' end"),
        Map.of("return_kind", "null"),
        series
            + " join t on t.n = g % (select count(*) from t) "
            + holder
            + " "
            + other
            + " where g % 5 = 0");
  }

  private static void insert(
      Connection c,
      String table,
      String template,
      Map<String, String> columns,
      Map<String, String> more,
      String... from)
      throws SQLException {
    List<String> names =
        Installation.rows(
                c,
                "select attname from pg_attribute where attrelid = '"
                    + table
                    + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"
                    + " order by attnum")
            .stream()
            .map(List::getFirst)
            .toList();
    List<String> values =
        names.stream()
            .map(n -> columns.getOrDefault(n, more.getOrDefault(n, template + "." + n)))
            .toList();
    execute(
        c,
        "insert into %s (%s) select %s from %s"
            .formatted(
                table,
                String.join(", ", names),
                String.join(", ", values),
                String.join(" ", from)));
  }

  private static void execute(Connection c, String sql) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.execute(sql);
    }
  }
}
