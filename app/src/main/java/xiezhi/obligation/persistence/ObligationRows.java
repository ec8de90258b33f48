package xiezhi.obligation.persistence;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.row;
import static xiezhischema.obligation.Tables.EXTENSION;
import static xiezhischema.obligation.Tables.OBLIGATION_;
import static xiezhischema.obligation.Tables.PAUSE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.calendar.DueDate;
import xiezhi.calendar.TimeLimit;
import xiezhi.obligation.domain.Known;
import xiezhi.obligation.domain.Obligation;
import xiezhi.obligation.domain.Obligation.Extension;
import xiezhi.obligation.domain.Obligation.Reckoning;
import xiezhi.obligation.domain.Obligation.Standing;
import xiezhi.obligation.domain.Obligation.State;
import xiezhi.obligation.domain.Obligation.Suspension;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhischema.obligation.tables.records.ObligationRecord;

/** An obligation and its rows, from one to the other. */
@Component
class ObligationRows {
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private final DSLContext db;
  private final JsonMapper json;

  ObligationRows(DSLContext db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Whole. */
  List<Obligation> assemble(CountyCode county, List<ObligationRecord> rows) {
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

  /** As lists need it: without the reckoning of each day, and without extensions. */
  List<Obligation> briefly(CountyCode county, List<ObligationRecord> rows) {
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

  void fill(ObligationRecord row, Obligation o) {
    Reckoning k = o.reckoning();
    DueDate due = k.due();
    row.setId(o.id());
    row.setMatter(o.matter() == null ? null : o.matter().value());
    row.setSubject(o.subject());
    row.setConfidential(o.confidential());
    row.setSupervised(o.known() == Known.BY_SUPERVISORS);
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
        r.getSupervised()
            ? Known.BY_SUPERVISORS
            : r.getConfidential() ? Known.AT_THE_DESKS : Known.OPENLY,
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
