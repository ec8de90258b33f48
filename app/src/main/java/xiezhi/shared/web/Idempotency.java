package xiezhi.shared.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static xiezhischema.shared.Tables.IDEMPOTENCY;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Sweep;

/**
 * A creation sent twice with the same key is done once; the second sender gets the first one's
 * answer. The answer is kept in the same transaction as the effect, so neither exists without the
 * other; a refused creation leaves nothing and may be tried again.
 */
@Component
public class Idempotency implements Sweep {
  private static final Duration KEPT = Duration.ofDays(30);

  private final DSLContext sql;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final JsonMapper ordered;
  private final Clock clock;

  Idempotency(
      DSLContext sql, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
    this.json = json;
    this.ordered =
        json.rebuild()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    this.clock = clock;
  }

  /**
   * Does the work, unless this account has already had an answer under that key.
   *
   * @param operation the operation's id: the same key for another operation is a mistake
   * @param key from the header {@code Idempotency-Key}; null does the work without remembering
   * @param request compared with the first one: the same key for another request is a mistake
   */
  public <T> T once(
      String operation, @Nullable String key, Object request, Class<T> type, Supplier<T> work) {
    if (key == null) {
      return inTransaction(work);
    }
    if (key.length() < 8 || key.length() > 100) {
      throw new RefusedException(
          Refusal.of(
              Refusal.Kind.MALFORMED,
              "shared.idempotency-key-length",
              "An idempotency key has 8 to 100 characters, found " + key.length() + ".",
              Map.of("least", 8, "most", 100, "found", key.length())));
    }
    Actor actor = CurrentActor.get();
    String hash = hash(operation, request);
    return inTransaction(
        () -> {
          // whoever comes second waits here until the first has committed or given up
          sql.select(
                  DSL.field(
                      "pg_advisory_xact_lock(hashtextextended({0}, 0))",
                      Object.class, DSL.val(actor.county() + "\n" + actor.account() + "\n" + key)))
              .execute();
          var before =
              sql.select(IDEMPOTENCY.OPERATION, IDEMPOTENCY.REQUEST_HASH, IDEMPOTENCY.RESPONSE)
                  .from(IDEMPOTENCY)
                  .where(IDEMPOTENCY.COUNTY.eq(actor.county().value()))
                  .and(IDEMPOTENCY.ACCOUNT.eq(actor.account().value()))
                  .and(IDEMPOTENCY.KEY.eq(key))
                  .fetchOne();
          if (before == null) {
            T answer = work.get();
            remember(actor, key, operation, hash, answer);
            return answer;
          }
          if (!before.value1().equals(operation) || !before.value2().equals(hash)) {
            throw new RefusedException(
                Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "shared.idempotency-key-reused",
                    "This idempotency key was used for another request; a new request needs a new"
                        + " key.",
                    Map.of("key", key, "operation", before.value1())));
          }
          return json.readValue(before.value3(), type);
        });
  }

  /** The same for work that makes something with an id. */
  public UUID once(String operation, @Nullable String key, Object request, Supplier<UUID> work) {
    return once(operation, key, request, UUID.class, work);
  }

  /** The same where the id is the whole answer. */
  public Created created(
      String operation, @Nullable String key, Object request, Supplier<UUID> work) {
    return once(operation, key, request, Created.class, () -> new Created(work.get()));
  }

  private <T> T inTransaction(Supplier<T> work) {
    T answer = transaction.execute(_ -> work.get());
    if (answer == null) {
      throw new IllegalStateException("the work gave no answer");
    }
    return answer;
  }

  private void remember(Actor actor, String key, String operation, String hash, Object answer) {
    sql.insertInto(IDEMPOTENCY)
        .set(IDEMPOTENCY.COUNTY, actor.county().value())
        .set(IDEMPOTENCY.ACCOUNT, actor.account().value())
        .set(IDEMPOTENCY.KEY, key)
        .set(IDEMPOTENCY.OPERATION, operation)
        .set(IDEMPOTENCY.REQUEST_HASH, hash)
        .set(IDEMPOTENCY.RESPONSE, json.writeValueAsString(answer))
        .set(IDEMPOTENCY.CREATED_AT, clock.instant())
        .execute();
  }

  private String hash(String operation, Object request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(operation.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest(ordered.writeValueAsBytes(request)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers are kept for thirty days. */
  @Override
  public void sweep(CountyCode county, Instant now) {
    transaction.executeWithoutResult(
        _ ->
            sql.deleteFrom(IDEMPOTENCY)
                .where(IDEMPOTENCY.COUNTY.eq(county.value()))
                .and(IDEMPOTENCY.CREATED_AT.lt(now.minus(KEPT)))
                .execute());
  }
}
