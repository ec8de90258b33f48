package xiezhi.mechanism.application;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.mechanism.Mechanisms;
import xiezhi.mechanism.domain.MechanismRefusal;
import xiezhi.mechanism.domain.MechanismVersion;
import xiezhi.mechanism.domain.Versions;
import xiezhi.shared.CountyCode;
import xiezhi.shared.RefusedException;

/**
 * Mechanisms as they are stored, read once and kept. A version never changes, so it is kept as long
 * as there is room; which version is in force is looked up again after a few seconds, in which
 * another replica's import is not yet seen.
 */
@Service
public class StoredMechanisms implements Mechanisms {
  private static final int KEPT = 200;
  private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

  private final Versions versions;
  private final Map<CountyCode, Known> known = new ConcurrentHashMap<>();
  private final Map<String, Mechanism> read =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Mechanism> eldest) {
          return size() > KEPT;
        }
      };

  StoredMechanisms(Versions versions) {
    this.versions = versions;
  }

  private record Known(List<MechanismVersion> versions, long readAt) {
    boolean isFresh() {
      return System.nanoTime() - readAt < FRESH_NANOS;
    }
  }

  @Override
  public Mechanism inForce(CountyCode county, LocalDate on) {
    List<MechanismVersion> all = versionsOf(county);
    MechanismVersion version =
        inForce(all, on)
            .orElseThrow(
                () ->
                    all.isEmpty()
                        ? noSuchCounty(county)
                        : new RefusedException(
                            MechanismRefusal.NONE_IN_FORCE.because(
                                "On %s no mechanism is in force in %s; the first begins on %s."
                                    .formatted(on, county, all.getFirst().effectiveFrom()),
                                Map.of(
                                    "county",
                                    county.value(),
                                    "on",
                                    on.toString(),
                                    "first",
                                    all.getFirst().effectiveFrom().toString()))));
    return version(county, version.hash());
  }

  /** Of those begun by that day the one that began last, and among these the one added last. */
  static Optional<MechanismVersion> inForce(List<MechanismVersion> versions, LocalDate on) {
    return versions.stream()
        .filter(version -> !version.effectiveFrom().isAfter(on))
        .max(
            Comparator.comparing(MechanismVersion::effectiveFrom)
                .thenComparingInt(MechanismVersion::number));
  }

  @Override
  public Mechanism version(CountyCode county, String version) {
    String name = county + " " + version;
    synchronized (read) {
      Mechanism mechanism = read.get(name);
      if (mechanism != null) {
        return mechanism;
      }
    }
    Mechanism mechanism = bundle(county, version).read().orThrow();
    synchronized (read) {
      read.put(name, mechanism);
    }
    return mechanism;
  }

  MechanismBundle bundle(CountyCode county, String version) {
    return versions
        .bundle(county, version)
        .orElseThrow(
            () ->
                new RefusedException(
                    MechanismRefusal.NO_SUCH_VERSION.because(
                        "%s has no version %s of its mechanism.".formatted(county, version),
                        Map.of("county", county.value(), "version", version))));
  }

  @Override
  public List<CountyCode> counties() {
    return versions.counties();
  }

  /** Oldest first; empty if the county has none. */
  public List<MechanismVersion> versionsOf(CountyCode county) {
    Known before = known.get(county);
    if (before != null && before.isFresh()) {
      return before.versions();
    }
    Known now = new Known(versions.of(county), System.nanoTime());
    known.put(county, now);
    return now.versions();
  }

  void forget(CountyCode county) {
    known.remove(county);
  }

  static RefusedException noSuchCounty(CountyCode county) {
    return new RefusedException(
        MechanismRefusal.NO_SUCH_COUNTY.because(
            "There is no mechanism of county %s.".formatted(county),
            Map.of("county", county.value())));
  }
}
