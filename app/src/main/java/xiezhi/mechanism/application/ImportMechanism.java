package xiezhi.mechanism.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.ledger.Ledger;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.mechanism.MechanismFault;
import xiezhi.mechanism.MechanismLibrary;
import xiezhi.mechanism.Reading;
import xiezhi.mechanism.domain.MechanismRefusal;
import xiezhi.mechanism.domain.MechanismVersion;
import xiezhi.mechanism.domain.Versions;
import xiezhi.mechanism.source.PackagedMechanisms;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;

/** Puts a new version of a county's mechanism in force from a day on. */
@Service
public class ImportMechanism implements MechanismLibrary {
  private final StoredMechanisms mechanisms;
  private final Versions versions;
  private final Ledger ledger;
  private final Clock clock;
  private final TransactionTemplate transaction;

  ImportMechanism(
      StoredMechanisms mechanisms,
      Versions versions,
      Ledger ledger,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.mechanisms = mechanisms;
    this.versions = versions;
    this.ledger = ledger;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  public static Permission mayImport(Actor actor, CountyCode county) {
    Permission own =
        actor.county().equals(county)
            ? Permission.allowed()
            : Permission.refused(
                MechanismRefusal.OTHER_COUNTY.because(
                    "The mechanism of %s is kept by that county itself; you work in %s."
                        .formatted(county, actor.county()),
                    Map.of("county", county.value(), "own", actor.county().value())));
    Permission administrator =
        actor.has(Role.ADMINISTRATOR)
            ? Permission.allowed()
            : Permission.refused(
                MechanismRefusal.NOT_ADMINISTRATOR.because(
                    "A mechanism is imported by a county administrator, which you are not here.",
                    Map.of("needed", Role.ADMINISTRATOR.name())));
    return own.and(administrator);
  }

  /**
   * @param files the county's files by name
   * @param effectiveFrom null: the day the file gives
   */
  public MechanismVersion importVersion(
      CountyCode county, Map<String, String> files, @Nullable LocalDate effectiveFrom) {
    mayImport(CurrentActor.get(), county).orThrow();
    MechanismBundle bundle = PackagedMechanisms.foundation().withCountyFiles(files);
    Mechanism mechanism = sound(bundle);
    LocalDate from = effectiveFrom == null ? mechanism.inForceFrom() : effectiveFrom;
    Instant now = clock.instant();
    return inTransaction(
        () -> {
          versions.lock(county);
          List<MechanismVersion> before = versions.of(county);
          Permission.of(objections(county, mechanism, before, from, now)).orThrow();
          return add(bundle, from, false, before, now);
        });
  }

  /** What stands against letting a sound mechanism govern from that day. */
  static List<Refusal> objections(
      CountyCode county,
      Mechanism mechanism,
      List<MechanismVersion> before,
      LocalDate from,
      Instant now) {
    var all = new java.util.ArrayList<Refusal>();
    if (!mechanism.county().equals(county)) {
      all.add(
          MechanismRefusal.COUNTY_MISMATCH.because(
              "The file is that of county %s, not of %s.".formatted(mechanism.county(), county),
              Map.of("found", mechanism.county().value(), "needed", county.value())));
    }
    if (before.isEmpty()) {
      return all;
    }
    LocalDate today = LocalDate.ofInstant(now, mechanism.zone());
    if (from.isBefore(today)) {
      all.add(
          MechanismRefusal.EFFECTIVE_IN_PAST.because(
              "A version may begin today (%s) or later, not on %s: what was done under the old one stays under it."
                  .formatted(today, from),
              Map.of("found", from.toString(), "earliest", today.toString())));
    }
    MechanismVersion last = before.getLast();
    if (!from.isAfter(last.effectiveFrom())) {
      all.add(
          MechanismRefusal.OVERLAPPING_VERSION.because(
              "A version begins on %s already; a new one must begin later, not on %s."
                  .formatted(last.effectiveFrom(), from),
              Map.of("found", from.toString(), "last", last.effectiveFrom().toString())));
    }
    if (last.hash().equals(mechanism.version())) {
      all.add(
          MechanismRefusal.UNCHANGED.because(
              "Nothing differs from the version that begins on %s.".formatted(last.effectiveFrom()),
              Map.of("version", last.hash())));
    }
    return all;
  }

  /**
   * Takes in what came with the platform, unless the county has it already or keeps its own since.
   */
  void takePackaged(MechanismBundle bundle) {
    Mechanism mechanism = sound(bundle);
    Instant now = clock.instant();
    inTransaction(
        () -> {
          versions.lock(mechanism.county());
          List<MechanismVersion> before = versions.of(mechanism.county());
          if (before.isEmpty()) {
            return add(bundle, mechanism.inForceFrom(), true, before, now);
          }
          MechanismVersion last = before.getLast();
          if (!last.packaged() || last.hash().equals(mechanism.version())) {
            return last;
          }
          LocalDate today = LocalDate.ofInstant(now, mechanism.zone());
          LocalDate from = last.effectiveFrom().isAfter(today) ? last.effectiveFrom() : today;
          return add(bundle, from, true, before, now);
        });
  }

  @Override
  public String install(MechanismBundle bundle, LocalDate effectiveFrom) {
    sound(bundle);
    CountyCode county = CurrentActor.get().county();
    Instant now = clock.instant();
    return inTransaction(
            () -> {
              versions.lock(county);
              return add(bundle, effectiveFrom, false, versions.of(county), now);
            })
        .hash();
  }

  @Override
  public MechanismBundle bundle(CountyCode county, String version) {
    return mechanisms.bundle(county, version);
  }

  private MechanismVersion add(
      MechanismBundle bundle,
      LocalDate from,
      boolean packaged,
      List<MechanismVersion> before,
      Instant now) {
    Actor actor = CurrentActor.get();
    MechanismVersion version =
        new MechanismVersion(
            actor.county(),
            before.size() + 1,
            bundle.version(),
            from,
            packaged,
            now,
            actor.account().value(),
            actor.name());
    versions.add(version, bundle);
    ledger.record(
        now,
        "mechanism.imported",
        "mechanism:" + version.hash(),
        null,
        Map.of(
            "number",
            version.number(),
            "effectiveFrom",
            from.toString(),
            "origin",
            packaged ? "packaged" : "imported"));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            mechanisms.forget(version.county());
          }
        });
    return version;
  }

  private MechanismVersion inTransaction(java.util.function.Supplier<MechanismVersion> work) {
    return java.util.Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }

  private static Mechanism sound(MechanismBundle bundle) {
    Reading reading = bundle.read();
    if (!reading.faults().isEmpty()) {
      throw new RefusedException(reading.faults().stream().map(ImportMechanism::refusal).toList());
    }
    return reading.orThrow();
  }

  private static Refusal refusal(MechanismFault fault) {
    return MechanismRefusal.FAULT.because(
        fault.toString(),
        Map.of(
            "file",
            fault.file(),
            "line",
            fault.line(),
            "column",
            fault.column(),
            "key",
            fault.key(),
            "message",
            fault.message()));
  }
}
