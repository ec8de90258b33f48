package xiezhi.mechanism.domain;

import java.util.List;
import java.util.Optional;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.shared.CountyCode;

/** Every county's versions, oldest first. They are added to and never changed. */
public interface Versions {
  List<CountyCode> counties();

  List<MechanismVersion> of(CountyCode county);

  Optional<MechanismBundle> bundle(CountyCode county, String hash);

  /** Lets nobody else add to this county's versions until the transaction ends. */
  void lock(CountyCode county);

  void add(MechanismVersion version, MechanismBundle bundle);
}
