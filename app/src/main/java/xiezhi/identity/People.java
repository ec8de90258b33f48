package xiezhi.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import xiezhi.shared.AccountId;
import xiezhi.shared.BodyId;
import xiezhi.shared.Role;

/** Who holds which post. */
public interface People {
  /** A person's seat in a body. */
  record Seat(AccountId account, String name, BodyId body, Role role) {}

  /** Names to show for these accounts; those unknown are absent. */
  Map<AccountId, String> names(Collection<AccountId> accounts);

  /** Everybody with a role in that body, a line for each role. */
  List<Seat> in(BodyId body);
}
