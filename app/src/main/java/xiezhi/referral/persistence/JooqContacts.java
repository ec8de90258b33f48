package xiezhi.referral.persistence;

import static xiezhischema.referral.Tables.CONTACT;
import static xiezhischema.referral.Tables.THRESHOLD;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.flow.Step;
import xiezhi.referral.domain.Contact;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;

/** The contacts' and thresholds' rows. */
@Repository
class JooqContacts implements Contact.Register {
  private final DSLContext db;

  JooqContacts(DSLContext db) {
    this.db = db;
  }

  @Override
  public void insert(CountyCode county, Contact c) {
    db.insertInto(CONTACT)
        .set(CONTACT.COUNTY, county.value())
        .set(CONTACT.ID, c.id())
        .set(CONTACT.BODY, c.body().value())
        .set(CONTACT.PARTNER, c.partner())
        .set(CONTACT.KIND, c.kind().key())
        .set(CONTACT.MATTER, c.matter() == null ? null : c.matter().value())
        .set(CONTACT.SUBJECT, c.subject())
        .set(CONTACT.CONTENT, c.content())
        .set(CONTACT.AT, c.step().at())
        .set(CONTACT.ACCOUNT, c.step().account())
        .set(CONTACT.BY_NAME, c.step().by())
        .execute();
  }

  @Override
  public List<Contact> list(
      CountyCode county, List<BodyId> desk, @Nullable UUID before, int limit) {
    return db.selectFrom(CONTACT)
        .where(CONTACT.COUNTY.eq(county.value()))
        .and(
            desk.isEmpty()
                ? DSL.noCondition()
                : CONTACT.BODY.in(desk.stream().map(BodyId::value).toList()))
        .and(before == null ? DSL.noCondition() : CONTACT.ID.lt(before))
        .orderBy(CONTACT.ID.desc())
        .limit(limit)
        .fetch(
            c ->
                new Contact(
                    c.getId(),
                    new BodyId(c.getBody()),
                    c.getPartner(),
                    Contact.Kind.valueOf(c.getKind().toUpperCase(Locale.ROOT)),
                    c.getMatter() == null ? null : new MatterId(c.getMatter()),
                    c.getSubject(),
                    c.getContent(),
                    new Step(c.getAt(), c.getAccount(), c.getByName(), "")));
  }

  @Override
  public List<Contact.Threshold> thresholds(CountyCode county, List<String> items) {
    return db.select(DSL.asterisk())
        .distinctOn(THRESHOLD.ITEM)
        .from(THRESHOLD)
        .where(THRESHOLD.COUNTY.eq(county.value()))
        .and(THRESHOLD.ITEM.in(items))
        .orderBy(THRESHOLD.ITEM, THRESHOLD.ID.desc())
        .fetchInto(THRESHOLD)
        .map(
            t ->
                new Contact.Threshold(
                    t.getId(),
                    t.getItem(),
                    t.getThreshold(),
                    t.getSource(),
                    t.getAt(),
                    t.getByName()));
  }

  @Override
  public void note(CountyCode county, Contact.Threshold t) {
    db.insertInto(THRESHOLD)
        .set(THRESHOLD.COUNTY, county.value())
        .set(THRESHOLD.ID, t.id())
        .set(THRESHOLD.ITEM, t.item())
        .set(THRESHOLD.THRESHOLD_, t.threshold())
        .set(THRESHOLD.SOURCE, t.source())
        .set(THRESHOLD.AT, t.at())
        .set(THRESHOLD.BY_NAME, t.by())
        .execute();
  }
}
