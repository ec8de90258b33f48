package xiezhi.obligation.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.mechanism.Basis;
import xiezhi.mechanism.Bindingness;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.mechanism.RuleValue.Period;
import xiezhi.mechanism.RuleValue.Periodic;
import xiezhi.obligation.Occurrence;
import xiezhi.obligation.PeriodicEvents;
import xiezhi.obligation.domain.PeriodicRegister;
import xiezhi.obligation.domain.PeriodicRegister.Schedule;
import xiezhi.obligation.domain.Stretch;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/** Which rules are owed again and again, by whom, and which of them an occurrence fulfils. */
@Component
class PeriodicDuties {
  private final PeriodicRegister register;
  private final Bodies bodies;
  private final Set<String> told;

  PeriodicDuties(PeriodicRegister register, Bodies bodies, List<PeriodicEvents> told) {
    this.register = register;
    this.bodies = bodies;
    this.told =
        told.stream().flatMap(t -> t.events().stream()).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A rule that is owed again and again.
   *
   * @param every its own period, or the one the county has set; null while there is none
   * @param set the county's own decision, where the text gives no number; null otherwise
   */
  record Duty(Rule rule, Periodic value, @Nullable Period every, @Nullable Schedule set) {
    /** 定期: once the county has set the period, to miss it counts. */
    boolean isBreachable() {
      boolean scheduled =
          rule.bindingness() == Bindingness.SCHEDULED
              && set != null
              && rule.basis() instanceof Basis.Clauses;
      return every != null && (scheduled || rule.canBeBreached());
    }
  }

  /**
   * Who owes it.
   *
   * @param of the township it is owed for, or the body that owes it for the county
   */
  record Owed(BodyId of, BodyId debtor) {}

  /** Those that some flow here can fulfil. */
  List<Duty> duties(CountyCode county, Mechanism mechanism) {
    Map<String, Schedule> schedules = register.schedules(county);
    List<Duty> duties = new ArrayList<>();
    for (Rule rule : mechanism.rules()) {
      if (rule.value() instanceof Periodic p
          && p.ends() != null
          && told.contains(p.ends())
          && mechanism.governing(rule.key(), Facts.NONE).contains(rule)) {
        Schedule set = p.every() == null ? schedules.get(rule.id()) : null;
        Period every = p.every() != null ? p.every() : set == null ? null : set.every();
        duties.add(new Duty(rule, p, every, set));
      }
    }
    return duties;
  }

  /** Each township for itself, or one body for the county. */
  List<Owed> owed(CountyCode county, Periodic p) {
    if (p.per() == null) {
      BodyId one = bodyFor(county, p).id();
      return List.of(new Owed(one, one));
    }
    if (!p.per().equals("township")) {
      return List.of();
    }
    List<Body> all = bodies.of(county);
    return all.stream()
        .filter(b -> b.kind() == BodyKind.TOWNSHIP)
        .map(
            township ->
                new Owed(
                    township.id(),
                    "enforcement-unit".equals(p.debtor())
                        ? all.stream()
                            .filter(b -> b.kind() == BodyKind.TEAM)
                            .filter(b -> township.id().equals(b.township()))
                            .map(Body::id)
                            .findFirst()
                            .orElse(township.id())
                        : township.id()))
        .toList();
  }

  private Body bodyFor(CountyCode county, Periodic p) {
    return (p.debtor() == null
            ? java.util.Optional.<Body>empty()
            : bodies.named(county, p.debtor()))
        .orElseGet(() -> bodies.countyGovernment(county));
  }

  /** The open duties that the occurrence fulfils: its event, its series, its bodies, its period. */
  List<UUID> fulfilledBy(CountyCode county, Mechanism mechanism, Occurrence o, LocalDate on) {
    if (!told.contains(o.event())) {
      return List.of();
    }
    List<UUID> found = new ArrayList<>();
    for (Duty duty : duties(county, mechanism)) {
      Periodic p = duty.value();
      boolean ofSeries = p.series() == null || o.facts().set("series").contains(p.series());
      if (!o.event().equals(p.ends()) || !ofSeries || duty.every() == null) {
        continue;
      }
      List<UUID> open =
          register.open(
              county, duty.rule().id(), owners(county, p, o), Stretch.of(duty.every(), on).name());
      if (!open.isEmpty()) {
        found.add(open.getFirst());
      }
    }
    return found;
  }

  private Set<BodyId> owners(CountyCode county, Periodic p, Occurrence o) {
    Set<BodyId> owners = new LinkedHashSet<>();
    for (BodyId body : o.roles().values()) {
      owners.add(body);
      bodies.find(body).map(Body::township).ifPresent(owners::add);
    }
    if (p.per() == null && p.debtor() == null) {
      owners.add(bodies.countyGovernment(county).id());
    }
    return owners;
  }

  static RuleValue.Limit asLimit(Periodic p) {
    return new RuleValue.Limit(
        null,
        p.words(),
        List.of("period.begins"),
        p.ends() == null ? List.of() : List.of(p.ends()),
        p.debtor() == null ? "county" : p.debtor(),
        null,
        null,
        null,
        List.of(),
        null,
        false);
  }

  static Instant midnight(LocalDate day, java.time.ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
