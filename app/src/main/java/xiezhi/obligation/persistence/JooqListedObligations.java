package xiezhi.obligation.persistence;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static xiezhischema.obligation.Tables.OBLIGATION_;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.obligation.domain.ListedObligations;
import xiezhi.obligation.domain.Obligation;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;

/** The obligations' rows as lists ask for them. */
@Repository
class JooqListedObligations implements ListedObligations {
  /** A whole row but for the reckoning of each day, which lists do not show. */
  private static final List<Field<?>> BRIEF =
      OBLIGATION_
          .fieldStream()
          .<Field<?>>map(
              f -> f.equals(OBLIGATION_.RECKONING) ? DSL.inline("").as(OBLIGATION_.RECKONING) : f)
          .toList();

  private final DSLContext db;
  private final ObligationRows rows;

  JooqListedObligations(DSLContext db, ObligationRows rows) {
    this.db = db;
    this.rows = rows;
  }

  @Override
  public List<Obligation> openOf(CountyCode county, Collection<String> subjects) {
    return subjects.isEmpty() ? List.of() : open(county, OBLIGATION_.SUBJECT.in(subjects));
  }

  @Override
  public List<Obligation> openOfMatters(CountyCode county, Collection<MatterId> matters) {
    UUID[] ids = matters.stream().map(MatterId::value).toArray(UUID[]::new);
    return ids.length == 0 ? List.of() : open(county, OBLIGATION_.MATTER.eq(any(ids)));
  }

  private List<Obligation> open(CountyCode county, Condition which) {
    return rows.briefly(
        county,
        brief()
            .where(OBLIGATION_.COUNTY.eq(county.value()))
            .and(which)
            .and(OBLIGATION_.STATE.eq(DSL.inline("open")))
            .orderBy(OBLIGATION_.DUE_ORDER, OBLIGATION_.ID)
            .coerce(OBLIGATION_)
            .fetch());
  }

  @Override
  public List<Obligation> list(CountyCode county, Query q) {
    List<Condition> all = new ArrayList<>();
    all.add(OBLIGATION_.COUNTY.eq(county.value()));
    // inlined: the partial indexes depend on it
    all.add(
        q.open()
            ? OBLIGATION_.STATE.eq(DSL.inline("open"))
            : OBLIGATION_.STATE.ne(DSL.inline("open")));
    all.add(known(q.confided()));
    if (q.duty() != null) {
      all.add(OBLIGATION_.DUTY.eq(q.duty()));
    }
    if (q.dueBefore() != null) {
      all.add(OBLIGATION_.DUE_ORDER.lt(q.dueBefore()));
    }
    if (q.afterDue() != null && q.afterId() != null) {
      all.add(row(OBLIGATION_.DUE_ORDER, OBLIGATION_.ID).gt(val(q.afterDue()), val(q.afterId())));
    }
    boolean owing = q.debtors() != null && !q.debtors().isEmpty();
    Collection<String> desk = owing ? q.debtors() : q.creditors();
    var side = owing ? OBLIGATION_.DEBTOR : OBLIGATION_.CREDITOR;
    // one ordered index scan for each body, merged: an IN list would sort everything the body owes
    var some =
        (desk == null ? Stream.of(noCondition()) : desk.stream().map(side::eq))
            .map(
                whose ->
                    brief()
                        .where(all)
                        .and(whose)
                        .orderBy(OBLIGATION_.DUE_ORDER, OBLIGATION_.ID)
                        .limit(q.limit()))
            .<Select<Record>>map(one -> one)
            .reduce(Select::unionAll)
            .orElseThrow()
            .asTable("some");
    return rows.briefly(
        county,
        db.selectFrom(some)
            .orderBy(some.field(OBLIGATION_.DUE_ORDER), some.field(OBLIGATION_.ID))
            .limit(q.limit())
            .coerce(OBLIGATION_)
            .fetch());
  }

  @Override
  public Map<String, long[]> counts(
      CountyCode county,
      @Nullable Collection<String> debtors,
      Confided confided,
      Instant now,
      int cap) {
    Condition known = known(confided);
    // as in the list: each body's own most urgent, not a sort of everything they owe together
    var some =
        (debtors == null ? Stream.of(noCondition()) : debtors.stream().map(OBLIGATION_.DEBTOR::eq))
            .map(whose -> mostUrgent(county, whose.and(known), cap))
            .reduce(Select::unionAll)
            .orElseThrow()
            .asTable("some");
    var due = some.field(OBLIGATION_.DUE_AT);
    var warn = some.field(OBLIGATION_.WARN_AT);
    var target = some.field(OBLIGATION_.TARGET_AT);
    var breachable = some.field(OBLIGATION_.BREACHABLE);
    var duty = some.field(OBLIGATION_.DUTY);
    if (due == null || warn == null || target == null || breachable == null || duty == null) {
      throw new IllegalStateException("the counted columns are named above");
    }
    Condition red = due.le(now).and(DSL.condition(breachable));
    Condition amber = warn.le(now).or(target.le(now)).or(due.le(now));
    Map<String, long[]> found = new LinkedHashMap<>();
    db.select(
            duty,
            DSL.count(),
            DSL.count().filterWhere(red),
            DSL.count().filterWhere(amber.andNot(red)))
        .from(some)
        .groupBy(duty)
        .orderBy(field("2").desc())
        .forEach(r -> found.put(r.value1(), new long[] {r.value2(), r.value3(), r.value4()}));
    return found;
  }

  private Select<Record5<String, Instant, Instant, Instant, Boolean>> mostUrgent(
      CountyCode county, Condition whose, int cap) {
    return db.select(
            OBLIGATION_.DUTY,
            OBLIGATION_.DUE_AT,
            OBLIGATION_.WARN_AT,
            OBLIGATION_.TARGET_AT,
            OBLIGATION_.BREACHABLE)
        .from(OBLIGATION_)
        .where(OBLIGATION_.COUNTY.eq(county.value()))
        .and(OBLIGATION_.STATE.eq(DSL.inline("open")))
        .and(whose)
        .orderBy(OBLIGATION_.DUE_ORDER)
        .limit(cap);
  }

  private static Condition known(Confided confided) {
    Condition withoutThem =
        DSL.not(
            DSL.condition(confided.desks() ? OBLIGATION_.SUPERVISED : OBLIGATION_.CONFIDENTIAL));
    return confided.supervisor() == null
        ? withoutThem
        : withoutThem.or(
            DSL.condition(OBLIGATION_.SUPERVISED)
                .and(OBLIGATION_.DEBTOR.eq(confided.supervisor().value())));
  }

  private SelectJoinStep<Record> brief() {
    return db.select(BRIEF).from(OBLIGATION_);
  }
}
