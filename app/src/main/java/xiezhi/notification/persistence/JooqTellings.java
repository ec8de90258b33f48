package xiezhi.notification.persistence;

import static xiezhischema.notification.Tables.READING;
import static xiezhischema.notification.Tables.TELLING;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.notification.domain.Signal;
import xiezhi.notification.domain.Telling;
import xiezhi.notification.domain.Tellings;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.Role;

@Repository
class JooqTellings implements Tellings {
  private static final Field<Boolean> WAS_READ =
      DSL.field(READING.TELLING.isNotNull()).as("was_read");

  private final DSLContext db;

  JooqTellings(DSLContext db) {
    this.db = db;
  }

  @Override
  public void add(CountyCode county, BodyId to, Set<Role> roles, Telling telling) {
    var insert =
        db.insertInto(
            TELLING,
            TELLING.COUNTY,
            TELLING.BODY,
            TELLING.ROLE,
            TELLING.AT,
            TELLING.CODE,
            TELLING.DETAILS,
            TELLING.MATTER,
            TELLING.LINK,
            TELLING.ID);
    for (Role role : roles) {
      insert =
          insert.values(
              county.value(),
              to.value(),
              role.name(),
              telling.at(),
              telling.code(),
              telling.details(),
              telling.matter() == null ? null : telling.matter().value(),
              telling.link(),
              telling.id());
    }
    insert.execute();
    db.select(
            DSL.function(
                "pg_notify",
                Object.class,
                DSL.val(PostgresSignals.CHANNEL),
                DSL.val(new Signal(county, to, telling.id()).toString())))
        .execute();
  }

  @Override
  public List<Telling> of(Actor reader, boolean read, @Nullable UUID before, int limit) {
    Condition mark = read ? READING.TELLING.isNotNull() : READING.TELLING.isNull();
    return select(reader)
        .and(mark)
        .and(before == null ? DSL.noCondition() : TELLING.ID.lt(before))
        .orderBy(TELLING.ID.desc(), TELLING.ROLE)
        .limit(limit)
        .fetch(JooqTellings::telling);
  }

  @Override
  public List<Telling> since(Actor reader, UUID after, int limit) {
    return select(reader)
        .and(TELLING.ID.gt(after))
        .orderBy(TELLING.ID, TELLING.ROLE)
        .limit(limit)
        .fetch(JooqTellings::telling);
  }

  @Override
  public Optional<Telling> find(Actor reader, UUID id) {
    return select(reader)
        .and(TELLING.ID.eq(id))
        .orderBy(TELLING.ID, TELLING.ROLE)
        .fetchOptional(JooqTellings::telling);
  }

  /** One row for each telling, though it may have gone to several of the reader's roles. */
  private org.jooq.SelectConditionStep<? extends Record> select(Actor reader) {
    return db.select(
            TELLING.ID,
            TELLING.AT,
            TELLING.CODE,
            TELLING.DETAILS,
            TELLING.MATTER,
            TELLING.LINK,
            WAS_READ)
        .distinctOn(TELLING.ID)
        .from(TELLING)
        .leftJoin(READING)
        .on(READING.COUNTY.eq(TELLING.COUNTY))
        .and(READING.ACCOUNT.eq(reader.account().value()))
        .and(READING.TELLING.eq(TELLING.ID))
        .where(addressedTo(reader));
  }

  private static Condition addressedTo(Actor reader) {
    return TELLING
        .COUNTY
        .eq(reader.county().value())
        .and(TELLING.BODY.eq(reader.body().value()))
        .and(TELLING.ROLE.in(reader.roles().stream().map(Role::name).sorted().toList()));
  }

  @Override
  public int unread(Actor reader, int atMost) {
    var some =
        db.selectDistinct(TELLING.ID)
            .from(TELLING)
            .leftJoin(READING)
            .on(READING.COUNTY.eq(TELLING.COUNTY))
            .and(READING.ACCOUNT.eq(reader.account().value()))
            .and(READING.TELLING.eq(TELLING.ID))
            .where(addressedTo(reader))
            .and(READING.TELLING.isNull())
            .limit(atMost)
            .asTable("unread");
    return db.fetchCount(some);
  }

  @Override
  public void read(Actor reader, UUID id, Instant at) {
    db.insertInto(READING)
        .set(READING.COUNTY, reader.county().value())
        .set(READING.ACCOUNT, reader.account().value())
        .set(READING.TELLING, id)
        .set(READING.AT, at)
        .onConflictDoNothing()
        .execute();
  }

  @Override
  public int forget(CountyCode county, Instant toldBefore, int most) {
    List<UUID> old =
        db
            .select(TELLING.ID)
            .from(TELLING)
            .where(TELLING.COUNTY.eq(county.value()))
            .and(TELLING.AT.lt(toldBefore))
            .orderBy(TELLING.AT)
            .limit(most)
            .fetch(TELLING.ID)
            .stream()
            .distinct()
            .toList();
    db.deleteFrom(READING)
        .where(READING.COUNTY.eq(county.value()))
        .and(READING.TELLING.in(old))
        .execute();
    return db.deleteFrom(TELLING)
        .where(TELLING.COUNTY.eq(county.value()))
        .and(TELLING.ID.in(old))
        .execute();
  }

  private static Telling telling(Record row) {
    UUID matter = row.get(TELLING.MATTER);
    return new Telling(
        row.get(TELLING.ID),
        row.get(TELLING.AT),
        row.get(TELLING.CODE),
        row.get(TELLING.DETAILS),
        matter == null ? null : new MatterId(matter),
        row.get(TELLING.LINK),
        row.get(WAS_READ));
  }
}
