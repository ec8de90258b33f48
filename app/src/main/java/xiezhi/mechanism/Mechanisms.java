package xiezhi.mechanism;

import java.time.LocalDate;
import java.util.List;
import xiezhi.shared.CountyCode;

/** Where to ask for a county's mechanism. */
public interface Mechanisms {
  /**
   * The version in force on that day; refuses with {@code mechanism.none-in-force} if there is
   * none.
   */
  Mechanism inForce(CountyCode county, LocalDate on);

  /** A version by its hash, in force or not. */
  Mechanism version(CountyCode county, String version);

  /** Every county that has a mechanism. */
  List<CountyCode> counties();
}
