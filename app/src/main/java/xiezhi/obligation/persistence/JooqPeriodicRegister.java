package xiezhi.obligation.persistence;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static xiezhischema.obligation.Tables.OBLIGATION_;
import static xiezhischema.obligation.Tables.PERIODIC;
import static xiezhischema.obligation.Tables.SCHEDULE;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import xiezhi.mechanism.RuleValue.Period;
import xiezhi.obligation.domain.PeriodicRegister;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/** The rows of periodic duties. */
@Repository
class JooqPeriodicRegister implements PeriodicRegister {
  private final DSLContext db;

  JooqPeriodicRegister(DSLContext db) {
    this.db = db;
  }

  @Override
  public Set<Key> opened(CountyCode county, Collection<String> periods) {
    return new HashSet<>(
        db.selectFrom(PERIODIC)
            .where(PERIODIC.COUNTY.eq(county.value()))
            .and(PERIODIC.PERIOD.in(periods))
            .fetch(r -> new Key(r.getRule(), new BodyId(r.getBody()), r.getPeriod(), r.getNth())));
  }

  @Override
  public void open(CountyCode county, Key key, UUID obligation) {
    db.insertInto(PERIODIC)
        .set(PERIODIC.COUNTY, county.value())
        .set(PERIODIC.RULE, key.rule())
        .set(PERIODIC.BODY, key.body().value())
        .set(PERIODIC.PERIOD, key.period())
        .set(PERIODIC.NTH, key.nth())
        .set(PERIODIC.OBLIGATION, obligation)
        .execute();
  }

  @Override
  public List<UUID> open(CountyCode county, String rule, Collection<BodyId> bodies, String period) {
    return db.select(PERIODIC.OBLIGATION)
        .from(PERIODIC)
        .join(OBLIGATION_)
        .on(OBLIGATION_.COUNTY.eq(PERIODIC.COUNTY))
        .and(OBLIGATION_.ID.eq(PERIODIC.OBLIGATION))
        .where(PERIODIC.COUNTY.eq(county.value()))
        .and(PERIODIC.RULE.eq(rule))
        .and(PERIODIC.BODY.in(bodies.stream().map(BodyId::value).toList()))
        .and(PERIODIC.PERIOD.eq(period))
        .and(OBLIGATION_.STATE.eq(DSL.inline("open")))
        .orderBy(PERIODIC.BODY, PERIODIC.NTH)
        .fetch(PERIODIC.OBLIGATION);
  }

  @Override
  public Map<String, Schedule> schedules(CountyCode county) {
    Map<String, Schedule> found = new LinkedHashMap<>();
    db.selectFrom(SCHEDULE)
        .where(SCHEDULE.COUNTY.eq(county.value()))
        .orderBy(SCHEDULE.RULE)
        .forEach(
            r ->
                found.put(
                    r.getRule(),
                    new Schedule(
                        r.getRule(),
                        Period.valueOf(r.getEvery().toUpperCase(Locale.ROOT)),
                        r.getReason(),
                        r.getSetAt(),
                        r.getByName())));
    return found;
  }

  @Override
  public void schedule(CountyCode county, Schedule s, String account) {
    String every = s.every().name().toLowerCase(Locale.ROOT);
    db.insertInto(SCHEDULE)
        .set(SCHEDULE.COUNTY, county.value())
        .set(SCHEDULE.RULE, s.rule())
        .set(SCHEDULE.EVERY, every)
        .set(SCHEDULE.REASON, s.reason())
        .set(SCHEDULE.SET_AT, s.setAt())
        .set(SCHEDULE.BY_ACCOUNT, account)
        .set(SCHEDULE.BY_NAME, s.by())
        .onConflict(SCHEDULE.COUNTY, SCHEDULE.RULE)
        .doUpdate()
        .set(SCHEDULE.EVERY, every)
        .set(SCHEDULE.REASON, s.reason())
        .set(SCHEDULE.SET_AT, s.setAt())
        .set(SCHEDULE.BY_ACCOUNT, account)
        .set(SCHEDULE.BY_NAME, s.by())
        .execute();
  }

  @Override
  public List<Tally> records(CountyCode county, Instant now) {
    return db.select(
            PERIODIC.RULE,
            PERIODIC.BODY,
            count(),
            count()
                .filterWhere(
                    OBLIGATION_
                        .STATE
                        .eq(DSL.inline("open"))
                        .and(OBLIGATION_.DUE_AT.le(now))
                        .or(OBLIGATION_.STATE.eq("excused"))),
            max(OBLIGATION_.ENDED_AT).filterWhere(OBLIGATION_.STATE.eq("done")))
        .from(PERIODIC)
        .join(OBLIGATION_)
        .on(OBLIGATION_.COUNTY.eq(PERIODIC.COUNTY))
        .and(OBLIGATION_.ID.eq(PERIODIC.OBLIGATION))
        .where(PERIODIC.COUNTY.eq(county.value()))
        .groupBy(PERIODIC.RULE, PERIODIC.BODY)
        .orderBy(PERIODIC.RULE, PERIODIC.BODY)
        .fetch(
            r -> new Tally(r.value1(), new BodyId(r.value2()), r.value3(), r.value4(), r.value5()));
  }
}
