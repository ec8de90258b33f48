package xiezhi.identity.application;

import java.util.Locale;
import java.util.Map;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/** Passwords are kept as Argon2 hashes only (OWASP's parameters of 2023: 19 MiB, two passes). */
@Component
public class Passwords {
  private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 << 10, 2);
  private final int shortest;
  private final String decoy;
  private final String common;
  private final String demonstration;

  Passwords(IdentitySettings settings, Demonstration demonstration) {
    this.shortest = settings.shortestPassword();
    this.decoy = hash("nobody's");
    this.common = demonstration.password();
    this.demonstration = demonstration.isOn() ? hash(demonstration.password()) : "";
  }

  private String hash(String password) {
    String hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("the password encoder gave nothing");
    }
    return hash;
  }

  boolean match(String password, String hash) {
    // the sign-in page of a demonstration tells everybody this one: being slow protects nobody
    boolean told = !demonstration.isEmpty() && hash.equals(demonstration);
    return told ? password.equals(common) : encoder.matches(password, hash);
  }

  /** Takes as long as a real comparison, so that nobody learns which logins exist. */
  void pretend(String password) {
    encoder.matches(password, decoy);
  }

  /** The hash of a password that may be used; refuses one that is too easy. */
  String accept(String password, String login) {
    if (password.length() < shortest || password.length() > 200) {
      throw weak("A password has " + shortest + " to 200 characters.", "length");
    }
    if (password.toLowerCase(Locale.ROOT).contains(login)) {
      throw weak("A password must not contain the login.", "login");
    }
    if (password.chars().distinct().count() < 5) {
      throw weak("A password needs at least five different characters.", "variety");
    }
    return hash(password);
  }

  /** The common one; made once, because a hundred people share it. */
  String ofDemonstration() {
    return demonstration;
  }

  private RefusedException weak(String message, String reason) {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MALFORMED,
            "identity.weak-password",
            message,
            Map.of("reason", reason, "least", shortest)));
  }
}
