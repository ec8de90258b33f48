package xiezhi.identity.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.identity.Directory;
import xiezhi.identity.People;
import xiezhi.identity.application.AccountStore.Listed;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;

/** Reading: who has an account, who sits where, and who I am. */
@Component
@Transactional(readOnly = true)
public class ViewAccounts implements People {
  /** A demonstration person, with where they are. */
  public record DemonstrationPerson(Directory.County county, Listed account) {}

  private final AccountStore accounts;
  private final Directory directory;

  ViewAccounts(AccountStore accounts, Directory directory) {
    this.accounts = accounts;
    this.directory = directory;
  }

  @Override
  public Map<AccountId, String> names(Collection<AccountId> wanted) {
    return accounts.names(wanted);
  }

  @Override
  public List<Seat> in(BodyId body) {
    return accounts.seatsIn(body);
  }

  public Optional<Listed> find(AccountId id) {
    return accounts.listed(id);
  }

  public Map<BodyId, Directory.Desk> desks(Collection<BodyId> bodies) {
    return directory.desks(bodies);
  }

  public Directory.County county() {
    var code = CurrentActor.get().county();
    return directory.counties().stream()
        .filter(c -> c.code().equals(code))
        .findFirst()
        .orElseThrow(() -> IdentityRefusals.noSuchCounty(code.value()));
  }

  /** For administrators. */
  public List<Listed> list(@Nullable String afterLogin, int limit) {
    IdentityRefusals.onlyAdministratorsKeepAccounts(CurrentActor.get());
    return accounts.list(afterLogin, limit);
  }

  /** The demonstration people of the current actor's county. */
  public List<Listed> demonstrationPeople() {
    List<Listed> people = new ArrayList<>();
    String after = null;
    while (true) {
      List<Listed> some = accounts.list(after, 500);
      some.stream().filter(Listed::demonstration).forEach(people::add);
      if (some.size() < 500) {
        return people;
      }
      after = some.getLast().login();
    }
  }

  /** Every county's code, for whoever goes through them one by one. */
  @Transactional(propagation = org.springframework.transaction.annotation.Propagation.SUPPORTS)
  public List<Actor> platformInEveryCounty() {
    return directory.counties().stream().map(c -> Actor.platform(c.code())).toList();
  }
}
