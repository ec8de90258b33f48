package xiezhi.incident.persistence;

import static xiezhischema.incident.Tables.HELP_REQUEST;
import static xiezhischema.incident.Tables.INVOLVED;
import static xiezhischema.incident.Tables.SUPPORT_CALL;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.flow.Step;
import xiezhi.incident.domain.HelpRequest;
import xiezhi.incident.domain.IncidentRegister;
import xiezhi.incident.domain.IncidentRegister.Query;
import xiezhi.incident.domain.Place;
import xiezhi.incident.domain.SupportCall;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhischema.incident.tables.records.HelpRequestRecord;
import xiezhischema.incident.tables.records.SupportCallRecord;

/** The rows of calls and of help asked for. What nobody searches for is kept as one document. */
@Repository
class JooqCalls {
  private final DSLContext db;
  private final Rows<SupportCallRecord> calls;
  private final Rows<HelpRequestRecord> helps;
  private final JsonMapper json;

  JooqCalls(DSLContext db, JsonMapper json) {
    this.db = db;
    this.calls = new Rows<>(db, SUPPORT_CALL);
    this.helps = new Rows<>(db, HELP_REQUEST);
    this.json = json;
  }

  /** What of a call nobody searches for. */
  record CallContent(
      Place place,
      String words,
      List<String> helps,
      SupportCall.Times times,
      SupportCall.Work work) {}

  record HelpContent(
      String words,
      String basis,
      @Nullable Place place,
      @Nullable Instant from,
      @Nullable Instant to,
      int strength,
      int given) {}

  void insert(CountyCode county, SupportCall c, Collection<BodyId> involved) {
    calls.insert(county, row -> fill(row, c));
    for (BodyId body : new LinkedHashSet<>(involved)) {
      db.insertInto(INVOLVED)
          .set(INVOLVED.COUNTY, county.value())
          .set(INVOLVED.BODY, body.value())
          .set(INVOLVED.KIND, "call")
          .set(INVOLVED.URGENT, c.isUrgent())
          .set(INVOLVED.OPEN, c.isOpen())
          .set(INVOLVED.THING, c.id())
          .execute();
    }
  }

  void update(CountyCode county, SupportCall c) {
    if (!calls.update(county, c.id(), c.version(), row -> fill(row, c))) {
      throw IncidentRegister.changedMeanwhile().exception();
    }
    db.update(INVOLVED)
        .set(INVOLVED.URGENT, c.isUrgent())
        .set(INVOLVED.OPEN, c.isOpen())
        .where(INVOLVED.COUNTY.eq(county.value()))
        .and(INVOLVED.KIND.eq("call"))
        .and(INVOLVED.THING.eq(c.id()))
        .execute();
  }

  Optional<SupportCall> find(CountyCode county, UUID id) {
    return calls.find(county, id).map(this::read);
  }

  List<SupportCall> list(CountyCode county, Query q) {
    Condition fits = SUPPORT_CALL.COUNTY.eq(county.value());
    if (q.desk().isEmpty()) {
      fits =
          fits.and(q.open() ? SUPPORT_CALL.OPEN.isTrue() : DSL.noCondition())
              .and(after(q, SUPPORT_CALL.URGENT, SUPPORT_CALL.ID));
    } else {
      // one walk along the index for each body of the desk, as far as the page goes
      Set<UUID> found = new LinkedHashSet<>();
      for (BodyId body : q.desk()) {
        found.addAll(
            db.select(INVOLVED.THING)
                .from(INVOLVED)
                .where(INVOLVED.COUNTY.eq(county.value()))
                .and(INVOLVED.BODY.eq(body.value()))
                .and(INVOLVED.KIND.eq("call"))
                .and(q.open() ? INVOLVED.OPEN.isTrue() : DSL.noCondition())
                .and(after(q, INVOLVED.URGENT, INVOLVED.THING))
                .orderBy(INVOLVED.URGENT.desc(), INVOLVED.THING.desc())
                .limit(q.limit())
                .fetch(INVOLVED.THING));
      }
      fits = fits.and(SUPPORT_CALL.ID.in(found));
    }
    return db.selectFrom(SUPPORT_CALL)
        .where(fits)
        .orderBy(SUPPORT_CALL.URGENT.desc(), SUPPORT_CALL.ID.desc())
        .limit(q.limit())
        .fetch(this::read);
  }

  /** Those in danger are few, and all of them are on the first page. */
  private static Condition after(Query q, Field<Boolean> urgent, Field<UUID> id) {
    return q.before() == null ? DSL.noCondition() : urgent.isFalse().and(id.lt(q.before()));
  }

  void insert(CountyCode county, HelpRequest h) {
    helps.insert(county, row -> fill(row, h));
  }

  void update(CountyCode county, HelpRequest h) {
    if (!helps.update(county, h.id(), h.version(), row -> fill(row, h))) {
      throw IncidentRegister.changedMeanwhile().exception();
    }
  }

  Optional<HelpRequest> help(CountyCode county, UUID id) {
    return helps.find(county, id).map(this::read);
  }

  List<HelpRequest> helps(CountyCode county, Query q) {
    Condition fits =
        HELP_REQUEST
            .COUNTY
            .eq(county.value())
            .and(q.open() ? HELP_REQUEST.STAGE.eq("asked") : DSL.noCondition())
            .and(q.before() == null ? DSL.noCondition() : HELP_REQUEST.ID.lt(q.before()));
    return helps
        .newest(fits, q.desk(), List.of(HELP_REQUEST.ASKER, HELP_REQUEST.POLICE), q.limit())
        .stream()
        .map(this::read)
        .toList();
  }

  private void fill(SupportCallRecord row, SupportCall c) {
    row.setId(c.id());
    row.setMatter(c.matter() == null ? null : c.matter().value());
    row.setTeam(c.team().value());
    row.setStation(c.station().value());
    row.setTrigger(c.trigger());
    row.setDanger(c.danger());
    row.setStage(c.stage().key());
    row.setOpen(c.isOpen());
    row.setUrgent(c.isUrgent());
    row.setContent(
        JSONB.valueOf(
            json.writeValueAsString(
                new CallContent(c.place(), c.words(), c.helps(), c.times(), c.work()))));
    row.setPressedAt(c.times().pressedAt());
    row.setReceivedAt(c.times().receivedAt());
    row.setStepAt(c.lastStep().at());
    row.setStepAccount(c.lastStep().account());
    row.setStepName(c.lastStep().by());
    row.setStepNote(c.lastStep().note());
    row.setVersion(c.version());
  }

  private SupportCall read(SupportCallRecord r) {
    CallContent c = json.readValue(r.getContent().data(), CallContent.class);
    return new SupportCall(
        r.getId(),
        r.getMatter() == null ? null : new MatterId(r.getMatter()),
        new BodyId(r.getTeam()),
        new BodyId(r.getStation()),
        r.getTrigger(),
        r.getDanger(),
        c.place(),
        c.words(),
        c.helps(),
        c.times(),
        c.work(),
        SupportCall.Stage.of(r.getStage()),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  private void fill(HelpRequestRecord row, HelpRequest h) {
    row.setId(h.id());
    row.setKind(h.kind().key());
    row.setMatter(h.matter() == null ? null : h.matter().value());
    row.setAsker(h.asker().value());
    row.setPolice(h.police().value());
    row.setStage(h.stage().key());
    row.setContent(
        JSONB.valueOf(
            json.writeValueAsString(
                new HelpContent(
                    h.words(), h.basis(), h.place(), h.from(), h.to(), h.strength(), h.given()))));
    row.setSealed(h.sealed());
    row.setStepAt(h.lastStep().at());
    row.setStepAccount(h.lastStep().account());
    row.setStepName(h.lastStep().by());
    row.setStepNote(h.lastStep().note());
    row.setVersion(h.version());
  }

  private HelpRequest read(HelpRequestRecord r) {
    HelpContent c = json.readValue(r.getContent().data(), HelpContent.class);
    return new HelpRequest(
        r.getId(),
        HelpRequest.Kind.valueOf(r.getKind().toUpperCase(Locale.ROOT)),
        r.getMatter() == null ? null : new MatterId(r.getMatter()),
        new BodyId(r.getAsker()),
        new BodyId(r.getPolice()),
        c.words(),
        c.basis(),
        c.place(),
        c.from(),
        c.to(),
        c.strength(),
        c.given(),
        r.getSealed(),
        HelpRequest.Stage.valueOf(r.getStage().toUpperCase(Locale.ROOT)),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }
}
