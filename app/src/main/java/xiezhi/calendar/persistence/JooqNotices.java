package xiezhi.calendar.persistence;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static xiezhischema.calendar.Tables.COUNTY_DAY;
import static xiezhischema.calendar.Tables.COUNTY_NOTICE;
import static xiezhischema.calendar.Tables.NATIONAL_DAY;
import static xiezhischema.calendar.Tables.NATIONAL_NOTICE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import xiezhi.calendar.domain.Notice;
import xiezhi.calendar.domain.Notice.Arranged;
import xiezhi.calendar.domain.Notice.Arrangement;
import xiezhi.calendar.domain.Notice.Scope;
import xiezhi.calendar.domain.Notices;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhischema.calendar.tables.records.CountyNoticeRecord;
import xiezhischema.calendar.tables.records.NationalNoticeRecord;

@Repository
class JooqNotices implements Notices {
  private final DSLContext db;

  JooqNotices(DSLContext db) {
    this.db = db;
  }

  @Override
  public Revision revision(CountyCode county) {
    var row =
        db.select(
                field(select(max(NATIONAL_NOTICE.SEQ)).from(NATIONAL_NOTICE)),
                field(
                    select(max(COUNTY_NOTICE.SEQ))
                        .from(COUNTY_NOTICE)
                        .where(COUNTY_NOTICE.COUNTY.eq(county.value()))))
            .fetchSingle();
    return new Revision(
        Objects.requireNonNullElse(row.value1(), 0L), Objects.requireNonNullElse(row.value2(), 0L));
  }

  @Override
  public List<Kept> national() {
    Map<Long, List<Arranged>> days =
        db.select(
                NATIONAL_DAY.SEQ, NATIONAL_DAY.DAY, NATIONAL_DAY.ARRANGEMENT, NATIONAL_DAY.FESTIVAL)
            .from(NATIONAL_DAY)
            .orderBy(NATIONAL_DAY.SEQ, NATIONAL_DAY.DAY)
            .fetchGroups(
                NATIONAL_DAY.SEQ,
                d -> new Arranged(d.value2(), Arrangement.valueOf(d.value3()), d.value4()));
    return db.selectFrom(NATIONAL_NOTICE)
        .orderBy(NATIONAL_NOTICE.SEQ)
        .fetch(n -> kept(n, days.getOrDefault(n.getSeq(), List.of())));
  }

  private static Kept kept(NationalNoticeRecord n, List<Arranged> days) {
    return new Kept(
        new Notice(
            n.getId(),
            Scope.NATIONAL,
            n.getYear(),
            n.getTitle(),
            n.getNumber(),
            n.getDated(),
            n.getKnownFrom(),
            n.getEvidence(),
            n.getNote(),
            days),
        n.getHash(),
        n.getRecordedAt());
  }

  @Override
  public List<Kept> of(CountyCode county) {
    Map<Long, List<Arranged>> days =
        db.select(COUNTY_DAY.SEQ, COUNTY_DAY.DAY, COUNTY_DAY.ARRANGEMENT, COUNTY_DAY.FESTIVAL)
            .from(COUNTY_DAY)
            .where(COUNTY_DAY.COUNTY.eq(county.value()))
            .orderBy(COUNTY_DAY.SEQ, COUNTY_DAY.DAY)
            .fetchGroups(
                COUNTY_DAY.SEQ,
                d -> new Arranged(d.value2(), Arrangement.valueOf(d.value3()), d.value4()));
    return db.selectFrom(COUNTY_NOTICE)
        .where(COUNTY_NOTICE.COUNTY.eq(county.value()))
        .orderBy(COUNTY_NOTICE.SEQ)
        .fetch(n -> kept(n, days.getOrDefault(n.getSeq(), List.of())));
  }

  private static Kept kept(CountyNoticeRecord n, List<Arranged> days) {
    return new Kept(
        new Notice(
            n.getId(),
            Scope.valueOf(n.getScope()),
            n.getYear(),
            n.getTitle(),
            n.getNumber(),
            n.getDated(),
            n.getKnownFrom(),
            n.getEvidence(),
            n.getNote(),
            days),
        n.getHash(),
        n.getRecordedAt());
  }

  @Override
  public void lockNational() {
    lock("national");
  }

  @Override
  public void lock(CountyCode county) {
    lock(county.value());
  }

  private void lock(String whose) {
    db.select(
            field(
                "pg_advisory_xact_lock(hashtextextended({0}, 0))",
                Object.class, val("calendar " + whose)))
        .execute();
  }

  @Override
  public Optional<String> lastHash(Notice notice, CountyCode county) {
    return db.select(COUNTY_NOTICE.HASH)
        .from(COUNTY_NOTICE)
        .where(COUNTY_NOTICE.COUNTY.eq(county.value()))
        .and(COUNTY_NOTICE.ID.eq(notice.id()))
        .and(COUNTY_NOTICE.SCOPE.eq(notice.scope().name()))
        .orderBy(COUNTY_NOTICE.SEQ.desc())
        .limit(1)
        .fetchOptional(COUNTY_NOTICE.HASH);
  }

  @Override
  public Optional<String> lastNationalHash(Notice notice) {
    return db.select(NATIONAL_NOTICE.HASH)
        .from(NATIONAL_NOTICE)
        .where(NATIONAL_NOTICE.ID.eq(notice.id()))
        .orderBy(NATIONAL_NOTICE.SEQ.desc())
        .limit(1)
        .fetchOptional(NATIONAL_NOTICE.HASH);
  }

  @Override
  public boolean holds(Notice notice, CountyCode county) {
    String platform = Actor.platform(county).account().value();
    return db.select(COUNTY_NOTICE.HASH, COUNTY_NOTICE.RECORDED_BY)
        .from(COUNTY_NOTICE)
        .where(COUNTY_NOTICE.COUNTY.eq(county.value()))
        .and(COUNTY_NOTICE.ID.eq(notice.id()))
        .and(COUNTY_NOTICE.SCOPE.eq(notice.scope().name()))
        .orderBy(COUNTY_NOTICE.SEQ.desc())
        .limit(1)
        .fetchOptional()
        .filter(last -> !last.value2().equals(platform) || last.value1().equals(notice.hash()))
        .isPresent();
  }

  @Override
  public void addNational(Notice notice, Instant at) {
    Long seq =
        db.insertInto(NATIONAL_NOTICE)
            .set(NATIONAL_NOTICE.ID, notice.id())
            .set(NATIONAL_NOTICE.HASH, notice.hash())
            .set(NATIONAL_NOTICE.YEAR, notice.year())
            .set(NATIONAL_NOTICE.TITLE, notice.title())
            .set(NATIONAL_NOTICE.NUMBER, notice.number())
            .set(NATIONAL_NOTICE.DATED, notice.dated())
            .set(NATIONAL_NOTICE.KNOWN_FROM, notice.knownFrom())
            .set(NATIONAL_NOTICE.EVIDENCE, notice.evidence())
            .set(NATIONAL_NOTICE.NOTE, notice.note())
            .set(NATIONAL_NOTICE.RECORDED_AT, at)
            .returningResult(NATIONAL_NOTICE.SEQ)
            .fetchSingle()
            .value1();
    var rows =
        db.insertInto(
            NATIONAL_DAY,
            NATIONAL_DAY.SEQ,
            NATIONAL_DAY.DAY,
            NATIONAL_DAY.ARRANGEMENT,
            NATIONAL_DAY.FESTIVAL);
    for (Arranged day : notice.days()) {
      rows = rows.values(seq, day.day(), day.as().name(), day.festival());
    }
    rows.execute();
  }

  @Override
  public void add(CountyCode county, Notice notice, Instant at, AccountId by) {
    Long seq =
        db.insertInto(COUNTY_NOTICE)
            .set(COUNTY_NOTICE.COUNTY, county.value())
            .set(COUNTY_NOTICE.ID, notice.id())
            .set(COUNTY_NOTICE.HASH, notice.hash())
            .set(COUNTY_NOTICE.SCOPE, notice.scope().name())
            .set(COUNTY_NOTICE.YEAR, notice.year())
            .set(COUNTY_NOTICE.TITLE, notice.title())
            .set(COUNTY_NOTICE.NUMBER, notice.number())
            .set(COUNTY_NOTICE.DATED, notice.dated())
            .set(COUNTY_NOTICE.KNOWN_FROM, notice.knownFrom())
            .set(COUNTY_NOTICE.EVIDENCE, notice.evidence())
            .set(COUNTY_NOTICE.NOTE, notice.note())
            .set(COUNTY_NOTICE.RECORDED_AT, at)
            .set(COUNTY_NOTICE.RECORDED_BY, by.value())
            .returningResult(COUNTY_NOTICE.SEQ)
            .fetchSingle()
            .value1();
    var rows =
        db.insertInto(
            COUNTY_DAY,
            COUNTY_DAY.COUNTY,
            COUNTY_DAY.SEQ,
            COUNTY_DAY.DAY,
            COUNTY_DAY.ARRANGEMENT,
            COUNTY_DAY.FESTIVAL);
    for (Arranged day : notice.days()) {
      rows = rows.values(county.value(), seq, day.day(), day.as().name(), day.festival());
    }
    rows.execute();
  }
}
