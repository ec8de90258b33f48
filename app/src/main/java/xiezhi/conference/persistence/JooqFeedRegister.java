package xiezhi.conference.persistence;

import static xiezhischema.conference.Tables.FEED;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import xiezhi.conference.domain.FeedRegister;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhischema.conference.tables.records.FeedRecord;

/** The rows of calendar subscriptions. */
@Repository
class JooqFeedRegister implements FeedRegister {
  private final DSLContext db;

  JooqFeedRegister(DSLContext db) {
    this.db = db;
  }

  @Override
  public void insert(CountyCode county, Feed f, String tokenHash) {
    db.insertInto(FEED)
        .set(FEED.COUNTY, county.value())
        .set(FEED.ID, f.id())
        .set(FEED.TOKEN_HASH, tokenHash)
        .set(FEED.BODY, f.body().value())
        .set(FEED.MADE_AT, f.madeAt())
        .set(FEED.BY_ACCOUNT, f.account())
        .set(FEED.BY_NAME, f.by())
        .execute();
  }

  @Override
  public Optional<Feed> byToken(CountyCode county, String tokenHash) {
    return db.selectFrom(FEED)
        .where(FEED.COUNTY.eq(county.value()))
        .and(FEED.TOKEN_HASH.eq(tokenHash))
        .fetchOptional(JooqFeedRegister::read);
  }

  @Override
  public List<Feed> of(CountyCode county, Collection<BodyId> bodies) {
    return db.selectFrom(FEED)
        .where(FEED.COUNTY.eq(county.value()))
        .and(FEED.BODY.in(bodies.stream().map(BodyId::value).toList()))
        .orderBy(FEED.MADE_AT.desc(), FEED.ID.desc())
        .limit(100)
        .fetch(JooqFeedRegister::read);
  }

  @Override
  public boolean revoke(CountyCode county, UUID id, Collection<BodyId> bodies, Instant at) {
    return db.update(FEED)
            .set(FEED.REVOKED_AT, at)
            .where(FEED.COUNTY.eq(county.value()))
            .and(FEED.ID.eq(id))
            .and(FEED.BODY.in(bodies.stream().map(BodyId::value).toList()))
            .and(FEED.REVOKED_AT.isNull())
            .execute()
        == 1;
  }

  private static Feed read(FeedRecord f) {
    return new Feed(
        f.getId(),
        new BodyId(f.getBody()),
        f.getMadeAt(),
        f.getByAccount(),
        f.getByName(),
        f.getRevokedAt());
  }
}
