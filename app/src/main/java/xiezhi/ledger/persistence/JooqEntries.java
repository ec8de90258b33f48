package xiezhi.ledger.persistence;

import static xiezhischema.ledger.Tables.ENTRY;
import static xiezhischema.ledger.Tables.HEAD;
import static xiezhischema.ledger.Tables.SEALED;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import xiezhi.ledger.domain.Entries;
import xiezhi.ledger.domain.Entry;
import xiezhi.ledger.domain.Entry.Deed;
import xiezhi.ledger.domain.SealedDeed;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhischema.ledger.tables.records.EntryRecord;

@Repository
class JooqEntries implements Entries {
  private static final int ROWS_AT_A_TIME = 1000;

  private final DSLContext db;

  JooqEntries(DSLContext db) {
    this.db = db;
  }

  @Override
  public void append(CountyCode county, List<Deed> deeds) {
    Head end = lockHead(county);
    long seq = end.seq();
    String hash = end.hash();
    var insert =
        db.insertInto(
            ENTRY,
            ENTRY.COUNTY,
            ENTRY.SEQ,
            ENTRY.AT,
            ENTRY.ACCOUNT,
            ENTRY.NAME,
            ENTRY.BODY,
            ENTRY.ACT,
            ENTRY.SUBJECT,
            ENTRY.MATTER,
            ENTRY.DETAILS,
            ENTRY.PREVIOUS_HASH,
            ENTRY.HASH,
            ENTRY.ALGORITHM);
    for (Deed deed : deeds) {
      Entry entry = Entry.chain(county.value(), ++seq, hash, deed);
      hash = entry.hash();
      insert =
          insert.values(
              entry.county(),
              entry.seq(),
              deed.at(),
              deed.account(),
              deed.name(),
              deed.body(),
              deed.act(),
              deed.subject(),
              deed.matter(),
              deed.details(),
              entry.previousHash(),
              entry.hash(),
              entry.algorithm());
    }
    insert.execute();
    db.update(HEAD)
        .set(HEAD.SEQ, seq)
        .set(HEAD.HASH, hash)
        .where(HEAD.COUNTY.eq(county.value()))
        .execute();
  }

  private Head lockHead(CountyCode county) {
    return locked(county)
        .or(
            () -> {
              db.insertInto(HEAD)
                  .values(county.value(), 0L, Entry.NOTHING_BEFORE)
                  .onConflictDoNothing()
                  .execute();
              return locked(county);
            })
        .orElseThrow(() -> new IllegalStateException("no ledger to write to in " + county));
  }

  private Optional<Head> locked(CountyCode county) {
    return db.select(HEAD.SEQ, HEAD.HASH)
        .from(HEAD)
        .where(HEAD.COUNTY.eq(county.value()))
        .forUpdate()
        .fetchOptional(r -> new Head(r.value1(), r.value2()));
  }

  @Override
  public Optional<Head> head(CountyCode county) {
    return db.select(HEAD.SEQ, HEAD.HASH)
        .from(HEAD)
        .where(HEAD.COUNTY.eq(county.value()))
        .fetchOptional(r -> new Head(r.value1(), r.value2()));
  }

  @Override
  public void walk(CountyCode county, Predicate<Entry> reader) {
    try (var rows =
        db.selectFrom(ENTRY)
            .where(ENTRY.COUNTY.eq(county.value()))
            .orderBy(ENTRY.SEQ)
            .fetchSize(ROWS_AT_A_TIME)
            .fetchLazy()) {
      for (EntryRecord row : rows) {
        if (!reader.test(entry(row))) {
          return;
        }
      }
    }
  }

  @Override
  public List<Entry> of(CountyCode county, MatterId matter, long after, int limit) {
    return db.selectFrom(ENTRY)
        .where(ENTRY.COUNTY.eq(county.value()))
        .and(ENTRY.MATTER.eq(matter.value()))
        .and(ENTRY.SEQ.gt(after))
        .orderBy(ENTRY.SEQ)
        .limit(limit)
        .fetch(JooqEntries::entry);
  }

  private static Entry entry(EntryRecord row) {
    return new Entry(
        row.getCounty(),
        row.getSeq(),
        new Deed(
            row.getAt(),
            row.getAccount(),
            row.getName(),
            row.getBody(),
            row.getAct(),
            row.getSubject(),
            row.getMatter(),
            row.getDetails()),
        row.getPreviousHash(),
        row.getHash(),
        row.getAlgorithm());
  }

  @Override
  public void keep(CountyCode county, SealedDeed sealed) {
    Deed deed = sealed.deed();
    db.insertInto(SEALED)
        .set(SEALED.COUNTY, county.value())
        .set(SEALED.ID, sealed.id())
        .set(SEALED.AT, deed.at())
        .set(SEALED.ACCOUNT, deed.account())
        .set(SEALED.NAME, deed.name())
        .set(SEALED.BODY, deed.body())
        .set(SEALED.ACT, deed.act())
        .set(SEALED.SUBJECT, deed.subject())
        .set(SEALED.DETAILS, deed.details())
        .set(SEALED.SALT, sealed.salt())
        .execute();
  }

  @Override
  public List<SealedDeed> sealed(CountyCode county, String subject) {
    return db.selectFrom(SEALED)
        .where(SEALED.COUNTY.eq(county.value()))
        .and(SEALED.SUBJECT.eq(subject))
        .orderBy(SEALED.ID)
        .fetch(
            r ->
                new SealedDeed(
                    r.getId(),
                    new Deed(
                        r.getAt(),
                        r.getAccount(),
                        r.getName(),
                        r.getBody(),
                        r.getAct(),
                        r.getSubject(),
                        null,
                        r.getDetails()),
                    r.getSalt()));
  }
}
