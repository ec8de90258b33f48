package xiezhi.identity.persistence;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static xiezhischema.identity.Tables.ACCOUNT;
import static xiezhischema.identity.Tables.ACCOUNT_BY_LOGIN;
import static xiezhischema.identity.Tables.SEAT;
import static xiezhischema.identity.Tables.SESSION;
import static xiezhischema.identity.Tables.SESSION_BY_TOKEN;
import static xiezhischema.identity.Tables.SETUP_CODE;
import static xiezhischema.identity.Tables.SIGN_IN;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.identity.Accounts.Post;
import xiezhi.identity.People.Seat;
import xiezhi.identity.application.AccountStore;
import xiezhi.shared.AccountId;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.Role;
import xiezhischema.identity.Routines;

@Repository
class JooqAccountStore implements AccountStore {
  private final DSLContext sql;

  JooqAccountStore(DSLContext sql) {
    this.sql = sql;
  }

  private static String county() {
    return CurrentActor.get().county().value();
  }

  private static Condition is(AccountId id) {
    return ACCOUNT.COUNTY.eq(county()).and(ACCOUNT.ID.eq(id.value()));
  }

  private static Condition seatOf(AccountId id) {
    return SEAT.COUNTY.eq(county()).and(SEAT.ACCOUNT.eq(id.value())).and(SEAT.CLOSED_AT.isNull());
  }

  private static Condition is(String tokenHash) {
    return SESSION.COUNTY.eq(county()).and(SESSION.TOKEN_HASH.eq(tokenHash));
  }

  @Override
  public Optional<Found> findByLogin(String login) {
    return sql.selectFrom(ACCOUNT_BY_LOGIN.call(login))
        .fetchOptional(r -> new Found(new CountyCode(r.getCounty()), new AccountId(r.getId())));
  }

  @Override
  public Optional<Open> findSession(String tokenHash) {
    return sql.selectFrom(SESSION_BY_TOKEN.call(tokenHash))
        .fetchOptional(
            r ->
                new Open(
                    new CountyCode(r.getCounty()),
                    new AccountId(r.getAccount()),
                    r.getName(),
                    new BodyId(r.getBody()),
                    r.getSignedInAt(),
                    r.getSeenAt(),
                    Arrays.stream(r.getRoles()).map(Role::valueOf).collect(toSet())));
  }

  @Override
  public boolean isEmpty() {
    return Routines.isEmpty(sql.configuration());
  }

  @Override
  public Optional<Credentials> credentials(AccountId id) {
    return sql.selectFrom(ACCOUNT)
        .where(is(id))
        .fetchOptional(
            r ->
                new Credentials(
                    id,
                    r.getLogin(),
                    r.getName(),
                    r.getPasswordHash(),
                    r.getLockedUntil(),
                    r.getDisabled(),
                    r.getDemonstration()));
  }

  @Override
  public void add(Credentials account, Instant at) {
    sql.insertInto(ACCOUNT)
        .set(ACCOUNT.COUNTY, county())
        .set(ACCOUNT.ID, account.id().value())
        .set(ACCOUNT.LOGIN, account.login())
        .set(ACCOUNT.NAME, account.name())
        .set(ACCOUNT.PASSWORD_HASH, account.passwordHash())
        .set(ACCOUNT.DEMONSTRATION, account.demonstration())
        .set(ACCOUNT.OPENED_AT, at)
        .execute();
  }

  @Override
  public void rename(AccountId id, String name) {
    sql.update(ACCOUNT).set(ACCOUNT.NAME, name).where(is(id)).execute();
  }

  @Override
  public void changePassword(AccountId id, String hash) {
    sql.update(ACCOUNT)
        .set(ACCOUNT.PASSWORD_HASH, hash)
        .set(ACCOUNT.DEMONSTRATION, false)
        .where(is(id))
        .execute();
  }

  @Override
  public void disable(AccountId id, boolean disabled) {
    sql.update(ACCOUNT).set(ACCOUNT.DISABLED, disabled).where(is(id)).execute();
  }

  @Override
  public void unlock(AccountId id) {
    sql.update(ACCOUNT)
        .set(ACCOUNT.FAILURES, 0)
        .setNull(ACCOUNT.LOCKED_UNTIL)
        .where(is(id))
        .and(ACCOUNT.FAILURES.ne(0).or(ACCOUNT.LOCKED_UNTIL.isNotNull()))
        .execute();
  }

  @Override
  public void countFailure(AccountId id, int limit, Instant lockUntil) {
    Condition last = ACCOUNT.FAILURES.plus(1).ge(limit);
    sql.update(ACCOUNT)
        .set(ACCOUNT.FAILURES, DSL.when(last, 0).otherwise(ACCOUNT.FAILURES.plus(1)))
        .set(ACCOUNT.LOCKED_UNTIL, DSL.when(last, lockUntil).otherwise(ACCOUNT.LOCKED_UNTIL))
        .where(is(id))
        .execute();
  }

  @Override
  public void writeSignIn(AccountId id, Outcome outcome, String address, Instant at) {
    sql.insertInto(SIGN_IN)
        .set(SIGN_IN.COUNTY, county())
        .set(SIGN_IN.ID, Ids.next())
        .set(SIGN_IN.AT, at)
        .set(SIGN_IN.ACCOUNT, id.value())
        .set(SIGN_IN.OUTCOME, outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .set(SIGN_IN.ADDRESS, address)
        .execute();
  }

  @Override
  public List<Listed> list(@Nullable String afterLogin, int limit) {
    return listed(afterLogin == null ? DSL.noCondition() : ACCOUNT.LOGIN.gt(afterLogin), limit);
  }

  @Override
  public Optional<Listed> listed(AccountId id) {
    return listed(ACCOUNT.ID.eq(id.value()), 1).stream().findFirst();
  }

  private List<Listed> listed(Condition which, int limit) {
    var accounts =
        sql.selectFrom(ACCOUNT)
            .where(ACCOUNT.COUNTY.eq(county()))
            .and(which)
            .orderBy(ACCOUNT.LOGIN)
            .limit(limit)
            .fetch();
    Map<String, Map<BodyId, Set<Role>>> seats = new LinkedHashMap<>();
    sql.select(SEAT.ACCOUNT, SEAT.BODY, SEAT.ROLE)
        .from(SEAT)
        .where(SEAT.COUNTY.eq(county()))
        .and(SEAT.ACCOUNT.in(accounts.getValues(ACCOUNT.ID)))
        .and(SEAT.CLOSED_AT.isNull())
        .orderBy(SEAT.OPENED_AT, SEAT.BODY)
        .forEach(
            r ->
                seats
                    .computeIfAbsent(r.value1(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(new BodyId(r.value2()), _ -> EnumSet.noneOf(Role.class))
                    .add(Role.valueOf(r.value3())));
    return accounts.map(
        r ->
            new Listed(
                new AccountId(r.getId()),
                r.getLogin(),
                r.getName(),
                r.getLockedUntil(),
                r.getDisabled(),
                r.getDemonstration(),
                posts(seats.getOrDefault(r.getId(), Map.of()))));
  }

  private static List<Post> posts(Map<BodyId, Set<Role>> seats) {
    return seats.entrySet().stream().map(e -> new Post(e.getKey(), e.getValue())).toList();
  }

  @Override
  public Map<AccountId, String> names(Collection<AccountId> accounts) {
    return sql
        .select(ACCOUNT.ID, ACCOUNT.NAME)
        .from(ACCOUNT)
        .where(ACCOUNT.COUNTY.eq(county()))
        .and(ACCOUNT.ID.in(accounts.stream().map(AccountId::value).toList()))
        .fetch()
        .stream()
        .collect(toMap(r -> new AccountId(r.value1()), r -> r.value2()));
  }

  @Override
  public List<Post> posts(AccountId id) {
    Map<BodyId, Set<Role>> seats = new LinkedHashMap<>();
    sql.select(SEAT.BODY, SEAT.ROLE)
        .from(SEAT)
        .where(seatOf(id))
        .orderBy(SEAT.OPENED_AT, SEAT.BODY)
        .forEach(
            r ->
                seats
                    .computeIfAbsent(new BodyId(r.value1()), _ -> EnumSet.noneOf(Role.class))
                    .add(Role.valueOf(r.value2())));
    return posts(seats);
  }

  @Override
  public List<Seat> seatsIn(BodyId body) {
    return sql.select(SEAT.ACCOUNT, ACCOUNT.NAME, SEAT.ROLE)
        .from(SEAT)
        .join(ACCOUNT)
        .on(ACCOUNT.COUNTY.eq(SEAT.COUNTY))
        .and(ACCOUNT.ID.eq(SEAT.ACCOUNT))
        .where(SEAT.COUNTY.eq(county()))
        .and(SEAT.BODY.eq(body.value()))
        .and(SEAT.CLOSED_AT.isNull())
        .and(ACCOUNT.DISABLED.isFalse())
        .orderBy(ACCOUNT.LOGIN, SEAT.ROLE)
        .fetch(
            r -> new Seat(new AccountId(r.value1()), r.value2(), body, Role.valueOf(r.value3())));
  }

  @Override
  public void openSeat(AccountId id, BodyId body, Role role, Instant at) {
    sql.insertInto(SEAT)
        .set(SEAT.COUNTY, county())
        .set(SEAT.ACCOUNT, id.value())
        .set(SEAT.BODY, body.value())
        .set(SEAT.ROLE, role.name())
        .set(SEAT.OPENED_AT, at)
        .onConflict(SEAT.COUNTY, SEAT.ACCOUNT, SEAT.BODY, SEAT.ROLE)
        .doUpdate()
        .setNull(SEAT.CLOSED_AT)
        .execute();
  }

  @Override
  public void closeSeat(AccountId id, BodyId body, Role role, Instant at) {
    sql.update(SEAT)
        .set(SEAT.CLOSED_AT, at)
        .where(seatOf(id))
        .and(SEAT.BODY.eq(body.value()))
        .and(SEAT.ROLE.eq(role.name()))
        .execute();
  }

  @Override
  public boolean hasAdministrator() {
    return sql.fetchExists(
        sql.selectOne()
            .from(SEAT)
            .where(SEAT.COUNTY.eq(county()))
            .and(SEAT.ROLE.eq(Role.ADMINISTRATOR.name()))
            .and(SEAT.CLOSED_AT.isNull()));
  }

  @Override
  public void openSession(String tokenHash, AccountId id, BodyId body, Instant at) {
    sql.insertInto(SESSION)
        .set(SESSION.COUNTY, county())
        .set(SESSION.TOKEN_HASH, tokenHash)
        .set(SESSION.ACCOUNT, id.value())
        .set(SESSION.BODY, body.value())
        .set(SESSION.SIGNED_IN_AT, at)
        .set(SESSION.SEEN_AT, at)
        .execute();
  }

  @Override
  public void touchSession(String tokenHash, Instant at) {
    sql.update(SESSION).set(SESSION.SEEN_AT, at).where(is(tokenHash)).execute();
  }

  @Override
  public void sitIn(String tokenHash, BodyId body) {
    sql.update(SESSION).set(SESSION.BODY, body.value()).where(is(tokenHash)).execute();
  }

  @Override
  public void closeSession(String tokenHash) {
    sql.deleteFrom(SESSION).where(is(tokenHash)).execute();
  }

  @Override
  public void closeSessionsOf(AccountId id, @Nullable String exceptTokenHash) {
    sql.deleteFrom(SESSION)
        .where(SESSION.COUNTY.eq(county()))
        .and(SESSION.ACCOUNT.eq(id.value()))
        .and(exceptTokenHash == null ? DSL.noCondition() : SESSION.TOKEN_HASH.ne(exceptTokenHash))
        .execute();
  }

  @Override
  public void closeSessions(Instant seenBefore, Instant signedInBefore) {
    sql.deleteFrom(SESSION)
        .where(SESSION.COUNTY.eq(county()))
        .and(SESSION.SEEN_AT.lt(seenBefore).or(SESSION.SIGNED_IN_AT.lt(signedInBefore)))
        .execute();
  }

  @Override
  public void addSetupCode(String hash, Instant at, Instant expiresAt) {
    sql.deleteFrom(SETUP_CODE).where(SETUP_CODE.EXPIRES_AT.lt(at)).execute();
    sql.insertInto(SETUP_CODE)
        .set(SETUP_CODE.CODE_HASH, hash)
        .set(SETUP_CODE.MADE_AT, at)
        .set(SETUP_CODE.EXPIRES_AT, expiresAt)
        .execute();
  }

  @Override
  public boolean useSetupCode(String hash, Instant at) {
    return sql.update(SETUP_CODE)
            .set(SETUP_CODE.USED_AT, at)
            .where(SETUP_CODE.CODE_HASH.eq(hash))
            .and(SETUP_CODE.USED_AT.isNull())
            .and(SETUP_CODE.EXPIRES_AT.gt(at))
            .execute()
        == 1;
  }
}
