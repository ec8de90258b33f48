package xiezhi.document.persistence;

import static xiezhischema.document.Tables.ATTACHMENT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import xiezhi.document.Attachments.Attachment;
import xiezhi.document.domain.AttachmentRegister;
import xiezhi.shared.AccountId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhischema.document.tables.records.AttachmentRecord;

@Repository
class JooqAttachmentRegister implements AttachmentRegister {
  private final DSLContext db;

  JooqAttachmentRegister(DSLContext db) {
    this.db = db;
  }

  @Override
  public void add(CountyCode county, Attachment a) {
    db.insertInto(ATTACHMENT)
        .set(ATTACHMENT.COUNTY, county.value())
        .set(ATTACHMENT.ID, a.id())
        .set(ATTACHMENT.MATTER, a.matter() == null ? null : a.matter().value())
        .set(ATTACHMENT.KIND, a.kind())
        .set(ATTACHMENT.NAME, a.name())
        .set(ATTACHMENT.MEDIA_TYPE, a.mediaType())
        .set(ATTACHMENT.SIZE, a.size())
        .set(ATTACHMENT.HASH, a.hash())
        .set(ATTACHMENT.ADDED_AT, a.addedAt())
        .set(ATTACHMENT.ADDED_BY, a.addedBy().value())
        .execute();
  }

  @Override
  public Optional<Attachment> find(CountyCode county, UUID id) {
    return find(county, List.of(id)).stream().findFirst();
  }

  @Override
  public List<Attachment> find(CountyCode county, Collection<UUID> ids) {
    return db.selectFrom(ATTACHMENT)
        .where(ATTACHMENT.COUNTY.eq(county.value()))
        .and(ATTACHMENT.ID.in(ids))
        .orderBy(ATTACHMENT.ADDED_AT, ATTACHMENT.ID)
        .fetch(JooqAttachmentRegister::attachment);
  }

  @Override
  public List<Attachment> of(CountyCode county, MatterId matter) {
    return db.selectFrom(ATTACHMENT)
        .where(ATTACHMENT.COUNTY.eq(county.value()))
        .and(ATTACHMENT.MATTER.eq(matter.value()))
        .orderBy(ATTACHMENT.ADDED_AT, ATTACHMENT.ID)
        .fetch(JooqAttachmentRegister::attachment);
  }

  @Override
  public List<Attachment> lock(CountyCode county, Collection<UUID> ids) {
    return db.selectFrom(ATTACHMENT)
        .where(ATTACHMENT.COUNTY.eq(county.value()))
        .and(ATTACHMENT.ID.in(ids))
        .orderBy(ATTACHMENT.ID)
        .forUpdate()
        .fetch(JooqAttachmentRegister::attachment);
  }

  @Override
  public void attach(CountyCode county, MatterId matter, Collection<UUID> ids) {
    db.update(ATTACHMENT)
        .set(ATTACHMENT.MATTER, matter.value())
        .where(ATTACHMENT.COUNTY.eq(county.value()))
        .and(ATTACHMENT.ID.in(ids))
        .execute();
  }

  @Override
  public List<String> forgetUnattached(CountyCode county, Instant addedBefore, int most) {
    var old =
        db.select(ATTACHMENT.ID)
            .from(ATTACHMENT)
            .where(ATTACHMENT.COUNTY.eq(county.value()))
            .and(ATTACHMENT.MATTER.isNull())
            .and(ATTACHMENT.ADDED_AT.lt(addedBefore))
            .orderBy(ATTACHMENT.ADDED_AT)
            .limit(most)
            .forUpdate()
            .skipLocked()
            .fetch(ATTACHMENT.ID);
    return db
        .deleteFrom(ATTACHMENT)
        .where(ATTACHMENT.COUNTY.eq(county.value()))
        .and(ATTACHMENT.ID.in(old))
        .returning(ATTACHMENT.HASH)
        .fetch(ATTACHMENT.HASH)
        .stream()
        .distinct()
        .toList();
  }

  @Override
  public void lockContent(CountyCode county, String hash) {
    db.select(
            DSL.field(
                "pg_advisory_xact_lock(hashtextextended({0}, 0))",
                Object.class, DSL.val("content " + county + " " + hash)))
        .execute();
  }

  @Override
  public boolean isNeeded(CountyCode county, String hash) {
    return db.fetchExists(
        db.selectOne()
            .from(ATTACHMENT)
            .where(ATTACHMENT.COUNTY.eq(county.value()))
            .and(ATTACHMENT.HASH.eq(hash)));
  }

  private static Attachment attachment(AttachmentRecord row) {
    return new Attachment(
        row.getId(),
        row.getMatter() == null ? null : new MatterId(row.getMatter()),
        row.getKind(),
        row.getName(),
        row.getMediaType(),
        row.getSize(),
        row.getHash(),
        row.getAddedAt(),
        new AccountId(row.getAddedBy()));
  }
}
