package xiezhi.identity.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.identity.Accounts;
import xiezhi.identity.Accounts.NewAccount;
import xiezhi.identity.Accounts.Post;
import xiezhi.identity.Directory;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Role;

/**
 * The first administrator of a county, let in by a code that the platform printed when it started.
 * The code is used up in the same transaction, so of two who use it at once one is refused.
 */
@Component
public class SetUpCounty {
  private static final Duration VALID = Duration.ofHours(24);

  private final AccountStore store;
  private final Accounts accounts;
  private final Directory directory;
  private final MachineTime time;
  private final TransactionTemplate transaction;

  SetUpCounty(
      AccountStore store,
      Accounts accounts,
      Directory directory,
      MachineTime time,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.accounts = accounts;
    this.directory = directory;
    this.time = time;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Whether nobody has an account yet. */
  public boolean isNeeded() {
    return store.isEmpty();
  }

  /** A code to print; only its hash is kept. */
  public Token newCode() {
    Token code = Token.next();
    Instant now = time.now();
    transaction.executeWithoutResult(_ -> store.addSetupCode(code.hash(), now, now.plus(VALID)));
    return code;
  }

  public void setUp(Token code, String county, String login, String name, String password) {
    CountyCode place =
        directory.counties().stream()
            .map(Directory.County::code)
            .filter(c -> c.value().equals(county))
            .findFirst()
            .orElseThrow(() -> IdentityRefusals.noSuchCounty(county));
    CurrentActor.as(
        Actor.platform(place),
        () ->
            transaction.executeWithoutResult(
                _ -> {
                  if (!store.useSetupCode(code.hash(), time.now())) {
                    throw IdentityRefusals.setupCodeUnknown();
                  }
                  if (store.hasAdministrator()) {
                    throw IdentityRefusals.hasAdministrator(county);
                  }
                  Post post =
                      new Post(directory.seatOfGovernment(place), Set.of(Role.ADMINISTRATOR));
                  accounts.open(new NewAccount(login, name, password, List.of(post)));
                }));
  }
}
