package xiezhi.whistle.persistence;

import static xiezhischema.whistle.Tables.CALL;
import static xiezhischema.whistle.Tables.SUGGESTION;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.calendar.TimeLimit;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhi.whistle.domain.Call;
import xiezhi.whistle.domain.Suggestion;
import xiezhi.whistle.domain.WhistleRegister;
import xiezhischema.whistle.tables.records.CallRecord;
import xiezhischema.whistle.tables.records.SuggestionRecord;

/** The rows of calls and suggestions. */
@Repository
class JooqWhistleRegister implements WhistleRegister {
  private final DSLContext db;
  private final Rows<CallRecord> calls;
  private final Rows<SuggestionRecord> suggestions;

  JooqWhistleRegister(DSLContext db) {
    this.db = db;
    this.calls = new Rows<>(db, CALL);
    this.suggestions = new Rows<>(db, SUGGESTION);
  }

  @Override
  public void insert(CountyCode county, Call c) {
    calls.insert(county, row -> fill(row, c));
  }

  @Override
  public void update(CountyCode county, Call c) {
    if (!calls.update(county, c.id(), c.version(), row -> fill(row, c))) {
      throw WhistleRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public Optional<Call> find(CountyCode county, UUID id) {
    return calls.find(county, id).map(JooqWhistleRegister::read);
  }

  @Override
  public List<Call> ofWhistle(CountyCode county, UUID whistle) {
    return db.selectFrom(CALL)
        .where(CALL.COUNTY.eq(county.value()))
        .and(CALL.WHISTLE.eq(whistle))
        .orderBy(CALL.ID)
        .fetch(JooqWhistleRegister::read);
  }

  @Override
  public List<Call> list(
      CountyCode county, List<BodyId> desk, boolean open, @Nullable UUID before, int limit) {
    Condition fits =
        CALL.COUNTY
            .eq(county.value())
            .and(open ? CALL.STAGE.notIn("confirmed", "withdrawn") : DSL.noCondition())
            .and(before == null ? DSL.noCondition() : CALL.ID.lt(before));
    return calls
        .newest(fits, desk, List.of(CALL.CALLER, CALL.CALLED, CALL.REPORTED_TO), limit)
        .stream()
        .map(JooqWhistleRegister::read)
        .toList();
  }

  @Override
  public List<Response> responses(CountyCode county) {
    Field<Long> seconds =
        DSL.field(
            "round(avg(extract(epoch from {0} - {1})))",
            SQLDataType.BIGINT, CALL.ARRIVED_AT, CALL.SENT_AT);
    return db.select(CALL.CALLED, DSL.count(), DSL.count(CALL.ARRIVED_AT), seconds)
        .from(CALL)
        .where(CALL.COUNTY.eq(county.value()))
        .and(CALL.KIND.eq("whistle"))
        .and(CALL.STAGE.ne("withdrawn"))
        .groupBy(CALL.CALLED)
        .orderBy(seconds.asc().nullsLast(), CALL.CALLED)
        .fetch(r -> new Response(new BodyId(r.value1()), r.value2(), r.value3(), r.value4()));
  }

  @Override
  public void insert(CountyCode county, Suggestion s) {
    suggestions.insert(county, row -> fill(row, s));
  }

  @Override
  public void update(CountyCode county, Suggestion s) {
    if (!suggestions.update(county, s.id(), s.version(), row -> fill(row, s))) {
      throw WhistleRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public Optional<Suggestion> suggestion(CountyCode county, UUID id) {
    return suggestions.find(county, id).map(JooqWhistleRegister::read);
  }

  @Override
  public List<Suggestion> suggestions(
      CountyCode county, List<BodyId> desk, @Nullable UUID before, int limit) {
    List<String> ids = desk.stream().map(BodyId::value).toList();
    return db.selectFrom(SUGGESTION)
        .where(SUGGESTION.COUNTY.eq(county.value()))
        .and(
            SUGGESTION
                .CALLER
                .in(ids)
                .or(SUGGESTION.CALLED.in(ids))
                .or(SUGGESTION.ORGANISATION.in(ids)))
        .and(before == null ? DSL.noCondition() : SUGGESTION.ID.lt(before))
        .orderBy(SUGGESTION.ID.desc())
        .limit(limit)
        .fetch(JooqWhistleRegister::read);
  }

  private static void fill(CallRecord row, Call c) {
    Call.Letter letter = c.letter();
    Call.Letter told = c.reportLetter();
    TimeLimit limit = c.limit();
    BodyId reported = c.reportedTo();
    row.setId(c.id());
    row.setWhistle(c.whistle());
    row.setKind(c.kind().key());
    row.setMatter(c.matter() == null ? null : c.matter().value());
    row.setCaller(c.caller().value());
    row.setCalled(c.called().value());
    row.setSubject(c.subject());
    row.setWords(c.words());
    row.setStage(c.stage().key());
    row.setSentAt(c.sentAt());
    row.setReportedInAt(c.reportedInAt());
    row.setArrivedAt(c.arrivedAt());
    row.setPeople(c.people());
    row.setResult(c.result());
    row.setReasonGiven(c.reasonGiven());
    row.setReportedTo(reported == null ? null : reported.value());
    row.setLimitAmount(limit == null ? null : limit.amount());
    row.setLimitUnit(limit == null ? null : limit.unit().name());
    row.setLetter(letter == null ? null : letter.id());
    row.setLetterNumber(letter == null ? null : letter.number());
    row.setReportLetter(told == null ? null : told.id());
    row.setReportNumber(told == null ? null : told.number());
    row.setStepAt(c.lastStep().at());
    row.setStepAccount(c.lastStep().account());
    row.setStepName(c.lastStep().by());
    row.setStepNote(c.lastStep().note());
    row.setVersion(c.version());
  }

  private static Call read(CallRecord r) {
    return new Call(
        r.getId(),
        r.getWhistle(),
        Call.Kind.valueOf(r.getKind().toUpperCase(Locale.ROOT)),
        r.getMatter() == null ? null : new MatterId(r.getMatter()),
        new BodyId(r.getCaller()),
        new BodyId(r.getCalled()),
        r.getSubject(),
        r.getWords(),
        Call.Stage.of(r.getStage()),
        r.getSentAt(),
        r.getReportedInAt(),
        r.getArrivedAt(),
        r.getPeople(),
        r.getResult(),
        r.getReasonGiven(),
        r.getReportedTo() == null ? null : new BodyId(r.getReportedTo()),
        r.getLimitAmount() == null
            ? null
            : TimeLimit.of(r.getLimitAmount(), TimeLimit.Unit.valueOf(r.getLimitUnit())),
        r.getLetter() == null ? null : new Call.Letter(r.getLetter(), r.getLetterNumber()),
        r.getReportLetter() == null
            ? null
            : new Call.Letter(r.getReportLetter(), r.getReportNumber()),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  private static void fill(SuggestionRecord row, Suggestion s) {
    Suggestion.Letter letter = s.letter();
    BodyId organisation = s.organisation();
    row.setId(s.id());
    row.setCaller(s.caller().value());
    row.setCalled(s.called().value());
    row.setOrganisation(organisation == null ? null : organisation.value());
    row.setKind(s.kind());
    row.setAbout(s.about());
    row.setWords(s.words());
    row.setAnswer(s.answer());
    row.setStage(s.stage().key());
    row.setLetter(letter == null ? null : letter.id());
    row.setLetterNumber(letter == null ? null : letter.number());
    row.setStepAt(s.lastStep().at());
    row.setStepAccount(s.lastStep().account());
    row.setStepName(s.lastStep().by());
    row.setStepNote(s.lastStep().note());
    row.setVersion(s.version());
  }

  private static Suggestion read(SuggestionRecord r) {
    return new Suggestion(
        r.getId(),
        new BodyId(r.getCaller()),
        new BodyId(r.getCalled()),
        r.getOrganisation() == null ? null : new BodyId(r.getOrganisation()),
        r.getKind(),
        r.getAbout(),
        r.getWords(),
        r.getAnswer(),
        Suggestion.Stage.valueOf(r.getStage().toUpperCase(Locale.ROOT)),
        r.getLetter() == null ? null : new Suggestion.Letter(r.getLetter(), r.getLetterNumber()),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }
}
