package xiezhi.mechanism;

import java.time.LocalDate;
import xiezhi.shared.CountyCode;

/** The sources of the mechanisms: for those who derive one from another. */
public interface MechanismLibrary {

  /** What that version was read from. */
  MechanismBundle bundle(CountyCode county, String version);

  /**
   * Puts a bundle in force for its own county as the platform itself, without asking who may. Must
   * be called as an actor of that county.
   *
   * @return the version
   * @throws xiezhi.shared.RefusedException with every fault of the bundle
   */
  String install(MechanismBundle bundle, LocalDate effectiveFrom);
}
