package xiezhi.identity.application;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.identity.Accounts;
import xiezhi.identity.application.AccountStore.Credentials;
import xiezhi.ledger.Ledger;
import xiezhi.shared.AccountId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;

/** A county administrator lets somebody in. */
@Component
class OpenAccount implements Accounts {
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][-._a-z0-9]{1,39}");

  private final AccountStore accounts;
  private final Posts posts;
  private final Passwords passwords;
  private final Demonstration demonstration;
  private final Ledger ledger;
  private final Clock clock;

  OpenAccount(
      AccountStore accounts,
      Posts posts,
      Passwords passwords,
      Demonstration demonstration,
      Ledger ledger,
      Clock clock) {
    this.accounts = accounts;
    this.posts = posts;
    this.passwords = passwords;
    this.demonstration = demonstration;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  @Transactional
  public AccountId open(NewAccount wanted) {
    IdentityRefusals.onlyAdministratorsKeepAccounts(CurrentActor.get());
    Instant now = clock.instant();
    String login = wanted.login().strip().toLowerCase(Locale.ROOT);
    if (!LOGIN.matcher(login).matches()) {
      throw IdentityRefusals.malformed(
          "login", "A login has 2 to 40 lower-case letters, digits and - . _, found: " + login);
    }
    String name = wanted.name().strip();
    if (name.isEmpty() || name.length() > 50) {
      throw IdentityRefusals.malformed("name", "A name has 1 to 50 characters.");
    }
    AccountId id = new AccountId(Ids.next().toString());
    try {
      accounts.add(
          new Credentials(
              id, login, name, hash(wanted, login), null, false, wanted.password() == null),
          now);
    } catch (DuplicateKeyException _) {
      throw IdentityRefusals.loginTaken(login);
    }
    posts.set(id, wanted.posts(), now);
    ledger.record(now, "account.opened", "account:" + id, null, facts(login, name, wanted.posts()));
    return id;
  }

  private String hash(NewAccount wanted, String login) {
    String password = wanted.password();
    if (password != null) {
      return passwords.accept(password, login);
    }
    if (!demonstration.isOn()) {
      throw IdentityRefusals.malformed("password", "An account needs a password.");
    }
    return passwords.ofDemonstration();
  }

  private static Map<String, Object> facts(String login, String name, List<Post> posts) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("login", login);
    facts.put("name", name);
    facts.put("posts", Posts.asFacts(posts));
    return facts;
  }
}
