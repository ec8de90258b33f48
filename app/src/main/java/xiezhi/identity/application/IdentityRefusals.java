package xiezhi.identity.application;

import java.time.Instant;
import java.util.Map;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;

/** Everything the entrance says no to. */
public final class IdentityRefusals {
  private IdentityRefusals() {}

  static RefusedException wrongCredentials() {
    return refused(
        Refusal.Kind.UNAUTHENTICATED,
        "identity.wrong-credentials",
        "There is no account with this login and password.",
        Map.of());
  }

  static RefusedException wrongPassword() {
    return refused(
        Refusal.Kind.FORBIDDEN,
        "identity.wrong-password",
        "This is not your present password.",
        Map.of());
  }

  static RefusedException locked(Instant until) {
    return refused(
        Refusal.Kind.UNAUTHENTICATED,
        "identity.locked",
        "After too many wrong passwords the account is locked until " + until + ".",
        Map.of("until", until.toString()));
  }

  static RefusedException noSeat() {
    return refused(
        Refusal.Kind.FORBIDDEN,
        "identity.no-seat",
        "This account has no seat in any body; a county administrator can give it one.",
        Map.of());
  }

  static RefusedException notYourSeat(BodyId body) {
    return refused(
        Refusal.Kind.FORBIDDEN,
        "identity.not-your-seat",
        "You have no seat in body " + body + ".",
        Map.of("body", body.value()));
  }

  public static RefusedException noSuchAccount(String id) {
    return refused(
        Refusal.Kind.UNKNOWN,
        "identity.no-such-account",
        "There is no account " + id + " in this county.",
        Map.of("account", id));
  }

  static RefusedException loginTaken(String login) {
    return refused(
        Refusal.Kind.CONFLICT,
        "identity.login-taken",
        "The login " + login + " is taken.",
        Map.of("login", login));
  }

  static RefusedException noSuchBody(BodyId body) {
    return refused(
        Refusal.Kind.MALFORMED,
        "identity.no-such-body",
        "There is no body " + body + " in this county.",
        Map.of("body", body.value()));
  }

  static RefusedException malformed(String field, String message) {
    return refused(Refusal.Kind.MALFORMED, "identity.malformed", message, Map.of("field", field));
  }

  static RefusedException setupCodeUnknown() {
    return refused(
        Refusal.Kind.FORBIDDEN,
        "identity.setup-code-unknown",
        "This setup code is not known, was used, or has expired; the platform prints a new one when"
            + " it starts.",
        Map.of());
  }

  static RefusedException noSuchCounty(String county) {
    return refused(
        Refusal.Kind.UNKNOWN,
        "identity.no-such-county",
        "This installation has no county " + county + ".",
        Map.of("county", county));
  }

  static RefusedException hasAdministrator(String county) {
    return refused(
        Refusal.Kind.CONFLICT,
        "identity.has-administrator",
        "County " + county + " already has an administrator, who opens all further accounts.",
        Map.of("county", county));
  }

  /** Only a county administrator, or the platform itself, keeps accounts. */
  static void onlyAdministratorsKeepAccounts(Actor actor) {
    if (!actor.has(Role.ADMINISTRATOR) && !actor.isPlatform()) {
      throw refused(
          Refusal.Kind.FORBIDDEN,
          "identity.only-administrators",
          "Accounts are kept by the county's administrators.",
          Map.of("role", "administrator"));
    }
  }

  private static RefusedException refused(
      Refusal.Kind kind, String code, String message, Map<String, Object> details) {
    return new RefusedException(Refusal.of(kind, code, message, details));
  }
}
