package xiezhi.shared;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules say no.
 *
 * @param code stable, {@code module.reason}; clients translate it
 * @param message one English sentence: what was attempted, what was found, what would be needed
 * @param details what a client needs to say it in another language, by name
 * @param grounds the rules behind it; empty only where it is a matter of form
 */
public record Refusal(
    Kind kind, String code, String message, Map<String, Object> details, List<Ground> grounds) {

  /** Decides the HTTP status. */
  public enum Kind {
    /** 400: the request is not well formed: a field is missing or is not what it must be. */
    MALFORMED,
    /** 401: nobody is signed in, or not with these words. */
    UNAUTHENTICATED,
    /** 403: this person, in this body, may not do this. */
    FORBIDDEN,
    /** 404: there is no such thing, or none that this person may know of. */
    UNKNOWN,
    /** 409: somebody else was first, or it is past that stage. */
    CONFLICT,
    /** 422: the county's rules, or the law, refuse it. */
    RULE,
    /** 429: too often from one source; {@code retryAfter} of the details says how many seconds. */
    TOO_MANY
  }

  public Refusal {
    details = Map.copyOf(details);
    grounds = List.copyOf(grounds);
  }

  public static Refusal of(Kind kind, String code, String message) {
    return new Refusal(kind, code, message, Map.of(), List.of());
  }

  public static Refusal of(Kind kind, String code, String message, Map<String, Object> details) {
    return new Refusal(kind, code, message, details, List.of());
  }

  /**
   * A field that is not what it must be.
   *
   * @param needed what it must be, as {@code must be low, medium or high}
   */
  public static Refusal malformed(String field, String needed) {
    return of(
        Kind.MALFORMED,
        "field.malformed",
        "The field " + field + " " + needed + ".",
        Map.of("field", field, "needed", needed));
  }

  /**
   * The same where it helps to say what was found.
   *
   * @param found null if it was left out
   */
  public static Refusal malformed(String field, String needed, @Nullable String found) {
    return found == null
        ? malformed(field, needed)
        : of(
            Kind.MALFORMED,
            "field.malformed",
            "The field " + field + " " + needed + "; found: " + found + ".",
            Map.of("field", field, "needed", needed, "found", found));
  }

  /** The same, to be thrown alone. */
  public RefusedException exception() {
    return new RefusedException(this);
  }
}
