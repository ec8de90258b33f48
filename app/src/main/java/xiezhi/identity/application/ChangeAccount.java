package xiezhi.identity.application;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.identity.Accounts.Post;
import xiezhi.ledger.Ledger;
import xiezhi.shared.AccountId;
import xiezhi.shared.CurrentActor;

/** A county administrator changes what somebody may do, or shuts them out. */
@Component
public class ChangeAccount {
  /** What shall be otherwise; null leaves it as it is. */
  public record Change(
      @Nullable String name,
      @Nullable String password,
      @Nullable Boolean disabled,
      @Nullable Boolean locked,
      @Nullable List<Post> posts) {}

  private final AccountStore accounts;
  private final Posts posts;
  private final Passwords passwords;
  private final Ledger ledger;
  private final Clock clock;

  ChangeAccount(
      AccountStore accounts, Posts posts, Passwords passwords, Ledger ledger, Clock clock) {
    this.accounts = accounts;
    this.posts = posts;
    this.passwords = passwords;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Transactional
  public void change(AccountId id, Change change) {
    IdentityRefusals.onlyAdministratorsKeepAccounts(CurrentActor.get());
    Instant now = clock.instant();
    var account =
        accounts.credentials(id).orElseThrow(() -> IdentityRefusals.noSuchAccount(id.value()));
    Map<String, Object> facts = new HashMap<>();
    if (change.name() != null) {
      if (change.name().isBlank() || change.name().strip().length() > 50) {
        throw IdentityRefusals.malformed("name", "A name has 1 to 50 characters.");
      }
      accounts.rename(id, change.name().strip());
      facts.put("name", change.name().strip());
    }
    if (change.password() != null) {
      accounts.changePassword(id, passwords.accept(change.password(), account.login()));
      accounts.closeSessionsOf(id, null);
      facts.put("password", "set anew");
    }
    if (change.disabled() != null) {
      accounts.disable(id, change.disabled());
      if (change.disabled()) {
        accounts.closeSessionsOf(id, null);
      }
      facts.put("disabled", change.disabled());
    }
    if (change.locked() != null) {
      if (change.locked()) {
        throw IdentityRefusals.malformed(
            "locked", "An account locks itself after wrong passwords; disable it instead.");
      }
      accounts.unlock(id);
      facts.put("locked", false);
    }
    if (change.posts() != null) {
      posts.set(id, change.posts(), now);
      facts.put("posts", Posts.asFacts(change.posts()));
    }
    ledger.record(now, "account.changed", "account:" + id, null, facts);
  }
}
