package xiezhi.intake.persistence;

import static xiezhischema.intake.Tables.ADDITION;
import static xiezhischema.intake.Tables.COMPLAINT;
import static xiezhischema.intake.Tables.GUIDANCE;
import static xiezhischema.intake.Tables.LINK;
import static xiezhischema.intake.Tables.STEP;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import xiezhi.intake.domain.Complaint;
import xiezhi.intake.domain.ComplaintCode;
import xiezhi.intake.domain.ComplaintRegister;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhischema.intake.tables.records.ComplaintRecord;

/** The complaints' rows. */
@Repository
class JooqComplaintRegister implements ComplaintRegister {
  private final DSLContext db;
  private final Rows<ComplaintRecord> complaints;

  JooqComplaintRegister(DSLContext db) {
    this.db = db;
    this.complaints = new Rows<>(db, COMPLAINT);
  }

  @Override
  public void insert(CountyCode county, Complaint c, Extras extras) {
    complaints.insert(
        county,
        row -> {
          row.setCode(c.code().text());
          row.setMatter(c.matter().value());
          row.setService(extras.service());
          row.setDivision(extras.division());
          row.setReceivedBy(extras.receivedBy());
          row.setContact(extras.contact());
          row.setWords(extras.words());
          row.setAddress(extras.address());
          row.setLng(extras.lng());
          row.setLat(extras.lat());
          row.setUpdatedAt(c.origin().receivedAt());
          row.setFirstReceiver(c.firstReceiver().value());
          ComplaintRows.origin(row, c.origin());
          ComplaintRows.fill(row, c);
        });
  }

  @Override
  public void update(CountyCode county, Complaint c, Instant at) {
    if (!complaints.update(
        county,
        c.id(),
        c.version(),
        row -> {
          ComplaintRows.fill(row, c);
          row.setUpdatedAt(at);
        })) {
      throw ComplaintRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public Optional<Complaint> find(CountyCode county, UUID id) {
    return complaints.find(county, id).map(ComplaintRows::read);
  }

  @Override
  public Optional<Complaint> byCode(CountyCode county, ComplaintCode code) {
    return db.selectFrom(COMPLAINT)
        .where(COMPLAINT.COUNTY.eq(county.value()))
        .and(COMPLAINT.CODE.eq(code.text()))
        .fetchOptional(ComplaintRows::read);
  }

  @Override
  public List<Complaint> of(CountyCode county, MatterId matter) {
    return db.selectFrom(COMPLAINT)
        .where(COMPLAINT.COUNTY.eq(county.value()))
        .and(COMPLAINT.MATTER.eq(matter.value()))
        .orderBy(COMPLAINT.RECEIVED_AT, COMPLAINT.ID)
        .fetch(ComplaintRows::read);
  }

  @Override
  public List<Line> of(CountyCode county, Collection<UUID> matters) {
    return db.selectFrom(COMPLAINT)
        .where(COMPLAINT.COUNTY.eq(county.value()))
        .and(COMPLAINT.MATTER.in(matters))
        .fetch(JooqComplaintRegister::line);
  }

  @Override
  public List<Complaint> followers(CountyCode county, UUID leader) {
    return db.selectFrom(COMPLAINT)
        .where(COMPLAINT.COUNTY.eq(county.value()))
        .and(COMPLAINT.MERGED_INTO.eq(leader))
        .orderBy(COMPLAINT.RECEIVED_AT, COMPLAINT.ID)
        .fetch(ComplaintRows::read);
  }

  @Override
  public PublicLine extras(CountyCode county, UUID id) {
    return db.selectFrom(COMPLAINT)
        .where(COMPLAINT.COUNTY.eq(county.value()))
        .and(COMPLAINT.ID.eq(id))
        .fetchSingle(JooqComplaintRegister::publicLine);
  }

  private static PublicLine publicLine(ComplaintRecord r) {
    return new PublicLine(
        ComplaintRows.read(r),
        new Extras(
            r.getService(),
            r.getDivision(),
            r.getWords(),
            r.getAddress(),
            r.getLng(),
            r.getLat(),
            r.getReceivedBy(),
            r.getContact()),
        r.getUpdatedAt());
  }

  @Override
  public List<PublicLine> published(CountyCode county, PublicQuery q) {
    List<Condition> which = new ArrayList<>();
    which.add(COMPLAINT.COUNTY.eq(county.value()));
    // literally as in the partial indexes
    which.add(COMPLAINT.CHANNEL.in(DSL.inline("web"), DSL.inline("open311")));
    if (!q.ids().isEmpty()) {
      which.add(COMPLAINT.ID.in(q.ids()));
    }
    if (!q.services().isEmpty()) {
      which.add(COMPLAINT.SERVICE.in(q.services()));
    }
    if (q.open() != null) {
      which.add(q.open() ? COMPLAINT.STAGE.ne("closed") : COMPLAINT.STAGE.eq("closed"));
    }
    if (q.from() != null) {
      which.add(COMPLAINT.RECEIVED_AT.ge(q.from()));
    }
    if (q.to() != null) {
      which.add(COMPLAINT.RECEIVED_AT.le(q.to()));
    }
    if (q.updatedSince() != null) {
      which.add(COMPLAINT.UPDATED_AT.ge(q.updatedSince()));
    }
    return db.selectFrom(COMPLAINT)
        .where(which)
        .orderBy(COMPLAINT.RECEIVED_AT.desc(), COMPLAINT.ID.desc())
        .offset(q.offset())
        .limit(q.limit())
        .fetch(JooqComplaintRegister::publicLine);
  }

  @Override
  public List<Line> list(CountyCode county, Query q) {
    Condition which = filtered(county, q);
    TableField<ComplaintRecord, String> side =
        switch (q.whose()) {
          case ANSWERABLE -> COMPLAINT.ANSWERABLE;
          case FOLLOWED -> COMPLAINT.FIRST_RECEIVER;
          case ARRIVING -> COMPLAINT.GOING_TO;
        };
    // one ordered index scan for each body, merged: an IN list would sort all they ever had
    Table<?> some =
        (q.desk() == null
                ? Stream.of(DSL.noCondition())
                : q.desk().stream().map(b -> side.eq(b.value())))
            .map(
                whose ->
                    db.selectFrom(COMPLAINT)
                        .where(which)
                        .and(whose)
                        .orderBy(COMPLAINT.RECEIVED_AT.desc(), COMPLAINT.ID.desc())
                        .limit(q.limit()))
            .<Select<ComplaintRecord>>map(one -> one)
            .reduce(Select::unionAll)
            .orElseThrow()
            .asTable("some");
    return db.selectFrom(some)
        .orderBy(
            DSL.field(COMPLAINT.RECEIVED_AT.getUnqualifiedName()).desc(),
            DSL.field(COMPLAINT.ID.getUnqualifiedName()).desc())
        .limit(q.limit())
        .coerce(COMPLAINT)
        .fetch(JooqComplaintRegister::line);
  }

  private static Condition filtered(CountyCode county, Query q) {
    List<Condition> which = new ArrayList<>();
    which.add(COMPLAINT.COUNTY.eq(county.value()));
    if (q.stage() != null) {
      which.add(COMPLAINT.STAGE.eq(q.stage()));
    }
    if (q.channel() != null) {
      which.add(COMPLAINT.CHANNEL.eq(q.channel()));
    }
    if (q.matters() != null) {
      which.add(COMPLAINT.MATTER.in(q.matters()));
    }
    if (q.before() != null) {
      which.add(DSL.row(COMPLAINT.RECEIVED_AT, COMPLAINT.ID).lt(DSL.row(q.before(), q.beforeId())));
    }
    return DSL.and(which);
  }

  private static Line line(ComplaintRecord r) {
    return new Line(ComplaintRows.read(r), r.getService(), r.getDivision());
  }

  // ------------------------------------------------------------------ what hangs on a complaint

  @Override
  public void note(CountyCode county, UUID complaint, Step s) {
    db.insertInto(STEP)
        .set(STEP.COUNTY, county.value())
        .set(STEP.COMPLAINT, complaint)
        .set(STEP.ID, Ids.next())
        .set(STEP.AT, s.at())
        .set(STEP.EVENT, s.event())
        .set(STEP.BODY, s.body().value())
        .set(STEP.BY_NAME, s.by())
        .set(STEP.NOTE, s.note())
        .execute();
  }

  @Override
  public List<Step> steps(CountyCode county, UUID complaint) {
    return steps(county, List.of(complaint)).getOrDefault(complaint, List.of());
  }

  @Override
  public Map<UUID, List<Step>> steps(CountyCode county, Collection<UUID> complaints) {
    return db.selectFrom(STEP)
        .where(STEP.COUNTY.eq(county.value()))
        .and(STEP.COMPLAINT.in(complaints))
        .orderBy(STEP.AT, STEP.ID)
        .fetchGroups(
            STEP.COMPLAINT,
            s ->
                new Step(
                    s.getAt(), s.getEvent(), new BodyId(s.getBody()), s.getByName(), s.getNote()));
  }

  @Override
  public void add(CountyCode county, UUID complaint, Addition a) {
    db.insertInto(ADDITION)
        .set(ADDITION.COUNTY, county.value())
        .set(ADDITION.COMPLAINT, complaint)
        .set(ADDITION.ID, Ids.next())
        .set(ADDITION.AT, a.at())
        .set(ADDITION.WORDS, a.words())
        .set(ADDITION.FILES, a.files().toArray(UUID[]::new))
        .execute();
  }

  @Override
  public List<Addition> additions(CountyCode county, UUID complaint) {
    return db.selectFrom(ADDITION)
        .where(ADDITION.COUNTY.eq(county.value()))
        .and(ADDITION.COMPLAINT.eq(complaint))
        .orderBy(ADDITION.AT, ADDITION.ID)
        .fetch(a -> new Addition(a.getAt(), a.getWords(), List.of(a.getFiles())));
  }

  @Override
  public void guide(CountyCode county, UUID complaint, Guidance g) {
    db.insertInto(GUIDANCE)
        .set(GUIDANCE.COUNTY, county.value())
        .set(GUIDANCE.COMPLAINT, complaint)
        .set(GUIDANCE.ID, Ids.next())
        .set(GUIDANCE.AT, g.at())
        .set(GUIDANCE.BODY, g.body().value())
        .set(GUIDANCE.BY_NAME, g.by())
        .set(GUIDANCE.WORDS, g.words())
        .execute();
  }

  @Override
  public List<Guidance> guidance(CountyCode county, UUID complaint) {
    return db.selectFrom(GUIDANCE)
        .where(GUIDANCE.COUNTY.eq(county.value()))
        .and(GUIDANCE.COMPLAINT.eq(complaint))
        .orderBy(GUIDANCE.AT, GUIDANCE.ID)
        .fetch(g -> new Guidance(g.getAt(), new BodyId(g.getBody()), g.getByName(), g.getWords()));
  }

  @Override
  public void link(CountyCode county, UUID one, UUID other, Instant at, String by) {
    for (UUID[] pair : List.of(new UUID[] {one, other}, new UUID[] {other, one})) {
      db.insertInto(LINK)
          .set(LINK.COUNTY, county.value())
          .set(LINK.COMPLAINT, pair[0])
          .set(LINK.OTHER, pair[1])
          .set(LINK.AT, at)
          .set(LINK.BY_NAME, by)
          .onConflictDoNothing()
          .execute();
    }
  }

  @Override
  public List<UUID> links(CountyCode county, UUID complaint) {
    return db.select(LINK.OTHER)
        .from(LINK)
        .where(LINK.COUNTY.eq(county.value()))
        .and(LINK.COMPLAINT.eq(complaint))
        .orderBy(LINK.AT)
        .fetch(LINK.OTHER);
  }
}
