package xiezhi.referral.persistence;

import static xiezhischema.referral.Tables.PAPER;
import static xiezhischema.referral.Tables.REFERRAL_;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.flow.Step;
import xiezhi.referral.domain.Referral;
import xiezhi.referral.domain.ReferralRegister;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.persistence.Rows;
import xiezhischema.referral.tables.records.ReferralRecord;

/** The referrals' rows. What nobody searches for is kept whole, as one document. */
@Repository
class JooqReferralRegister implements ReferralRegister {
  private final DSLContext db;
  private final Rows<ReferralRecord> referrals;
  private final JsonMapper json;

  JooqReferralRegister(DSLContext db, JsonMapper json) {
    this.db = db;
    this.referrals = new Rows<>(db, REFERRAL_);
    this.json = json;
  }

  @Override
  public void insert(CountyCode county, Referral r) {
    try {
      referrals.insert(county, row -> fill(row, r));
    } catch (DuplicateKeyException e) {
      // two marked it at the same time
      throw Refusal.of(
              Refusal.Kind.CONFLICT,
              "referral.already-marked",
              "This matter is marked as a suspected crime already.")
          .exception();
    }
  }

  @Override
  public void update(CountyCode county, Referral r) {
    if (!referrals.update(county, r.id(), r.version(), row -> fill(row, r))) {
      throw ReferralRegister.overtaken(find(county, r.id()).orElse(r)).exception();
    }
  }

  @Override
  public Optional<Referral> find(CountyCode county, UUID id) {
    return referrals.find(county, id).map(this::read);
  }

  @Override
  public List<Referral> of(CountyCode county, MatterId matter) {
    return db.selectFrom(REFERRAL_)
        .where(REFERRAL_.COUNTY.eq(county.value()))
        .and(REFERRAL_.MATTER.eq(matter.value()))
        .orderBy(REFERRAL_.ID)
        .fetch(this::read);
  }

  @Override
  public List<Referral> list(
      CountyCode county, List<BodyId> desk, boolean open, @Nullable UUID before, int limit) {
    Condition fits =
        REFERRAL_
            .COUNTY
            .eq(county.value())
            .and(open ? REFERRAL_.OPEN.isTrue() : DSL.noCondition())
            .and(before == null ? DSL.noCondition() : REFERRAL_.ID.lt(before));
    return referrals
        .newest(fits, desk, List.of(REFERRAL_.LEGAL, REFERRAL_.HOLDER, REFERRAL_.POLICE), limit)
        .stream()
        .map(this::read)
        .toList();
  }

  @Override
  public void keep(CountyCode county, UUID referral, Paper paper) {
    db.insertInto(PAPER)
        .set(PAPER.COUNTY, county.value())
        .set(PAPER.REFERRAL, referral)
        .set(PAPER.LETTER, paper.letter())
        .set(PAPER.TEMPLATE, paper.template())
        .set(PAPER.NUMBER, paper.number())
        .set(PAPER.TITLE, paper.title())
        .set(PAPER.ISSUER, paper.issuer())
        .set(PAPER.AT, paper.at())
        .execute();
  }

  @Override
  public List<Paper> papers(CountyCode county, UUID referral) {
    return db.selectFrom(PAPER)
        .where(PAPER.COUNTY.eq(county.value()))
        .and(PAPER.REFERRAL.eq(referral))
        .orderBy(PAPER.AT, PAPER.LETTER)
        .fetch(
            p ->
                new Paper(
                    p.getLetter(),
                    p.getTemplate(),
                    p.getNumber(),
                    p.getTitle(),
                    p.getIssuer(),
                    p.getAt()));
  }

  private void fill(ReferralRecord row, Referral r) {
    row.setId(r.id());
    row.setMatter(r.matter().value());
    row.setHolder(r.holder().value());
    row.setLegal(r.legal().value());
    row.setPolice(r.police() == null ? null : r.police().value());
    row.setStage(r.stage().key());
    row.setOpen(r.isOpen());
    row.setContent(JSONB.valueOf(json.writeValueAsString(r.content())));
    row.setLetter(r.letter() == null ? null : r.letter().id());
    row.setLetterNumber(r.letter() == null ? null : r.letter().number());
    row.setStepAt(r.lastStep().at());
    row.setStepAccount(r.lastStep().account());
    row.setStepName(r.lastStep().by());
    row.setStepNote(r.lastStep().note());
    row.setVersion(r.version());
  }

  private Referral read(ReferralRecord r) {
    return new Referral(
        r.getId(),
        new MatterId(r.getMatter()),
        new BodyId(r.getHolder()),
        new BodyId(r.getLegal()),
        r.getPolice() == null ? null : new BodyId(r.getPolice()),
        json.readValue(r.getContent().data(), Referral.Content.class),
        Referral.Stage.of(r.getStage()),
        r.getLetter() == null ? null : new Referral.Letter(r.getLetter(), r.getLetterNumber()),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }
}
