package xiezhi.notification.persistence;

import static xiezhischema.notification.Tables.READING;
import static xiezhischema.notification.Tables.TELLING;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  public void add(CountyCode county, Map<BodyId, Telling> tellings, Set<Role> roles) {
    Telling any = tellings.values().iterator().next();
    UUID[] ids = tellings.values().stream().map(Telling::id).toArray(UUID[]::new);
    String[] bodies = tellings.keySet().stream().map(BodyId::value).toArray(String[]::new);
    db.execute(
        """
        insert into notification.telling (county, body, roles, at, code, details, matter, link, id)
        select {0}, t.body, {8}, {1}, {2}, {3}, {4}, {5}, t.id
        from unnest({6}::uuid[], {7}::text[]) t (id, body)\
        """,
        DSL.val(county.value()),
        DSL.val(any.at(), TELLING.AT),
        DSL.val(any.code()),
        DSL.val(any.details()),
        DSL.val(any.matter() == null ? null : any.matter().value(), TELLING.MATTER),
        DSL.val(any.link()),
        DSL.val(ids),
        DSL.val(bodies),
        names(roles));
    db.execute(
        "select pg_notify({0}, s) from unnest({1}::text[]) s",
        DSL.val(PostgresSignals.CHANNEL),
        DSL.val(
            tellings.entrySet().stream()
                .map(e -> new Signal(county, e.getKey(), e.getValue().id()).toString())
                .toArray(String[]::new)));
  }

  @Override
  public List<Telling> of(Actor reader, boolean read, @Nullable UUID before, int limit) {
    Condition mark = read ? READING.TELLING.isNotNull() : READING.TELLING.isNull();
    return select(reader)
        .and(mark)
        .and(before == null ? DSL.noCondition() : TELLING.ID.lt(before))
        .orderBy(TELLING.ID.desc())
        .limit(limit)
        .fetch(JooqTellings::telling);
  }

  @Override
  public List<Telling> since(Actor reader, UUID after, int limit) {
    return select(reader)
        .and(TELLING.ID.gt(after))
        .orderBy(TELLING.ID)
        .limit(limit)
        .fetch(JooqTellings::telling);
  }

  @Override
  public Optional<Telling> find(Actor reader, UUID id) {
    return select(reader).and(TELLING.ID.eq(id)).fetchOptional(JooqTellings::telling);
  }

  private org.jooq.SelectConditionStep<? extends Record> select(Actor reader) {
    return db.select(
            TELLING.ID,
            TELLING.AT,
            TELLING.CODE,
            TELLING.DETAILS,
            TELLING.MATTER,
            TELLING.LINK,
            WAS_READ)
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
        .and(DSL.arrayOverlap(TELLING.ROLES, names(reader.roles())));
  }

  private static Field<String[]> names(Set<Role> roles) {
    return DSL.val(roles.stream().map(Role::name).sorted().toArray(String[]::new), TELLING.ROLES);
  }

  @Override
  public int unread(Actor reader, int atMost) {
    var some =
        db.select(TELLING.ID)
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
        db.select(TELLING.ID)
            .from(TELLING)
            .where(TELLING.COUNTY.eq(county.value()))
            .and(TELLING.AT.lt(toldBefore))
            .orderBy(TELLING.AT)
            .limit(most)
            .fetch(TELLING.ID);
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
