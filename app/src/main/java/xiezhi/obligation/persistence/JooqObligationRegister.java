package xiezhi.obligation.persistence;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static xiezhischema.obligation.Tables.EXTENSION;
import static xiezhischema.obligation.Tables.OBLIGATION_;
import static xiezhischema.obligation.Tables.OCCURRENCE;
import static xiezhischema.obligation.Tables.PAUSE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import tools.jackson.databind.json.JsonMapper;
import xiezhi.calendar.DueDate;
import xiezhi.calendar.TimeLimit;
import xiezhi.obligation.domain.Obligation;
import xiezhi.obligation.domain.Obligation.Extension;
import xiezhi.obligation.domain.Obligation.Reckoning;
import xiezhi.obligation.domain.Obligation.Standing;
import xiezhi.obligation.domain.Obligation.State;
import xiezhi.obligation.domain.Obligation.Suspension;
import xiezhi.obligation.domain.ObligationRegister;
import xiezhi.obligation.domain.ThreadKey;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhischema.obligation.tables.records.ObligationRecord;

/** The obligations' rows. */
@Repository
class JooqObligationRegister implements ObligationRegister {
  /** A whole row but for the reckoning of each day, which lists do not show. */
  private static final List<Field<?>> BRIEF =
      OBLIGATION_
          .fieldStream()
          .<Field<?>>map(
              f -> f.equals(OBLIGATION_.RECKONING) ? DSL.inline("").as(OBLIGATION_.RECKONING) : f)
          .toList();

  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private final DSLContext db;
  private final JsonMapper json;

  JooqObligationRegister(DSLContext db, JsonMapper json) {
    this.db = db;
    this.json = json;
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
    fill(row, o);
    row.insert();
  }

  @Override
  public void update(CountyCode county, Obligation o) {
    ObligationRecord row = db.newRecord(OBLIGATION_);
    fill(row, o);
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
  public List<Obligation> openOf(CountyCode county, Collection<String> subjects) {
    if (subjects.isEmpty()) {
      return List.of();
    }
    return briefly(
        county,
        brief()
            .where(OBLIGATION_.COUNTY.eq(county.value()))
            .and(OBLIGATION_.SUBJECT.in(subjects))
            .and(OBLIGATION_.STATE.eq(DSL.inline("open")))
            .orderBy(OBLIGATION_.DUE_ORDER, OBLIGATION_.ID)
            .coerce(OBLIGATION_)
            .fetch());
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
    return assemble(
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

  @Override
  public List<Obligation> list(CountyCode county, Query q) {
    List<Condition> all = new ArrayList<>();
    all.add(OBLIGATION_.COUNTY.eq(county.value()));
    // inlined: the partial indexes depend on it
    all.add(
        q.open()
            ? OBLIGATION_.STATE.eq(DSL.inline("open"))
            : OBLIGATION_.STATE.ne(DSL.inline("open")));
    if (!q.confidential()) {
      all.add(DSL.not(DSL.condition(OBLIGATION_.CONFIDENTIAL)));
    }
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
    return briefly(
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
      boolean confidential,
      Instant now,
      int cap) {
    Condition known =
        confidential ? noCondition() : DSL.not(DSL.condition(OBLIGATION_.CONFIDENTIAL));
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

  private List<Obligation> load(CountyCode county, Condition which) {
    return assemble(
        county,
        db.selectFrom(OBLIGATION_)
            .where(OBLIGATION_.COUNTY.eq(county.value()))
            .and(which)
            .orderBy(OBLIGATION_.STARTED_AT, OBLIGATION_.ID)
            .fetch());
  }

  private SelectJoinStep<Record> brief() {
    return db.select(BRIEF).from(OBLIGATION_);
  }

  /** As lists need it: without the reckoning of each day, and without extensions. */
  private List<Obligation> briefly(CountyCode county, List<ObligationRecord> rows) {
    Map<UUID, List<Suspension>> pauses = pauses(county, rows);
    return rows.stream()
        .map(r -> read(r, pauses.getOrDefault(r.getId(), List.of()), List.of()))
        .toList();
  }

  private Map<UUID, List<Suspension>> pauses(CountyCode county, List<ObligationRecord> rows) {
    return rows.isEmpty()
        ? Map.of()
        : db.selectFrom(PAUSE)
            .where(PAUSE.COUNTY.eq(county.value()))
            .and(PAUSE.OBLIGATION.eq(any(ids(rows))))
            .orderBy(PAUSE.FROM_AT)
            .fetchGroups(
                PAUSE.OBLIGATION,
                r ->
                    new Suspension(
                        r.getId(), r.getKind(), r.getReason(), r.getFromAt(), r.getToAt()));
  }

  /** One parameter however many there are: the statement is prepared once. */
  private static UUID[] ids(List<ObligationRecord> rows) {
    return rows.stream().map(ObligationRecord::getId).toArray(UUID[]::new);
  }

  private List<Obligation> assemble(CountyCode county, List<ObligationRecord> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Suspension>> pauses = pauses(county, rows);
    Map<UUID, List<Extension>> extensions =
        db.selectFrom(EXTENSION)
            .where(EXTENSION.COUNTY.eq(county.value()))
            .and(EXTENSION.OBLIGATION.eq(any(ids(rows))))
            .orderBy(EXTENSION.AT)
            .fetchGroups(
                EXTENSION.OBLIGATION,
                r ->
                    new Extension(
                        r.getId(),
                        r.getAt(),
                        r.getReason(),
                        r.getOldDueAt(),
                        r.getNewDueAt(),
                        r.getByAccount(),
                        r.getByName()));
    return rows.stream()
        .map(
            r ->
                read(
                    r,
                    pauses.getOrDefault(r.getId(), List.of()),
                    extensions.getOrDefault(r.getId(), List.of())))
        .toList();
  }

  private void fill(ObligationRecord row, Obligation o) {
    Reckoning k = o.reckoning();
    DueDate due = k.due();
    row.setId(o.id());
    row.setMatter(o.matter() == null ? null : o.matter().value());
    row.setSubject(o.subject());
    row.setConfidential(o.confidential());
    row.setDuty(o.standing().duty());
    row.setRuleKey(o.standing().key());
    row.setRule(o.standing().rule());
    row.setMechanism(o.standing().mechanism());
    row.setBreachable(o.standing().breachable());
    row.setDebtor(o.debtor().value());
    row.setCreditor(o.creditor() == null ? null : o.creditor().value());
    row.setStartEvent(o.startEvent());
    row.setStartedAt(o.startedAt());
    row.setTypedAmount(k.typed() == null ? null : k.typed().amount());
    row.setTypedUnit(k.typed() == null ? null : k.typed().unit().name());
    row.setDueAt(due == null ? null : due.at());
    row.setDueOn(due == null ? null : due.lastDay());
    row.setTargetAt(k.targetAt());
    row.setWarnAt(k.warnAt());
    row.setDueOrder(due == null ? NEVER : due.at());
    row.setProvisional(due != null && due.provisional());
    row.setCalendar(due == null ? "" : due.calendarVersion());
    row.setReckoning(due == null ? "" : json.writeValueAsString(due));
    row.setReplaces(o.replaces());
    row.setVersion(o.version());
    switch (o.state()) {
      case State.Open() -> end(row, "open", null, null, false, null);
      case State.Done(var at, var event, var late) -> end(row, "done", at, event, late, null);
      case State.Excused(var at, var reason) -> end(row, "excused", at, null, false, reason);
      case State.Void(var at, var reason) -> end(row, "void", at, null, false, reason);
    }
  }

  private static void end(
      ObligationRecord row,
      String state,
      @Nullable Instant at,
      @Nullable String event,
      boolean late,
      @Nullable String note) {
    row.setState(state);
    row.setEndedAt(at);
    row.setEndEvent(event);
    row.setLate(late);
    row.setNote(note);
  }

  private Obligation read(ObligationRecord r, List<Suspension> pauses, List<Extension> extensions) {
    TimeLimit typed =
        r.getTypedAmount() == null
            ? null
            : TimeLimit.of(r.getTypedAmount(), TimeLimit.Unit.valueOf(r.getTypedUnit()));
    Instant dueAt = r.getDueAt();
    return new Obligation(
        r.getId(),
        r.getMatter() == null ? null : new MatterId(r.getMatter()),
        r.getSubject(),
        r.getConfidential(),
        new Standing(r.getDuty(), r.getRuleKey(), r.getRule(), r.getMechanism(), r.getBreachable()),
        new BodyId(r.getDebtor()),
        r.getCreditor() == null ? null : new BodyId(r.getCreditor()),
        r.getStartEvent(),
        r.getStartedAt(),
        new Reckoning(typed, dueAt == null ? null : due(r, dueAt), r.getTargetAt(), r.getWarnAt()),
        pauses,
        extensions,
        state(r),
        r.getReplaces(),
        r.getVersion());
  }

  private DueDate due(ObligationRecord r, Instant at) {
    if (!r.getReckoning().isEmpty()) {
      return json.readValue(r.getReckoning(), DueDate.class);
    }
    LocalDate on = r.getDueOn();
    return new DueDate(at, on, 0, List.of(), r.getProvisional(), List.of(), r.getCalendar());
  }

  private static State state(Record row) {
    Instant at = row.get(OBLIGATION_.ENDED_AT);
    String note = row.get(OBLIGATION_.NOTE);
    return switch (row.get(OBLIGATION_.STATE)) {
      case "open" -> new State.Open();
      case "done" -> new State.Done(at, row.get(OBLIGATION_.END_EVENT), row.get(OBLIGATION_.LATE));
      case "excused" -> new State.Excused(at, note);
      case "void" -> new State.Void(at, note);
      case String other -> throw new IllegalStateException("unknown state " + other);
    };
  }
}
