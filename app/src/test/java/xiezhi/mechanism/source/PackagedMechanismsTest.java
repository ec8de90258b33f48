package xiezhi.mechanism.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Reading;
import xiezhi.shared.CountyCode;

class PackagedMechanismsTest {

  static java.util.List<CountyCode> counties() {
    return PackagedMechanisms.counties();
  }

  @Test
  void fiveCountiesComeWithThePlatformAndAnInventedOneWithTheTests() {
    assertThat(counties()).hasSize(6);
  }

  @ParameterizedTest
  @MethodSource("counties")
  void everyPackagedMechanismIsSound(CountyCode county) {
    Reading reading = PackagedMechanisms.bundle(county).read();

    assertThat(reading.faults()).isEmpty();
    Mechanism mechanism = reading.orThrow();
    assertThat(mechanism.county()).isEqualTo(county);
    assertThat(mechanism.clauses()).isNotEmpty();
    assertThat(mechanism.rules()).isNotEmpty();
  }
}
