package xiezhi.mechanism.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.MechanismLibrary;
import xiezhi.mechanism.Mechanisms;
import xiezhi.mechanism.source.PackagedMechanisms;
import xiezhi.shared.CountyCode;
import xiezhi.testing.PlatformTest;

@PlatformTest
class StoredMechanismsTest {
  @Autowired Mechanisms mechanisms;
  @Autowired MechanismLibrary library;
  @Autowired TakePackagedMechanisms packaged;
  @Autowired StoredMechanisms stored;

  @Test
  void everyPackagedMechanismIsInForceFromItsDayOn() {
    List<CountyCode> counties = PackagedMechanisms.counties();

    assertThat(mechanisms.counties()).containsAll(counties);
    for (CountyCode county : counties) {
      Mechanism read = PackagedMechanisms.bundle(county).read().orThrow();
      assertThat(mechanisms.inForce(county, read.inForceFrom()).version())
          .isEqualTo(read.version());
      assertThat(library.bundle(county, read.version()))
          .isEqualTo(PackagedMechanisms.bundle(county));
    }
  }

  @Test
  void startingAgainAddsNothing() {
    CountyCode county = PackagedMechanisms.counties().getFirst();
    int before = stored.versionsOf(county).size();

    packaged.afterSingletonsInstantiated();

    stored.forget(county);
    assertThat(stored.versionsOf(county)).hasSize(before);
  }
}
