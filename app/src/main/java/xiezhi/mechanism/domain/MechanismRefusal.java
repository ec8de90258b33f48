package xiezhi.mechanism.domain;

import java.util.Map;
import xiezhi.shared.Refusal;

/**
 * Why the platform refuses something about mechanisms themselves. Besides these, a gate refuses an
 * act with {@code mechanism.} and the key of its rule.
 */
public enum MechanismRefusal {
  /** Only a county administrator keeps the mechanism. */
  NOT_ADMINISTRATOR(Refusal.Kind.FORBIDDEN, "mechanism.not-administrator"),
  /** A county keeps its own mechanism and nobody else's. */
  OTHER_COUNTY(Refusal.Kind.FORBIDDEN, "mechanism.other-county"),
  /** One fault of a file; as many refusals as there are faults. */
  FAULT(Refusal.Kind.MALFORMED, "mechanism.fault"),
  /** The archive is too large, not a zip, or holds what does not belong in it. */
  ARCHIVE(Refusal.Kind.MALFORMED, "mechanism.archive"),
  /** The file says that it is another county's. */
  COUNTY_MISMATCH(Refusal.Kind.MALFORMED, "mechanism.county-mismatch"),
  /** A version may not govern days that are over. */
  EFFECTIVE_IN_PAST(Refusal.Kind.RULE, "mechanism.effective-in-past"),
  /** A version begins after the one before it. */
  OVERLAPPING_VERSION(Refusal.Kind.CONFLICT, "mechanism.overlapping-version"),
  /** Nothing differs from the latest version. */
  UNCHANGED(Refusal.Kind.CONFLICT, "mechanism.unchanged"),
  /** On that day the county has no mechanism. */
  NONE_IN_FORCE(Refusal.Kind.RULE, "mechanism.none-in-force"),
  /** The county has no mechanism at all. */
  NO_SUCH_COUNTY(Refusal.Kind.UNKNOWN, "mechanism.no-such-county"),
  NO_SUCH_VERSION(Refusal.Kind.UNKNOWN, "mechanism.no-such-version");

  private final Refusal.Kind kind;
  private final String code;

  MechanismRefusal(Refusal.Kind kind, String code) {
    this.kind = kind;
    this.code = code;
  }

  public String code() {
    return code;
  }

  public Refusal.Kind kind() {
    return kind;
  }

  public Refusal because(String message, Map<String, Object> details) {
    return Refusal.of(kind, code, message, details);
  }
}
