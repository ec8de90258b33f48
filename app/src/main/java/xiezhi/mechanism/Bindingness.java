package xiezhi.mechanism;

/** How hard a rule is: read from the clause's modal words. */
public enum Bindingness {
  /** 应当、必须、不得: a gate, or a breach when late. */
  HARD,
  /** 原则上、一般: late is flagged, a recorded reason excuses it. */
  EXPLAINABLE,
  /** 可以、有权: offered, never flagged. */
  OPTIONAL,
  /** 定期、适时 without a number: the county has yet to set a schedule. */
  SCHEDULED,
  /** 探索、推动; or a platform default: reported, never a breach. */
  INDICATOR
}
