package xiezhi.shared;

import java.util.Set;

/**
 * Who acts: a person in one body with that body's roles, the platform itself for its own jobs, or
 * somebody of the public, who has no account and whom the record does not name.
 *
 * @param account the person's account; {@code platform} for the platform itself; {@code public} for
 *     the public
 * @param name what the record and the letters call the person
 * @param body the body in whose name the person sits at the desk
 */
public record Actor(
    AccountId account, String name, CountyCode county, BodyId body, Set<Role> roles) {
  private static final AccountId PLATFORM = new AccountId("platform");
  private static final AccountId PUBLIC = new AccountId("public");

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

  /**
   * Somebody of the public (公众) acting in one county without an account: reporting, following by
   * code. Holds no role. Who it was stands nowhere but in the contact data of what was reported.
   */
  public static Actor publicIn(CountyCode county) {
    return new Actor(PUBLIC, "公众", county, new BodyId(county + "-public"), Set.of());
  }

  public boolean isPublic() {
    return account.equals(PUBLIC);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
