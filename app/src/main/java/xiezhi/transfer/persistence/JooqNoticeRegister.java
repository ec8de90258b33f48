package xiezhi.transfer.persistence;

import static xiezhischema.transfer.Tables.NOTICE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhi.transfer.domain.Notice;
import xiezhi.transfer.domain.NoticeRegister;
import xiezhi.transfer.domain.Transfer.Letter;
import xiezhischema.transfer.tables.records.NoticeRecord;

/** The notices' rows. */
@Repository
class JooqNoticeRegister implements NoticeRegister {
  private final DSLContext db;
  private final Rows<NoticeRecord> notices;

  JooqNoticeRegister(DSLContext db) {
    this.db = db;
    this.notices = new Rows<>(db, NOTICE);
  }

  @Override
  public void insert(CountyCode county, Notice n) {
    notices.insert(
        county,
        row -> {
          row.setSentAt(n.lastStep().at());
          row.setSentBy(n.lastStep().by());
          fill(row, n);
        });
  }

  @Override
  public void update(CountyCode county, Notice n) {
    if (!notices.update(county, n.id(), n.version(), row -> fill(row, n))) {
      throw NoticeRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public Optional<Notice> find(CountyCode county, UUID id) {
    return notices.find(county, id).map(JooqNoticeRegister::read);
  }

  @Override
  public List<Notice> of(CountyCode county, MatterId matter) {
    return db.selectFrom(NOTICE)
        .where(NOTICE.COUNTY.eq(county.value()))
        .and(NOTICE.MATTER.eq(matter.value()))
        .orderBy(NOTICE.SENT_AT)
        .fetch(JooqNoticeRegister::read);
  }

  private static void fill(NoticeRecord row, Notice n) {
    row.setId(n.id());
    row.setMatter(n.matter().value());
    row.setPurpose(n.purpose().key());
    row.setNotifier(n.notifier().value());
    row.setNotified(n.notified().value());
    row.setContent(n.content());
    row.setStage(n.stage().key());
    row.setStepAt(n.lastStep().at());
    row.setStepName(n.lastStep().by());
    row.setStepNote(n.lastStep().note());
    row.setAcknowledged(n.acknowledged());
    row.setReasonGiven(n.reasonGiven());
    row.setReportedTo(n.reportedTo() == null ? null : n.reportedTo().value());
    row.setLetter(n.letter() == null ? null : n.letter().id());
    row.setLetterNumber(n.letter() == null ? null : n.letter().number());
    row.setReport(n.report() == null ? null : n.report().id());
    row.setReportNumber(n.report() == null ? null : n.report().number());
    row.setVersion(n.version());
  }

  private static Notice read(NoticeRecord r) {
    return new Notice(
        r.getId(),
        new MatterId(r.getMatter()),
        Notice.Purpose.valueOf(r.getPurpose().toUpperCase(Locale.ROOT).replace('-', '_')),
        new BodyId(r.getNotifier()),
        new BodyId(r.getNotified()),
        r.getContent(),
        Notice.Stage.valueOf(r.getStage().toUpperCase(Locale.ROOT)),
        r.getAcknowledged(),
        r.getReasonGiven(),
        r.getReportedTo() == null ? null : new BodyId(r.getReportedTo()),
        letter(r.getLetter(), r.getLetterNumber()),
        letter(r.getReport(), r.getReportNumber()),
        new Step(r.getStepAt(), "", r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  private static @Nullable Letter letter(@Nullable UUID id, @Nullable String number) {
    return id == null || number == null ? null : new Letter(id, number);
  }
}
