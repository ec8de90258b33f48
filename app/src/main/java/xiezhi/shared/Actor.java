package xiezhi.shared;

import java.util.Set;

/**
 * Who acts: a person in one body with that body's roles, or the platform itself for its own jobs.
 *
 * @param account the person's account; {@code platform} for the platform itself
 * @param name what the record and the letters call the person
 * @param body the body in whose name the person sits at the desk
 */
public record Actor(
    AccountId account, String name, CountyCode county, BodyId body, Set<Role> roles) {
  private static final AccountId PLATFORM = new AccountId("platform");

  public Actor {
    roles = Set.copyOf(roles);
  }

  /** The platform acting by itself in one county: reminders, recomputing. Holds no role. */
  public static Actor platform(CountyCode county) {
    return new Actor(PLATFORM, "platform", county, new BodyId(county + "-platform"), Set.of());
  }

  public boolean isPlatform() {
    return account.equals(PLATFORM);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
