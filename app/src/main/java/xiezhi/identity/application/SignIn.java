package xiezhi.identity.application;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.identity.Accounts.Post;
import xiezhi.identity.application.AccountStore.Credentials;
import xiezhi.identity.application.AccountStore.Found;
import xiezhi.identity.application.AccountStore.Outcome;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.RefusedException;

/**
 * Somebody says who they are. First the login is looked for over the wall, then everything else
 * happens within its county. Failures are counted and kept although the sign-in is refused, so they
 * are written in a transaction of their own.
 */
@Component
public class SignIn {
  private static final Logger log = LoggerFactory.getLogger(SignIn.class);

  private final AccountStore accounts;
  private final Passwords passwords;
  private final IdentitySettings settings;
  private final Demonstration demonstration;
  private final MachineTime time;
  private final TransactionTemplate transaction;

  SignIn(
      AccountStore accounts,
      Passwords passwords,
      IdentitySettings settings,
      Demonstration demonstration,
      MachineTime time,
      PlatformTransactionManager transactions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.settings = settings;
    this.demonstration = demonstration;
    this.time = time;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Opens a session at the desk of the account's first seat. */
  public Token signIn(String login, String password, String address) {
    String normal = login.strip().toLowerCase(Locale.ROOT);
    Optional<Found> found = transaction.execute(_ -> accounts.findByLogin(normal));
    if (found == null || found.isEmpty()) {
      passwords.pretend(password);
      throw IdentityRefusals.wrongCredentials();
    }
    return CurrentActor.as(
        Actor.platform(found.get().county()), () -> within(found.get(), password, address));
  }

  private Token within(Found found, String password, String address) {
    Instant now = time.now();
    Credentials account = transaction.execute(_ -> accounts.credentials(found.id()).orElseThrow());
    if (account == null) {
      throw IdentityRefusals.wrongCredentials();
    }
    Instant lockedUntil = account.lockedUntil();
    if (lockedUntil != null && lockedUntil.isAfter(now)) {
      throw noted(account, Outcome.LOCKED, address, now, IdentityRefusals.locked(lockedUntil));
    }
    if (!passwords.match(password, account.passwordHash())) {
      throw noted(
          account, Outcome.WRONG_PASSWORD, address, now, IdentityRefusals.wrongCredentials());
    }
    if (account.disabled() || (account.demonstration() && !demonstration.isOn())) {
      throw noted(account, Outcome.DISABLED, address, now, IdentityRefusals.wrongCredentials());
    }
    Token token = opened(account, address, now);
    if (token == null) {
      throw noted(account, Outcome.NO_SEAT, address, now, IdentityRefusals.noSeat());
    }
    return token;
  }

  private @Nullable Token opened(Credentials account, String address, Instant now) {
    return transaction.execute(
        _ -> {
          List<Post> posts = accounts.posts(account.id());
          if (posts.isEmpty()) {
            return null;
          }
          Token token = Token.next();
          accounts.unlock(account.id());
          accounts.openSession(token.hash(), account.id(), posts.getFirst().body(), now);
          accounts.writeSignIn(account.id(), Outcome.SIGNED_IN, address, now);
          return token;
        });
  }

  private RefusedException noted(
      Credentials account, Outcome outcome, String address, Instant now, RefusedException refusal) {
    log.info("sign-in of account {} from {}: {}", account.id(), address, outcome);
    transaction.executeWithoutResult(
        _ -> {
          accounts.writeSignIn(account.id(), outcome, address, now);
          if (outcome == Outcome.WRONG_PASSWORD) {
            accounts.countFailure(account.id(), settings.failures(), now.plus(settings.lock()));
          }
        });
    return refusal;
  }
}
