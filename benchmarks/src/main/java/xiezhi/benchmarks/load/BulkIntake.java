package xiezhi.benchmarks.load;

import static xiezhi.benchmarks.load.BulkData.HOLDER;
import static xiezhi.benchmarks.load.BulkData.OTHER;
import static xiezhi.benchmarks.load.BulkData.execute;
import static xiezhi.benchmarks.load.BulkData.insert;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A complaint to every fifth matter, with three steps; a letter to every transfer. */
final class BulkIntake implements BulkData.Part {
  @Override
  public String loaded() {
    return "select 1 from intake.complaint where external_number = 'copy'";
  }

  @Override
  public String tables() {
    return "'intake.complaint','intake.step','correspondence.letter','correspondence.receipt',"
        + "'correspondence.search'";
  }

  @Override
  public String templates(String county) {
    return """
    create temp table c as
      select row_number() over (order by id) - 1 as n, * from intake.complaint
      where county = '%1$s' and stage in ('received', 'accepted', 'handling', 'closed');
    create temp table l as
      select row_number() over (order by id) - 1 as n, * from correspondence.letter
      where county = '%1$s' and kind = 'transfer' and not confidential;
    create temp table r as
      select row_number() over (order by r.letter) - 1 as n, r.* from correspondence.receipt r join l on l.id = r.letter
      where r.county = '%1$s';
    analyze c; analyze l; analyze r
    """
        .formatted(county);
  }

  @Override
  public void chunk(Connection c, String county, int from, int to, int matters)
      throws SQLException {
    String day = BulkData.day(matters);
    String fifth = BulkData.series(from, to) + " %s where g %% 5 = %d";
    String complaint = "pg_temp.id('7010', g, '" + county + "')";
    insert(
        c,
        "intake.complaint",
        "c",
        Map.of(
            "id",
            complaint,
            "code",
            "'" + county + "-' || regexp_replace(" + code() + ", '(.{4})(.{4})', '\\1-\\2-')",
            "matter",
            BulkData.matter(county),
            "received_at",
            day,
            "updated_at",
            day,
            "division",
            "d.code",
            "external_number",
            "'copy'",
            "first_receiver",
            "h.legal",
            "answerable",
            "h.legal"),
        Map.of("merged_into", "null", "referrer", "null", "going_to", "null"),
        fifth.formatted(
            "join c on c.n = g / 5 % (select nullif(count(*), 0) from c) join d on d.n = g * 31 %"
                + " (select count(*) from d) "
                + HOLDER,
            1));
    execute(
        c,
        """
        insert into intake.step select '%1$s', %2$s, pg_temp.id('701' || k, g, '%1$s'), %3$s + k * interval '1 day',
          (array['complaint.received', 'complaint.accepted', 'complaint.verified'])[k], h.legal, pg_temp.party(g), ''
        from %4$s
        """
            .formatted(
                county,
                complaint,
                day,
                fifth.formatted("cross join generate_series(1, 3) k " + HOLDER, 1)));
    String letter = "pg_temp.id('7020', g, '" + county + "')";
    String state = "case when g % 100 = 0 then 'open' else 'closed' end";
    insert(
        c,
        "correspondence.letter",
        "l",
        Map.of(
            "id", letter,
            "subject", "'transfer:' || pg_temp.id('7002', g, '" + county + "')",
            "matter", BulkData.matter(county),
            "sender", "h.legal",
            "state", state,
            "sent_at", day,
            "changed_at", day),
        Map.of(),
        fifth.formatted("join l on l.n = g % (select nullif(count(*), 0) from l) " + HOLDER, 0));
    insert(
        c,
        "correspondence.receipt",
        "r",
        Map.of(
            "letter", letter,
            "receiver", "b.legal",
            "state", state,
            "delivered_at", day,
            "opened_at", "case when g % 100 > 0 then " + day + " end"),
        Map.of(),
        fifth.formatted("join r on r.n = g % (select nullif(count(*), 0) from r) " + OTHER, 0));
    execute(
        c,
        "insert into correspondence.search select '%s', %s, array_to_tsvector(array['占道', '道堆', '堆放', substr(pg_temp.party(g), 1, 2)]) from %s"
            .formatted(county, letter, fifth.formatted("", 0)));
  }

  /** Ten letters that no other has: an odd factor does not bring two to one. */
  private static String code() {
    return "upper(lpad(to_hex(g * 782365129487 % 1099511627776), 10, '0'))";
  }
}
