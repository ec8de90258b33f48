package xiezhi.mechanism.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.mechanism.Rule;
import xiezhi.shared.CountyCode;

class BundleEditorTest {

  static List<CountyCode> counties() {
    return PackagedMechanisms.counties();
  }

  @ParameterizedTest
  @MethodSource("counties")
  void withoutAnyOneRuleTheRestIsAsItWas(CountyCode county) {
    MechanismBundle bundle = PackagedMechanisms.bundle(county);
    Mechanism whole = bundle.read().orThrow();

    // the rules beneath are the same in every county: once is enough
    boolean first = county.equals(counties().getFirst());
    List<String> ids =
        whole.rules().stream()
            .filter(rule -> first || rule.tier() == Rule.Tier.COUNTY)
            .map(Rule::id)
            .distinct()
            .toList();
    for (String id : ids) {
      Mechanism less = bundle.without(Set.of(id)).read().orThrow();

      assertThat(less.rules())
          .as("without %s", id)
          .isEqualTo(whole.rules().stream().filter(rule -> !rule.id().equals(id)).toList());
      assertThat(less.terms()).isEqualTo(whole.terms());
      assertThat(less.version()).isNotEqualTo(whole.version());
    }
  }

  @ParameterizedTest
  @MethodSource("counties")
  void withoutAllRulesTheFileIsStillSound(CountyCode county) {
    MechanismBundle bundle = PackagedMechanisms.bundle(county);
    List<String> ids = new ArrayList<>();
    bundle.read().orThrow().rules().forEach(rule -> ids.add(rule.id()));

    assertThat(bundle.without(Set.copyOf(ids)).read().orThrow().rules()).isEmpty();
  }

  @Test
  void aRuleThatIsNotThereCannotBeTakenAway() {
    MechanismBundle bundle = PackagedMechanisms.bundle(counties().getFirst());

    assertThatThrownBy(() -> bundle.without(Set.of("no-such-rule")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-rule");
  }

  @ParameterizedTest
  @MethodSource("counties")
  void aMechanismCanBeGivenToAnotherCounty(CountyCode county) {
    MechanismBundle bundle = PackagedMechanisms.bundle(county);

    Mechanism copy = bundle.withCounty(new CountyCode("990077"), "𠮷县 \"试\": 一").read().orThrow();

    assertThat(copy.county()).isEqualTo(new CountyCode("990077"));
    assertThat(copy.countyName()).isEqualTo("𠮷县 \"试\": 一");
    assertThat(copy.rules()).isEqualTo(bundle.read().orThrow().rules());
  }
}
