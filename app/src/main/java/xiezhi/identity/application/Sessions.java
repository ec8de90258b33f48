package xiezhi.identity.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.identity.application.AccountStore.Open;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Sweep;

/**
 * The life of a session: resumed by each request, moved from desk to desk, closed by its holder, by
 * disuse, or by age. Roles are read anew at each request, so a closed seat takes effect at once.
 */
@Component
public class Sessions implements Sweep {
  /** A session's last use is noted no more often than this: not every read should cost a write. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final AccountStore accounts;
  private final IdentitySettings settings;
  private final MachineTime time;
  private final TransactionTemplate transaction;

  Sessions(
      AccountStore accounts,
      IdentitySettings settings,
      MachineTime time,
      PlatformTransactionManager transactions) {
    this.accounts = accounts;
    this.settings = settings;
    this.time = time;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Whoever holds that token; empty if the session is over. */
  public Optional<Actor> resume(Token token) {
    Instant now = time.now();
    // one statement, not a transaction: this happens before every request
    Optional<Open> found =
        accounts
            .findSession(token.hash())
            .filter(open -> open.seenAt().plus(settings.idle()).isAfter(now))
            .filter(open -> open.signedInAt().plus(settings.longest()).isAfter(now));
    Optional<Actor> actor =
        found.map(
            open ->
                new Actor(open.account(), open.name(), open.county(), open.body(), open.roles()));
    if (found.isPresent() && found.get().seenAt().plus(NOTED).isBefore(now)) {
      CurrentActor.as(
          actor.orElseThrow(),
          () -> transaction.executeWithoutResult(_ -> accounts.touchSession(token.hash(), now)));
    }
    return actor;
  }

  /** To another body in which the current actor has a seat. */
  @Transactional
  public void sitIn(Token token, BodyId body) {
    Actor actor = CurrentActor.get();
    if (accounts.posts(actor.account()).stream().noneMatch(post -> post.body().equals(body))) {
      throw IdentityRefusals.notYourSeat(body);
    }
    accounts.sitIn(token.hash(), body);
  }

  @Transactional
  public void close(Token token) {
    accounts.closeSession(token.hash());
  }

  @Override
  public void sweep(CountyCode county, Instant now) {
    Instant today = time.now();
    transaction.executeWithoutResult(
        _ -> accounts.closeSessions(today.minus(settings.idle()), today.minus(settings.longest())));
  }
}
