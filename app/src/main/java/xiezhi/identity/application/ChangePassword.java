package xiezhi.identity.application;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.ledger.Ledger;
import xiezhi.shared.AccountId;
import xiezhi.shared.CurrentActor;

/** Somebody changes their own password; their other sessions end. */
@Component
public class ChangePassword {
  private final AccountStore accounts;
  private final Passwords passwords;
  private final Ledger ledger;
  private final Clock clock;

  ChangePassword(AccountStore accounts, Passwords passwords, Ledger ledger, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Transactional
  public void change(Token session, String current, String next) {
    AccountId id = CurrentActor.get().account();
    var account = accounts.credentials(id).orElseThrow();
    if (!passwords.match(current, account.passwordHash())) {
      throw IdentityRefusals.wrongPassword();
    }
    accounts.changePassword(id, passwords.accept(next, account.login()));
    accounts.closeSessionsOf(id, session.hash());
    ledger.record(
        clock.instant(), "account.changed", "account:" + id, null, Map.of("password", "set anew"));
  }
}
