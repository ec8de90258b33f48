package xiezhi.mechanism.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.mechanism.MechanismFault;
import xiezhi.mechanism.Reading;
import xiezhi.mechanism.domain.Difference;
import xiezhi.mechanism.domain.MechanismVersion;
import xiezhi.mechanism.source.PackagedMechanisms;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;

/** What would happen if these files were imported. Nothing changes. */
@Service
public class CheckMechanism {
  private final StoredMechanisms mechanisms;
  private final Clock clock;

  CheckMechanism(StoredMechanisms mechanisms, Clock clock) {
    this.mechanisms = mechanisms;
    this.clock = clock;
  }

  /**
   * @param faults everything wrong with the files; the rest is null or empty unless there are none
   * @param version the version it would be
   * @param effectiveFrom the day it would begin
   * @param against the version it was compared with; null if there is none
   * @param objections what would stand against importing it, sound as it is
   */
  public record Finding(
      List<MechanismFault> faults,
      @Nullable String version,
      @Nullable LocalDate effectiveFrom,
      @Nullable String against,
      @Nullable Difference difference,
      List<Refusal> objections) {}

  public Finding check(
      CountyCode county, Map<String, String> files, @Nullable LocalDate effectiveFrom) {
    ImportMechanism.mayImport(CurrentActor.get(), county).orThrow();
    MechanismBundle bundle = PackagedMechanisms.foundation().withCountyFiles(files);
    return switch (bundle.read()) {
      case Reading.Faulty(var faults) -> new Finding(faults, null, null, null, null, List.of());
      case Reading.Sound(var mechanism) -> sound(county, mechanism, effectiveFrom);
    };
  }

  private Finding sound(CountyCode county, Mechanism mechanism, @Nullable LocalDate effectiveFrom) {
    LocalDate from = effectiveFrom == null ? mechanism.inForceFrom() : effectiveFrom;
    List<MechanismVersion> before = mechanisms.versionsOf(county);
    Mechanism last = before.isEmpty() ? null : mechanisms.version(county, before.getLast().hash());
    return new Finding(
        List.of(),
        mechanism.version(),
        from,
        last == null ? null : last.version(),
        Difference.between(last, mechanism),
        ImportMechanism.objections(county, mechanism, before, from, clock.instant()));
  }
}
