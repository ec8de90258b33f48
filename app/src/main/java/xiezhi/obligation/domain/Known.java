package xiezhi.obligation.domain;

/** Who knows of an obligation, beside those at whose desk it lies. */
public enum Known {
  /** Whoever may see the matter; of none, also who coordinates or supervises. */
  OPENLY,
  /** The desks of debtor and creditor and nobody else. */
  AT_THE_DESKS,
  /**
   * Those who supervise in the debtor's own body, and the creditor's desk: complaints about conduct
   * and leads of discipline, of which the colleagues of whom they speak are not to hear.
   */
  BY_SUPERVISORS;

  /** The role of the body that owes, where those owe who supervise there. */
  private static final String SUPERVISOR = "supervisor";

  /**
   * @param confidential whether what happened is
   * @param debtor role of the body that owes, as the rule names it
   */
  public static Known of(boolean confidential, String debtor) {
    if (!confidential) {
      return OPENLY;
    }
    return debtor.equals(SUPERVISOR) ? BY_SUPERVISORS : AT_THE_DESKS;
  }
}
