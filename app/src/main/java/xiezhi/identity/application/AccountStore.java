package xiezhi.identity.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiezhi.identity.Accounts.Post;
import xiezhi.identity.People.Seat;
import xiezhi.shared.AccountId;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Role;

/** Accounts, seats, sessions and setup codes as they are kept. All but three within the county. */
public interface AccountStore {
  /** Where an account is: the wall must be passed before more can be read. */
  record Found(CountyCode county, AccountId id) {}

  /** What a sign-in is judged by. */
  record Credentials(
      AccountId id,
      String login,
      String name,
      String passwordHash,
      @Nullable Instant lockedUntil,
      boolean disabled,
      boolean demonstration) {}

  /** Somebody's open session. */
  record Open(
      CountyCode county,
      AccountId account,
      String name,
      BodyId body,
      Instant signedInAt,
      Instant seenAt,
      Set<Role> roles) {
    public Open {
      roles = Set.copyOf(roles);
    }
  }

  /** An account as the administrators' list shows it. */
  record Listed(
      AccountId id,
      String login,
      String name,
      @Nullable Instant lockedUntil,
      boolean disabled,
      boolean demonstration,
      List<Post> posts) {
    public Listed {
      posts = List.copyOf(posts);
    }
  }

  /** How a sign-in ended. */
  enum Outcome {
    SIGNED_IN,
    WRONG_PASSWORD,
    LOCKED,
    DISABLED,
    NO_SEAT
  }

  // --- over the wall

  Optional<Found> findByLogin(String login);

  Optional<Open> findSession(String tokenHash);

  boolean isEmpty();

  // --- accounts

  Optional<Credentials> credentials(AccountId id);

  void add(Credentials account, Instant at);

  void rename(AccountId id, String name);

  void changePassword(AccountId id, String hash);

  void disable(AccountId id, boolean disabled);

  void unlock(AccountId id);

  /** Counts one more wrong password, and locks at the limit. */
  void countFailure(AccountId id, int limit, Instant lockUntil);

  void writeSignIn(AccountId id, Outcome outcome, String address, Instant at);

  List<Listed> list(@Nullable String afterLogin, int limit);

  Optional<Listed> listed(AccountId id);

  Map<AccountId, String> names(Collection<AccountId> accounts);

  // --- seats

  List<Post> posts(AccountId id);

  List<Seat> seatsIn(BodyId body);

  void openSeat(AccountId id, BodyId body, Role role, Instant at);

  void closeSeat(AccountId id, BodyId body, Role role, Instant at);

  boolean hasAdministrator();

  // --- sessions

  void openSession(String tokenHash, AccountId id, BodyId body, Instant at);

  void touchSession(String tokenHash, Instant at);

  void sitIn(String tokenHash, BodyId body);

  void closeSession(String tokenHash);

  void closeSessionsOf(AccountId id, @Nullable String exceptTokenHash);

  void closeSessions(Instant seenBefore, Instant signedInBefore);

  // --- setup

  void addSetupCode(String hash, Instant at, Instant expiresAt);

  /** Uses it up; false if it is not known, was used, or has expired. */
  boolean useSetupCode(String hash, Instant at);
}
