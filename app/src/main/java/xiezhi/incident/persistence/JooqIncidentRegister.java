package xiezhi.incident.persistence;

import static xiezhischema.incident.Tables.INCIDENT_;
import static xiezhischema.incident.Tables.INVOLVED;
import static xiezhischema.incident.Tables.OPINION;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.flow.Step;
import xiezhi.incident.domain.HelpRequest;
import xiezhi.incident.domain.Incident;
import xiezhi.incident.domain.IncidentRegister;
import xiezhi.incident.domain.Opinion;
import xiezhi.incident.domain.Place;
import xiezhi.incident.domain.SupportCall;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhischema.incident.tables.records.IncidentRecord;
import xiezhischema.incident.tables.records.OpinionRecord;

/** The rows of incidents and opinions; those of calls are {@link JooqCalls}'s. */
@Repository
class JooqIncidentRegister implements IncidentRegister {
  private final DSLContext db;
  private final Rows<IncidentRecord> incidents;
  private final Rows<OpinionRecord> opinions;
  private final JsonMapper json;
  private final JooqCalls calls;

  JooqIncidentRegister(DSLContext db, JsonMapper json, JooqCalls calls) {
    this.db = db;
    this.incidents = new Rows<>(db, INCIDENT_);
    this.opinions = new Rows<>(db, OPINION);
    this.json = json;
    this.calls = calls;
  }

  @Override
  public void insert(CountyCode county, SupportCall call, Collection<BodyId> involved) {
    calls.insert(county, call, involved);
  }

  @Override
  public void update(CountyCode county, SupportCall call) {
    calls.update(county, call);
  }

  @Override
  public Optional<SupportCall> call(CountyCode county, UUID id) {
    return calls.find(county, id);
  }

  @Override
  public List<SupportCall> calls(CountyCode county, Query q) {
    return calls.list(county, q);
  }

  @Override
  public void insert(CountyCode county, HelpRequest help) {
    calls.insert(county, help);
  }

  @Override
  public void update(CountyCode county, HelpRequest help) {
    calls.update(county, help);
  }

  @Override
  public Optional<HelpRequest> help(CountyCode county, UUID id) {
    return calls.help(county, id);
  }

  @Override
  public List<HelpRequest> helps(CountyCode county, Query q) {
    return calls.helps(county, q);
  }

  @Override
  public void insert(CountyCode county, Incident i, Collection<BodyId> involved) {
    incidents.insert(county, row -> fill(row, i));
    new LinkedHashSet<>(involved).forEach(body -> involve(county, i, body));
  }

  @Override
  public void update(CountyCode county, Incident i) {
    if (!incidents.update(county, i.id(), i.version(), row -> fill(row, i))) {
      throw IncidentRegister.changedMeanwhile().exception();
    }
    if (i.stage() == Incident.Stage.CLOSED) {
      db.update(INVOLVED)
          .set(INVOLVED.OPEN, false)
          .where(INVOLVED.COUNTY.eq(county.value()))
          .and(INVOLVED.KIND.eq("incident"))
          .and(INVOLVED.THING.eq(i.id()))
          .execute();
    }
  }

  @Override
  public Optional<Incident> incident(CountyCode county, UUID id) {
    return incidents.find(county, id).map(this::read);
  }

  @Override
  public List<Incident> incidents(CountyCode county, Query q) {
    Condition fits = INCIDENT_.COUNTY.eq(county.value());
    if (!q.desk().isEmpty()) {
      // one walk along the index for each body of the desk, as far as the page goes
      Set<UUID> found = new LinkedHashSet<>();
      for (BodyId body : q.desk()) {
        found.addAll(
            db.select(INVOLVED.THING)
                .from(INVOLVED)
                .where(INVOLVED.COUNTY.eq(county.value()))
                .and(INVOLVED.BODY.eq(body.value()))
                .and(INVOLVED.KIND.eq("incident"))
                .and(INVOLVED.URGENT.isFalse())
                .and(q.open() ? INVOLVED.OPEN.isTrue() : DSL.noCondition())
                .and(q.before() == null ? DSL.noCondition() : INVOLVED.THING.lt(q.before()))
                .orderBy(INVOLVED.THING.desc())
                .limit(q.limit())
                .fetch(INVOLVED.THING));
      }
      fits = fits.and(INCIDENT_.ID.in(found));
    }
    return db.selectFrom(INCIDENT_)
        .where(fits)
        .and(q.open() ? INCIDENT_.STAGE.eq("open") : DSL.noCondition())
        .and(q.before() == null ? DSL.noCondition() : INCIDENT_.ID.lt(q.before()))
        .orderBy(INCIDENT_.ID.desc())
        .limit(q.limit())
        .fetch(this::read);
  }

  @Override
  public void involve(CountyCode county, Incident i, BodyId body) {
    db.insertInto(INVOLVED)
        .set(INVOLVED.COUNTY, county.value())
        .set(INVOLVED.BODY, body.value())
        .set(INVOLVED.KIND, "incident")
        .set(INVOLVED.URGENT, false)
        .set(INVOLVED.OPEN, true)
        .set(INVOLVED.THING, i.id())
        .onConflictDoNothing()
        .execute();
  }

  @Override
  public boolean isInvolved(CountyCode county, UUID thing, List<BodyId> desk) {
    return db.fetchExists(
        db.selectOne()
            .from(INVOLVED)
            .where(INVOLVED.COUNTY.eq(county.value()))
            .and(INVOLVED.KIND.in("call", "incident"))
            .and(INVOLVED.THING.eq(thing))
            .and(INVOLVED.BODY.in(desk.stream().map(BodyId::value).toList())));
  }

  @Override
  public void insert(CountyCode county, Opinion o) {
    opinions.insert(county, row -> fill(row, o));
  }

  @Override
  public void update(CountyCode county, Opinion o) {
    if (!opinions.update(county, o.id(), o.version(), row -> fill(row, o))) {
      throw IncidentRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public Optional<Opinion> opinion(CountyCode county, UUID id) {
    return opinions.find(county, id).map(this::read);
  }

  @Override
  public List<Opinion> opinions(CountyCode county, Query q) {
    return db.selectFrom(OPINION)
        .where(OPINION.COUNTY.eq(county.value()))
        .and(
            q.desk().isEmpty()
                ? DSL.noCondition()
                : OPINION.OWNER.in(q.desk().stream().map(BodyId::value).toList()))
        .and(q.open() ? OPINION.STAGE.in("open", "answered") : DSL.noCondition())
        .and(q.before() == null ? DSL.noCondition() : OPINION.ID.lt(q.before()))
        .orderBy(OPINION.ID.desc())
        .limit(q.limit())
        .fetch(this::read);
  }

  private void fill(IncidentRecord row, Incident i) {
    row.setId(i.id());
    row.setMatter(i.matter() == null ? null : i.matter().value());
    row.setCall(i.call());
    row.setOpener(i.opener().value());
    row.setTitle(i.title());
    row.setStage(i.stage().key());
    row.setContent(JSONB.valueOf(json.writeValueAsString(i.content())));
    row.setPlace(JSONB.valueOf(json.writeValueAsString(i.place())));
    row.setHappenedAt(i.happenedAt());
    row.setStepAt(i.lastStep().at());
    row.setStepAccount(i.lastStep().account());
    row.setStepName(i.lastStep().by());
    row.setStepNote(i.lastStep().note());
    row.setVersion(i.version());
  }

  private Incident read(IncidentRecord r) {
    return new Incident(
        r.getId(),
        r.getMatter() == null ? null : new MatterId(r.getMatter()),
        r.getCall(),
        new BodyId(r.getOpener()),
        r.getTitle(),
        json.readValue(r.getPlace().data(), Place.class),
        r.getHappenedAt(),
        json.readValue(r.getContent().data(), Incident.Content.class),
        Incident.Stage.valueOf(r.getStage().toUpperCase(Locale.ROOT)),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  private void fill(OpinionRecord row, Opinion o) {
    row.setId(o.id());
    row.setIncident(o.incident());
    row.setOwner(o.owner().value());
    row.setSource(o.source());
    row.setHeat(o.heat());
    row.setWords(o.words());
    row.setStage(o.stage().key());
    row.setMeasures(JSONB.valueOf(json.writeValueAsString(o.measures())));
    row.setStepAt(o.lastStep().at());
    row.setStepAccount(o.lastStep().account());
    row.setStepName(o.lastStep().by());
    row.setStepNote(o.lastStep().note());
    row.setVersion(o.version());
  }

  private Opinion read(OpinionRecord r) {
    return new Opinion(
        r.getId(),
        r.getIncident(),
        new BodyId(r.getOwner()),
        r.getSource(),
        r.getHeat(),
        r.getWords(),
        Arrays.asList(json.readValue(r.getMeasures().data(), Opinion.Measure[].class)),
        Opinion.Stage.valueOf(r.getStage().toUpperCase(Locale.ROOT)),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }
}
