package xiezhi.mechanism.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.mechanism.domain.Comparison;
import xiezhi.mechanism.domain.MechanismVersion;
import xiezhi.mechanism.source.Vocabulary;
import xiezhi.shared.CountyCode;

/** Mechanisms for people to read: published documents, open to whoever is signed in. */
@Service
public class ReadMechanisms {
  private final StoredMechanisms mechanisms;
  private final Clock clock;

  ReadMechanisms(StoredMechanisms mechanisms, Clock clock) {
    this.mechanisms = mechanisms;
    this.clock = clock;
  }

  /** Today's of every county. */
  public List<Mechanism> all() {
    return mechanisms.counties().stream().map(this::today).toList();
  }

  public Mechanism one(CountyCode county, @Nullable String version) {
    return version == null ? today(county) : mechanisms.version(county, version);
  }

  /** The one in force today, or, where none is yet, the first to come. */
  private Mechanism today(CountyCode county) {
    List<MechanismVersion> versions = mechanisms.versionsOf(county);
    if (versions.isEmpty()) {
      throw StoredMechanisms.noSuchCounty(county);
    }
    return mechanisms.version(
        county,
        StoredMechanisms.inForce(versions, day(county, versions))
            .orElse(versions.getFirst())
            .hash());
  }

  private LocalDate day(CountyCode county, List<MechanismVersion> versions) {
    Mechanism first = mechanisms.version(county, versions.getFirst().hash());
    return LocalDate.ofInstant(clock.instant(), first.zone());
  }

  /**
   * @param until the last day on which it governs; null while nothing follows it
   * @param governs today
   */
  public record Period(MechanismVersion version, @Nullable LocalDate until, boolean governs) {}

  /** Newest first. */
  public List<Period> versions(CountyCode county) {
    List<MechanismVersion> versions = mechanisms.versionsOf(county);
    if (versions.isEmpty()) {
      throw StoredMechanisms.noSuchCounty(county);
    }
    Optional<MechanismVersion> now = StoredMechanisms.inForce(versions, day(county, versions));
    List<Period> periods = new ArrayList<>();
    LocalDate next = null;
    for (MechanismVersion version : versions.reversed()) {
      periods.add(
          new Period(
              version,
              next == null ? null : next.minusDays(1),
              now.filter(version::equals).isPresent()));
      next = version.effectiveFrom();
    }
    return periods;
  }

  /** Of a version that was just added, after which none comes. */
  public Period latest(MechanismVersion version) {
    LocalDate today = day(version.county(), List.of(version));
    return new Period(version, null, !version.effectiveFrom().isAfter(today));
  }

  public Comparison compare(CountyCode left, CountyCode right) {
    return Comparison.of(
        today(left), today(right), List.copyOf(Vocabulary.packaged().keys().keySet()));
  }

  /** The county's own files of a version, by name. */
  public MechanismFiles files(CountyCode county, @Nullable String version) {
    Mechanism mechanism = one(county, version);
    return new MechanismFiles(
        mechanism.version(),
        Archive.zip(mechanisms.bundle(county, mechanism.version()).tier(MechanismBundle.COUNTY)));
  }

  /**
   * @param zip the files as they were imported: imported again they give the same version
   */
  public record MechanismFiles(String version, byte[] zip) {}
}
