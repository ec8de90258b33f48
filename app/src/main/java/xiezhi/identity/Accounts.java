package xiezhi.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.AccountId;
import xiezhi.shared.BodyId;
import xiezhi.shared.Role;

/** Opening accounts in the current actor's county. */
public interface Accounts {
  /** The roles a person has in a body. */
  record Post(BodyId body, Set<Role> roles) {
    public Post {
      roles = Set.copyOf(roles);
    }
  }

  /**
   * Somebody to open an account for.
   *
   * @param login lower-case letters, digits, {@code - . _}; unique over all counties
   * @param password null for a demonstration person, who has the common one; refused outside the
   *     demonstration mode
   */
  record NewAccount(String login, String name, @Nullable String password, List<Post> posts) {
    public NewAccount {
      posts = List.copyOf(posts);
    }
  }

  /** Opens it, as a county administrator or as the platform. */
  AccountId open(NewAccount account);
}
