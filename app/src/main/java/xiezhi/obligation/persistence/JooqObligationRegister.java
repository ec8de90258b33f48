package xiezhi.obligation.persistence;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static xiezhischema.obligation.Tables.EXTENSION;
import static xiezhischema.obligation.Tables.OBLIGATION_;
import static xiezhischema.obligation.Tables.OCCURRENCE;
import static xiezhischema.obligation.Tables.PAUSE;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.obligation.domain.Obligation;
import xiezhi.obligation.domain.Obligation.Extension;
import xiezhi.obligation.domain.Obligation.Suspension;
import xiezhi.obligation.domain.ObligationRegister;
import xiezhi.obligation.domain.ThreadKey;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Ids;
import xiezhi.shared.Refusal;
import xiezhischema.obligation.tables.records.ObligationRecord;

/** The obligations' rows. */
@Repository
class JooqObligationRegister implements ObligationRegister {
  private final DSLContext db;
  private final ObligationRows rows;

  JooqObligationRegister(DSLContext db, ObligationRows rows) {
    this.db = db;
    this.rows = rows;
  }

  @Override
  public void noteOccurrence(
      CountyCode county, ThreadKey thread, String event, String subject, Instant at) {
    db.insertInto(OCCURRENCE)
        .set(OCCURRENCE.COUNTY, county.value())
        .set(OCCURRENCE.THREAD, thread.key())
        .set(OCCURRENCE.MATTER, thread.matter() == null ? null : thread.matter().value())
        .set(OCCURRENCE.ID, Ids.next())
        .set(OCCURRENCE.EVENT, event)
        .set(OCCURRENCE.SUBJECT, subject)
        .set(OCCURRENCE.AT, at)
        .execute();
  }

  @Override
  public Set<String> eventsOf(CountyCode county, ThreadKey thread) {
    return new HashSet<>(
        db.selectDistinct(OCCURRENCE.EVENT)
            .from(OCCURRENCE)
            .where(OCCURRENCE.COUNTY.eq(county.value()))
            .and(OCCURRENCE.THREAD.eq(thread.key()))
            .fetch(OCCURRENCE.EVENT));
  }

  @Override
  public void insert(CountyCode county, Obligation o) {
    ObligationRecord row = db.newRecord(OBLIGATION_);
    row.setCounty(county.value());
    rows.fill(row, o);
    row.insert();
  }

  @Override
  public void update(CountyCode county, Obligation o) {
    ObligationRecord row = db.newRecord(OBLIGATION_);
    rows.fill(row, o);
    int changed =
        db.update(OBLIGATION_)
            .set(row)
            // a time that moved is warned of, and told late, anew
            .set(
                OBLIGATION_.WARNED,
                DSL.field(
                    DSL.condition(OBLIGATION_.WARNED)
                        .and(OBLIGATION_.WARN_AT.isNotDistinctFrom(row.getWarnAt()))))
            .set(
                OBLIGATION_.TOLD_LATE,
                DSL.field(
                    DSL.condition(OBLIGATION_.TOLD_LATE)
                        .and(OBLIGATION_.DUE_AT.isNotDistinctFrom(row.getDueAt()))))
            .where(OBLIGATION_.COUNTY.eq(county.value()))
            .and(OBLIGATION_.ID.eq(o.id()))
            .and(OBLIGATION_.VERSION.eq(o.version() - 1))
            .execute();
    if (changed == 0) {
      throw Refusal.of(
              Refusal.Kind.CONFLICT,
              "obligation.changed-meanwhile",
              "Somebody else changed this obligation meanwhile; look again.")
          .exception();
    }
    for (Suspension s : o.suspensions()) {
      db.insertInto(PAUSE)
          .set(PAUSE.COUNTY, county.value())
          .set(PAUSE.OBLIGATION, o.id())
          .set(PAUSE.ID, s.id())
          .set(PAUSE.KIND, s.kind())
          .set(PAUSE.REASON, s.reason())
          .set(PAUSE.FROM_AT, s.from())
          .set(PAUSE.TO_AT, s.to())
          .onConflict(PAUSE.COUNTY, PAUSE.OBLIGATION, PAUSE.ID)
          .doUpdate()
          .set(PAUSE.TO_AT, s.to())
          .execute();
    }
    for (Extension e : o.extensions()) {
      db.insertInto(EXTENSION)
          .set(EXTENSION.COUNTY, county.value())
          .set(EXTENSION.OBLIGATION, o.id())
          .set(EXTENSION.ID, e.id())
          .set(EXTENSION.AT, e.at())
          .set(EXTENSION.REASON, e.reason())
          .set(EXTENSION.OLD_DUE_AT, e.oldDueAt())
          .set(EXTENSION.NEW_DUE_AT, e.newDueAt())
          .set(EXTENSION.BY_ACCOUNT, e.account())
          .set(EXTENSION.BY_NAME, e.name())
          .onConflictDoNothing()
          .execute();
    }
  }

  @Override
  public Optional<Obligation> find(CountyCode county, UUID id) {
    return load(county, OBLIGATION_.ID.eq(id)).stream().findFirst();
  }

  @Override
  public List<Obligation> of(CountyCode county, ThreadKey thread) {
    return load(county, in(thread));
  }

  private static Condition in(ThreadKey thread) {
    return thread.matter() == null
        ? OBLIGATION_.MATTER.isNull().and(OBLIGATION_.SUBJECT.eq(thread.key()))
        : OBLIGATION_.MATTER.eq(thread.matter().value());
  }

  @Override
  public List<Obligation> openOf(CountyCode county, ThreadKey thread) {
    return load(county, in(thread).and(OBLIGATION_.STATE.eq(DSL.inline("open"))));
  }

  @Override
  public List<Obligation> provisional(
      CountyCode county, String calendar, @Nullable UUID after, int limit) {
    return byId(
        county,
        DSL.condition(OBLIGATION_.PROVISIONAL).and(OBLIGATION_.CALENDAR.ne(calendar)),
        after,
        limit);
  }

  @Override
  public List<Obligation> runningIn(
      CountyCode county, Instant from, Instant to, @Nullable UUID after, int limit) {
    return byId(
        county, OBLIGATION_.DUE_AT.ge(from).and(OBLIGATION_.STARTED_AT.lt(to)), after, limit);
  }

  private List<Obligation> byId(
      CountyCode county, Condition which, @Nullable UUID after, int limit) {
    return rows.assemble(
        county,
        db.selectFrom(OBLIGATION_)
            .where(OBLIGATION_.COUNTY.eq(county.value()))
            .and(OBLIGATION_.STATE.eq(DSL.inline("open")))
            .and(which)
            .and(after == null ? noCondition() : OBLIGATION_.ID.gt(after))
            .orderBy(OBLIGATION_.ID)
            .limit(limit)
            .fetch());
  }

  @Override
  public List<Obligation> claimToWarn(CountyCode county, Instant now, int limit) {
    return claim(
        county,
        OBLIGATION_.WARN_AT.le(now).and(DSL.not(OBLIGATION_.WARNED)),
        OBLIGATION_.WARN_AT,
        limit,
        Map.of(OBLIGATION_.WARNED, true));
  }

  @Override
  public List<Obligation> claimLate(CountyCode county, Instant now, int limit) {
    return claim(
        county,
        OBLIGATION_.DUE_AT.le(now).and(DSL.not(OBLIGATION_.TOLD_LATE)),
        OBLIGATION_.DUE_AT,
        limit,
        Map.of(OBLIGATION_.TOLD_LATE, true, OBLIGATION_.WARNED, true));
  }

  private List<Obligation> claim(
      CountyCode county,
      Condition which,
      Field<Instant> order,
      int limit,
      Map<? extends Field<?>, ?> mark) {
    List<UUID> ids =
        db.select(OBLIGATION_.ID)
            .from(OBLIGATION_)
            .where(OBLIGATION_.COUNTY.eq(county.value()))
            .and(OBLIGATION_.STATE.eq(DSL.inline("open")))
            .and(which)
            .orderBy(order)
            .limit(limit)
            .forUpdate()
            .skipLocked()
            .fetch(OBLIGATION_.ID);
    if (ids.isEmpty()) {
      return List.of();
    }
    db.update(OBLIGATION_)
        .set(mark)
        .where(OBLIGATION_.COUNTY.eq(county.value()))
        .and(OBLIGATION_.ID.in(ids))
        .execute();
    return load(county, OBLIGATION_.ID.in(ids));
  }

  private List<Obligation> load(CountyCode county, Condition which) {
    return rows.assemble(
        county,
        db.selectFrom(OBLIGATION_)
            .where(OBLIGATION_.COUNTY.eq(county.value()))
            .and(which)
            .orderBy(OBLIGATION_.STARTED_AT, OBLIGATION_.ID)
            .fetch());
  }
}
