package xiezhi.benchmarks.load;

import static xiezhi.benchmarks.load.BulkData.HOLDER;
import static xiezhi.benchmarks.load.BulkData.OTHER;
import static xiezhi.benchmarks.load.BulkData.execute;
import static xiezhi.benchmarks.load.BulkData.insert;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Ten obligations to a matter, one of them open; a transfer to every fifth. */
final class BulkMatters implements BulkData.Part {
  @Override
  public String loaded() {
    return "select 1 from matter.matter where number like '%-copy-%'";
  }

  @Override
  public String tables() {
    return "'matter.matter','matter.access','matter.search','matter.party','obligation.obligation',"
        + "'obligation.occurrence','transfer.transfer'";
  }

  @Override
  public String templates(String county) {
    return """
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
    analyze m; analyze o; analyze t
    """
        .formatted(county);
  }

  @Override
  public void chunk(Connection c, String county, int from, int to, int matters)
      throws SQLException {
    String day = BulkData.day(matters);
    String id = BulkData.matter(county);
    String series = BulkData.series(from, to);
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
        Map.of(
            "outcome",
            "coalesce(m.outcome, '')",
            "version",
            "3",
            "lng",
            place("lng", 7919),
            "lat",
            place("lat", 104_729)),
        series
            + " join m on m.n = g % (select count(*) from m) join d on d.n = g * 31 % (select"
            + " count(*) from d) "
            + HOLDER);
    execute(
        c,
        "insert into matter.access select distinct '%1$s', v.body, %2$s, %3$s, %2$s from %4$s %5$s %6$s, lateral (values (h.id), (h.legal), (b.id)) v (body)"
            .formatted(county, day, id, series, HOLDER, OTHER));
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
            + HOLDER
            + " "
            + OTHER);
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
            + HOLDER
            + " "
            + OTHER
            + " where g % 5 = 0");
  }

  /** All over some thirty kilometres around where the stories happened. */
  private static String place(String degree, int spread) {
    return ("(select center_%1$s from organisation.county where code = m.county)"
            + " + (g * %2$d %% 30000 - 15000) / 100000.0")
        .formatted(degree, spread);
  }
}
