package xiezhi.command.persistence;

import static xiezhischema.command.Tables.ABSENCE;
import static xiezhischema.command.Tables.LISTED;
import static xiezhischema.command.Tables.SEAT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.command.domain.Absence;
import xiezhi.command.domain.Listed;
import xiezhi.command.domain.OrderRegister;
import xiezhi.command.domain.PostRegister;
import xiezhi.command.domain.Seat;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhischema.command.tables.records.ListedRecord;

/** The rows of seats, rosters and absences. */
@Repository
class JooqPostRegister implements PostRegister {
  private final DSLContext db;

  JooqPostRegister(DSLContext db) {
    this.db = db;
  }

  @Override
  public List<Seat> seats(CountyCode county) {
    return db.selectFrom(SEAT)
        .where(SEAT.COUNTY.eq(county.value()))
        .fetch(
            r ->
                new Seat(
                    r.getPost(),
                    r.getSeat(),
                    r.getAccount(),
                    r.getName(),
                    r.getSince(),
                    r.getBy(),
                    r.getVersion()));
  }

  @Override
  public void seat(CountyCode county, Seat s) {
    int changed =
        db.insertInto(SEAT)
            .set(SEAT.COUNTY, county.value())
            .set(SEAT.POST, s.post())
            .set(SEAT.SEAT_, s.seat())
            .set(SEAT.ACCOUNT, s.account())
            .set(SEAT.NAME, s.name())
            .set(SEAT.SINCE, s.since())
            .set(SEAT.BY, s.by())
            .set(SEAT.VERSION, s.version())
            .onConflict(SEAT.COUNTY, SEAT.POST, SEAT.SEAT_)
            .doUpdate()
            .set(SEAT.ACCOUNT, s.account())
            .set(SEAT.NAME, s.name())
            .set(SEAT.SINCE, s.since())
            .set(SEAT.BY, s.by())
            .set(SEAT.VERSION, s.version())
            .where(SEAT.VERSION.eq(s.version() - 1))
            .execute();
    if (changed == 0) {
      throw OrderRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public void list(CountyCode county, Listed l) {
    db.insertInto(LISTED)
        .set(LISTED.COUNTY, county.value())
        .set(LISTED.ID, l.id())
        .set(LISTED.POST, l.post())
        .set(LISTED.KIND, l.kind().key())
        .set(LISTED.ACCOUNT, l.account())
        .set(LISTED.NAME, l.name())
        .set(LISTED.BODY, l.body().value())
        .set(LISTED.CERTIFICATE, l.certificate())
        .set(LISTED.LISTED_AT, l.listedAt())
        .set(LISTED.LISTED_BY, l.listedBy())
        .set(LISTED.REASON, l.reason())
        .set(LISTED.VERSION, l.version())
        .execute();
  }

  @Override
  public void unlist(CountyCode county, Listed l) {
    int changed =
        db.update(LISTED)
            .set(LISTED.REMOVED_AT, l.removedAt())
            .set(LISTED.REASON, l.reason())
            .set(LISTED.VERSION, l.version())
            .where(LISTED.COUNTY.eq(county.value()))
            .and(LISTED.ID.eq(l.id()))
            .and(LISTED.VERSION.eq(l.version() - 1))
            .execute();
    if (changed == 0) {
      throw OrderRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public Optional<Listed> listed(CountyCode county, UUID id) {
    return db.selectFrom(LISTED)
        .where(LISTED.COUNTY.eq(county.value()))
        .and(LISTED.ID.eq(id))
        .fetchOptional()
        .map(JooqPostRegister::read);
  }

  @Override
  public List<Listed> roster(CountyCode county, @Nullable String post) {
    return db.selectFrom(LISTED)
        .where(LISTED.COUNTY.eq(county.value()))
        .and(post == null ? DSL.noCondition() : LISTED.POST.eq(post))
        .and(LISTED.REMOVED_AT.isNull())
        .orderBy(LISTED.NAME, LISTED.ID)
        .fetch(JooqPostRegister::read);
  }

  private static Listed read(ListedRecord r) {
    return new Listed(
        r.getId(),
        r.getPost(),
        Listed.Kind.valueOf(r.getKind().toUpperCase(Locale.ROOT)),
        r.getAccount(),
        r.getName(),
        new BodyId(r.getBody()),
        r.getCertificate(),
        r.getListedAt(),
        r.getListedBy(),
        r.getRemovedAt(),
        r.getReason(),
        r.getVersion());
  }

  @Override
  public void absent(CountyCode county, Absence a) {
    db.insertInto(ABSENCE)
        .set(ABSENCE.COUNTY, county.value())
        .set(ABSENCE.ID, a.id())
        .set(ABSENCE.ACCOUNT, a.account())
        .set(ABSENCE.EQUIPMENT, a.equipment())
        .set(ABSENCE.FROM_AT, a.from())
        .set(ABSENCE.TO_AT, a.to())
        .set(ABSENCE.REASON, a.reason())
        .set(ABSENCE.BY, a.by())
        .execute();
  }

  @Override
  public List<Absence> absences(
      CountyCode county,
      Collection<String> accounts,
      Collection<UUID> equipment,
      Instant from,
      Instant to) {
    return db.selectFrom(ABSENCE)
        .where(ABSENCE.COUNTY.eq(county.value()))
        .and(ABSENCE.ACCOUNT.in(accounts).or(ABSENCE.EQUIPMENT.in(equipment)))
        .and(ABSENCE.TO_AT.gt(from))
        .and(ABSENCE.FROM_AT.lt(to))
        .orderBy(ABSENCE.FROM_AT)
        .fetch(
            r ->
                new Absence(
                    r.getId(),
                    r.getAccount(),
                    r.getEquipment(),
                    r.getFromAt(),
                    r.getToAt(),
                    r.getReason(),
                    r.getBy()));
  }
}
