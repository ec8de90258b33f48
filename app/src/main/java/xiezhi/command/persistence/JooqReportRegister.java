package xiezhi.command.persistence;

import static xiezhischema.command.Tables.CONTACT;
import static xiezhischema.command.Tables.MARK;
import static xiezhischema.command.Tables.REPORT;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.command.domain.Contact;
import xiezhi.command.domain.Mark;
import xiezhi.command.domain.OrderRegister;
import xiezhi.command.domain.Report;
import xiezhi.command.domain.ReportRegister;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhischema.command.tables.records.ContactRecord;
import xiezhischema.command.tables.records.MarkRecord;
import xiezhischema.command.tables.records.ReportRecord;

/** The rows of reports, marks and contacts. */
@Repository
class JooqReportRegister implements ReportRegister {
  private final DSLContext db;
  private final Rows<ReportRecord> reports;
  private final Rows<ContactRecord> contacts;

  JooqReportRegister(DSLContext db) {
    this.db = db;
    this.reports = new Rows<>(db, REPORT);
    this.contacts = new Rows<>(db, CONTACT);
  }

  @Override
  public void insert(CountyCode county, Report r) {
    reports.insert(county, row -> fill(row, r));
  }

  @Override
  public void update(CountyCode county, Report r) {
    if (!reports.update(county, r.id(), r.version(), row -> fill(row, r))) {
      throw OrderRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public Optional<Report> find(CountyCode county, UUID id) {
    return reports.find(county, id).map(JooqReportRegister::read);
  }

  @Override
  public List<Report> list(CountyCode county, List<BodyId> desk, @Nullable UUID before, int limit) {
    Condition fits =
        REPORT
            .COUNTY
            .eq(county.value())
            .and(before == null ? DSL.noCondition() : REPORT.ID.lt(before));
    return reports.newest(fits, desk, List.of(REPORT.SENDER, REPORT.RECEIVER), limit).stream()
        .map(JooqReportRegister::read)
        .toList();
  }

  @Override
  public List<Report> of(CountyCode county, MatterId matter) {
    return db.selectFrom(REPORT)
        .where(REPORT.COUNTY.eq(county.value()))
        .and(REPORT.MATTER.eq(matter.value()))
        .orderBy(REPORT.ID)
        .fetch(JooqReportRegister::read);
  }

  private static void fill(ReportRecord row, Report r) {
    BodyId receiver = r.receiver();
    row.setId(r.id());
    row.setKind(r.kind().key());
    row.setSender(r.sender().value());
    row.setReceiver(receiver == null ? null : receiver.value());
    row.setContact(r.contact());
    row.setPost(r.post());
    row.setMatter(r.matter() == null ? null : r.matter().value());
    row.setSubject(r.subject());
    row.setWords(r.words());
    row.setAnswer(r.answer());
    row.setStage(r.stage().key());
    row.setLetter(r.letter());
    row.setLetterNumber(r.letterNumber());
    row.setStepAt(r.lastStep().at());
    row.setStepAccount(r.lastStep().account());
    row.setStepName(r.lastStep().by());
    row.setStepNote(r.lastStep().note());
    row.setVersion(r.version());
  }

  private static Report read(ReportRecord r) {
    return new Report(
        r.getId(),
        Report.Kind.valueOf(r.getKind().toUpperCase(Locale.ROOT)),
        new BodyId(r.getSender()),
        r.getReceiver() == null ? null : new BodyId(r.getReceiver()),
        r.getContact(),
        r.getPost(),
        r.getMatter() == null ? null : new MatterId(r.getMatter()),
        r.getSubject(),
        r.getWords(),
        r.getAnswer(),
        Report.Stage.valueOf(r.getStage().toUpperCase(Locale.ROOT)),
        r.getLetter(),
        r.getLetterNumber(),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  @Override
  public void insert(CountyCode county, Mark m) {
    int set =
        db.insertInto(MARK)
            .set(MARK.COUNTY, county.value())
            .set(MARK.ID, m.id())
            .set(MARK.MATTER, m.matter().value())
            .set(MARK.TRIGGER, m.trigger())
            .set(MARK.WORDS, m.set().note())
            .set(MARK.AT, m.set().at())
            .set(MARK.ACCOUNT, m.set().account())
            .set(MARK.NAME, m.set().by())
            .onConflictDoNothing()
            .execute();
    if (set == 0) {
      throw OrderRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public void update(CountyCode county, Mark m) {
    Step back = Objects.requireNonNull(m.takenBack());
    int taken =
        db.update(MARK)
            .set(MARK.BACK_AT, back.at())
            .set(MARK.BACK_ACCOUNT, back.account())
            .set(MARK.BACK_NAME, back.by())
            .set(MARK.BACK_REASON, back.note())
            .where(MARK.COUNTY.eq(county.value()))
            .and(MARK.ID.eq(m.id()))
            .and(MARK.BACK_AT.isNull())
            .execute();
    if (taken == 0) {
      throw OrderRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public Optional<Mark> mark(CountyCode county, MatterId matter) {
    return standing(county, matter).fetchOptional(JooqReportRegister::read);
  }

  @Override
  public Optional<Mark> lockMark(CountyCode county, MatterId matter) {
    return standing(county, matter).forUpdate().fetchOptional(JooqReportRegister::read);
  }

  private SelectConditionStep<MarkRecord> standing(CountyCode county, MatterId matter) {
    return db.selectFrom(MARK)
        .where(MARK.COUNTY.eq(county.value()))
        .and(MARK.MATTER.eq(matter.value()))
        .and(MARK.BACK_AT.isNull());
  }

  private static Mark read(MarkRecord r) {
    return new Mark(
        r.getId(),
        new MatterId(r.getMatter()),
        r.getTrigger(),
        new Step(r.getAt(), r.getAccount(), r.getName(), r.getWords()),
        null);
  }

  @Override
  public void insert(CountyCode county, Contact c) {
    contacts.insert(county, row -> fill(row, c));
  }

  @Override
  public void update(CountyCode county, Contact c) {
    if (!contacts.update(county, c.id(), c.version(), row -> fill(row, c))) {
      throw OrderRegister.changedMeanwhile().exception();
    }
  }

  private static void fill(ContactRecord row, Contact c) {
    row.setId(c.id());
    row.setKind(c.kind());
    row.setUnit(c.unit());
    row.setName(c.name());
    row.setDuty(c.duty());
    row.setPhone(c.phone());
    row.setKeptBy(c.keptBy().value());
    row.setRemoved(c.removed());
    row.setVersion(c.version());
  }

  @Override
  public Optional<Contact> contact(CountyCode county, UUID id) {
    return contacts.find(county, id).map(JooqReportRegister::read);
  }

  @Override
  public List<Contact> contacts(CountyCode county) {
    return db.selectFrom(CONTACT)
        .where(CONTACT.COUNTY.eq(county.value()))
        .and(CONTACT.REMOVED.isFalse())
        .orderBy(CONTACT.KIND, CONTACT.UNIT, CONTACT.NAME, CONTACT.ID)
        .fetch(JooqReportRegister::read);
  }

  private static Contact read(ContactRecord r) {
    return new Contact(
        r.getId(),
        r.getKind(),
        r.getUnit(),
        r.getName(),
        r.getDuty(),
        r.getPhone(),
        new BodyId(r.getKeptBy()),
        r.getRemoved(),
        r.getVersion());
  }
}
