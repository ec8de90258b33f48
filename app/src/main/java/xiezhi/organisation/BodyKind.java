package xiezhi.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a body is in law; mechanism files name the kinds by {@link #key}. */
public enum BodyKind {
  /** 县(区)人民政府: the common superior of the bodies below. */
  COUNTY_GOVERNMENT(true),
  /** 县(区)级部门. */
  DEPARTMENT(true),
  /** 乡镇人民政府、街道办事处. */
  TOWNSHIP(true),
  /** 综合行政执法队(办公室、大队): acts in the township's name. */
  TEAM(false),
  /** 内设机构. */
  INTERNAL_ORGAN(false),
  /** 直属机构. */
  AFFILIATED(false),
  /** 派出机构、派驻站所. */
  DISPATCHED(false),
  /** A body outside the county: city, other county, hotline. */
  EXTERNAL(true),
  /**
   * Managing committees, farms, development zones: not a level of government, not by itself an
   * enforcing body.
   */
  OTHER(false);

  private final boolean legal;

  BodyKind(boolean legal) {
    this.legal = legal;
  }

  /** Whether it acts in its own name unless a law says otherwise. */
  public boolean isLegal() {
    return legal;
  }

  /** As mechanism files write it: {@code county-government}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<BodyKind> of(String key) {
    return Arrays.stream(values()).filter(k -> k.key().equals(key)).findFirst();
  }
}
