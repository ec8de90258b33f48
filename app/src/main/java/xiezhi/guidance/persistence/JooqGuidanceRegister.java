package xiezhi.guidance.persistence;

import static xiezhischema.guidance.Tables.ENTRY;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.flow.Step;
import xiezhi.guidance.domain.Guidance;
import xiezhi.guidance.domain.GuidanceRegister;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhischema.guidance.tables.records.EntryRecord;

@Repository
class JooqGuidanceRegister implements GuidanceRegister {
  private final DSLContext db;
  private final Rows<EntryRecord> entries;

  JooqGuidanceRegister(DSLContext db) {
    this.db = db;
    this.entries = new Rows<>(db, ENTRY);
  }

  @Override
  public void insert(CountyCode county, Guidance g) {
    entries.insert(county, row -> fill(row, g));
  }

  @Override
  public void update(CountyCode county, Guidance g) {
    if (!entries.update(county, g.id(), g.version(), row -> fill(row, g))) {
      throw GuidanceRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public Optional<Guidance> find(CountyCode county, UUID id) {
    return entries.find(county, id).map(JooqGuidanceRegister::read);
  }

  @Override
  public List<Guidance> list(
      CountyCode county, List<BodyId> desk, @Nullable UUID before, int limit) {
    return db.selectFrom(ENTRY)
        .where(ENTRY.COUNTY.eq(county.value()))
        .and(
            ENTRY
                .STAGE
                .eq("published")
                .or(ENTRY.BODY.in(desk.stream().map(BodyId::value).toList())))
        .and(before == null ? DSL.noCondition() : ENTRY.ID.lt(before))
        .orderBy(ENTRY.ID.desc())
        .limit(limit)
        .fetch(JooqGuidanceRegister::read);
  }

  @Override
  public List<Guidance> published(CountyCode county, int limit) {
    return db.selectFrom(ENTRY)
        .where(ENTRY.COUNTY.eq(county.value()))
        .and(ENTRY.STAGE.eq("published"))
        .orderBy(ENTRY.ID.desc())
        .limit(limit)
        .fetch(JooqGuidanceRegister::read);
  }

  private static void fill(EntryRecord row, Guidance g) {
    row.setId(g.id());
    row.setKind(g.kind());
    row.setTrade(g.trade());
    row.setTitle(g.title());
    row.setContent(g.content());
    row.setLegalBasis(g.legalBasis());
    row.setMatter(g.matter() == null ? null : g.matter().value());
    row.setBody(g.body().value());
    row.setStage(g.stage().key());
    row.setPublishedAt(g.publishedAt());
    row.setStepAt(g.lastStep().at());
    row.setStepAccount(g.lastStep().account());
    row.setStepName(g.lastStep().by());
    row.setStepNote(g.lastStep().note());
    row.setVersion(g.version());
  }

  private static Guidance read(EntryRecord r) {
    return new Guidance(
        r.getId(),
        r.getKind(),
        r.getTrade(),
        r.getTitle(),
        r.getContent(),
        r.getLegalBasis(),
        r.getMatter() == null ? null : new MatterId(r.getMatter()),
        new BodyId(r.getBody()),
        Guidance.Stage.valueOf(r.getStage().toUpperCase(Locale.ROOT)),
        r.getPublishedAt(),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }
}
