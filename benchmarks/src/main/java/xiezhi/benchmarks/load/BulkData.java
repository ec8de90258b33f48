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
 * that every row is one that the use cases could have written.
 */
final class BulkData {
  private static final int CHUNK = 20_000;
  private static final String FUNCTIONS =
      """
      create function pg_temp.id(kind text, g bigint, county text) returns uuid immutable language sql as
        $$ select (lpad(to_hex(g), 12, '0') || kind || '8000' || lpad(county, 12, '0'))::uuid $$;
      create function pg_temp.party(g bigint) returns text immutable language sql as
        $$ select substr('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗', 1 + (g * 7 % 20)::int, 1)
             || chr((19968 + g * 7919 % 3000)::int) || chr((19968 + g * 104729 % 3001)::int) $$;
      create function pg_temp.day(g bigint, matters bigint) returns timestamptz stable language sql as
        $$ select date_trunc('hour', now()) - (matters - g) * (interval '3 years' / matters) $$;
      """;

  /** Who works, in turn; and who is answerable in their name. */
  private static String bodies(String county) {
    return """
    create temp table body as
      select row_number() over (order by id) - 1 as n, id, coalesce(township, id) as legal
      from organisation.body where county = '%1$s' and kind in ('township', 'team', 'department');
    create temp table d as select row_number() over (order by code) - 1 as n, code
      from organisation.division where county = '%1$s';
    analyze body; analyze d
    """
        .formatted(county);
  }

  private final Installation platform;

  BulkData(Installation platform) {
    this.platform = platform;
  }

  /** One part of the bulk: written county by county, unless it is there already. */
  interface Part {
    /** A row that is there only if this part was loaded. */
    String loaded();

    /** Its tables, each in quotes. */
    String tables();

    /** What is copied, in temporary tables of this connection. */
    String templates(String county);

    /** The rows of the matters {@code from} to {@code to}. */
    void chunk(Connection c, String county, int from, int to, int matters) throws SQLException;
  }

  /** Loads that many matters over all counties, with what hangs on them. */
  void load(int matters) throws Exception {
    load(new BulkMatters(), matters);
    load(new BulkIntake(), matters);
  }

  private void load(Part part, int matters) throws Exception {
    try (Connection c = platform.asOwner()) {
      if (!Installation.rows(c, part.loaded() + " limit 1").isEmpty()) {
        return;
      }
      List<String> counties =
          Installation.rows(c, "select distinct county from matter.matter order by 1").stream()
              .map(List::getFirst)
              .toList();
      List<String> indexes = dropIndexes(c, part.tables());
      copyAll(part, counties, matters / counties.size());
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
  private static List<String> dropIndexes(Connection c, String tables) throws SQLException {
    List<String> made = new ArrayList<>();
    for (List<String> row :
        Installation.rows(
            c,
            "select indexrelid::regclass, pg_get_indexdef(indexrelid) from pg_index where"
                + " indrelid::regclass::text in ("
                + tables
                + ") and not indisprimary and not exists (select from pg_constraint where conindid"
                + " = indexrelid)")) {
      execute(c, "drop index " + row.getFirst());
      made.add(row.get(1));
    }
    return made;
  }

  private void copyAll(Part part, List<String> counties, int each) throws InterruptedException {
    try (var two = Executors.newFixedThreadPool(2)) {
      List<Future<?>> all = new ArrayList<>();
      for (String county : counties) {
        all.add(
            two.submit(
                () -> {
                  copy(part, county, each);
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

  private void copy(Part part, String county, int matters) throws SQLException, IOException {
    try (Connection c = platform.asOwner()) {
      // only of this connection, which acknowledges nothing to anybody
      execute(c, "set synchronous_commit = off");
      execute(c, FUNCTIONS);
      execute(c, bodies(county));
      execute(c, part.templates(county));
      for (int from = 1; from <= matters; from += CHUNK) {
        int to = Math.min(matters, from + CHUNK - 1);
        part.chunk(c, county, from, to, matters);
        System.err.println(county + ": " + part.getClass().getSimpleName() + " to matter " + to);
      }
    }
  }

  static String series(int from, int to) {
    return "generate_series(%d::bigint, %d) g".formatted(from, to);
  }

  static String matter(String county) {
    return "pg_temp.id('7000', g, '" + county + "')";
  }

  static String day(int matters) {
    return "pg_temp.day(g, " + matters + ")";
  }

  /** Who holds the matter {@code g}, as {@code h}. */
  static final String HOLDER = "join body h on h.n = g * 7919 % (select count(*) from body)";

  /** With whom it is shared, as {@code b}. */
  static final String OTHER = "join body b on b.n = (g * 104729 + 1) % (select count(*) from body)";

  /** Every column as in the template, but for those named. */
  static void insert(
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

  static void execute(Connection c, String sql) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.execute(sql);
    }
  }
}
