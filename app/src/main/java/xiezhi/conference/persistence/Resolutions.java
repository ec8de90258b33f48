package xiezhi.conference.persistence;

import static org.jooq.impl.DSL.noCondition;
import static xiezhischema.conference.Tables.RESOLUTION;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import xiezhi.conference.domain.MeetingRegister;
import xiezhi.conference.domain.Resolution;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhischema.conference.tables.records.ResolutionRecord;

/** The rows of what meetings resolved. */
final class Resolutions {
  private final DSLContext db;
  private final Rows<ResolutionRecord> resolutions;

  Resolutions(DSLContext db) {
    this.db = db;
    this.resolutions = new Rows<>(db, RESOLUTION);
  }

  void insert(CountyCode county, Resolution r) {
    resolutions.insert(county, row -> fill(row, r));
  }

  void update(CountyCode county, Resolution r) {
    if (!resolutions.update(county, r.id(), r.version(), row -> fill(row, r))) {
      throw MeetingRegister.overtaken().exception();
    }
  }

  Optional<Resolution> find(CountyCode county, UUID id) {
    return load(county, RESOLUTION.ID.eq(id), 1).stream().findFirst();
  }

  List<Resolution> of(CountyCode county, UUID meeting) {
    return db.selectFrom(RESOLUTION)
        .where(RESOLUTION.COUNTY.eq(county.value()))
        .and(RESOLUTION.MEETING.eq(meeting))
        .orderBy(RESOLUTION.POSITION)
        .fetch(Resolutions::read);
  }

  List<Resolution> owed(CountyCode county, @Nullable Collection<BodyId> debtors, int limit) {
    return load(
        county,
        RESOLUTION
            .STAGE
            .eq(DSL.inline("owed"))
            .and(
                debtors == null
                    ? noCondition()
                    : RESOLUTION.DEBTOR.in(debtors.stream().map(BodyId::value).toList())),
        limit);
  }

  private List<Resolution> load(CountyCode county, Condition which, int limit) {
    return db.selectFrom(RESOLUTION)
        .where(RESOLUTION.COUNTY.eq(county.value()))
        .and(which)
        .orderBy(RESOLUTION.DUE_ON, RESOLUTION.ID)
        .limit(limit)
        .fetch(Resolutions::read);
  }

  private static void fill(ResolutionRecord row, Resolution r) {
    row.setId(r.id());
    row.setMeeting(r.meeting());
    row.setPosition(r.position());
    row.setContent(r.content());
    row.setDebtor(r.debtor().value());
    row.setDueOn(r.dueOn());
    row.setStage(r.stage().key());
    row.setReport(r.report());
    row.setMatter(r.matter() == null ? null : r.matter().value());
    row.setStepAt(r.lastStep().at());
    row.setStepAccount(r.lastStep().account());
    row.setStepName(r.lastStep().by());
    row.setStepNote(r.lastStep().note());
    row.setVersion(r.version());
  }

  private static Resolution read(ResolutionRecord r) {
    return new Resolution(
        r.getId(),
        r.getMeeting(),
        r.getPosition(),
        r.getContent(),
        new BodyId(r.getDebtor()),
        r.getDueOn(),
        Resolution.Stage.valueOf(r.getStage().toUpperCase(Locale.ROOT)),
        r.getReport(),
        r.getMatter() == null ? null : new MatterId(r.getMatter()),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }
}
