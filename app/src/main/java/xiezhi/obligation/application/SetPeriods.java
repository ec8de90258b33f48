package xiezhi.obligation.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.ledger.Ledger;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanisms;
import xiezhi.mechanism.RuleValue.Period;
import xiezhi.obligation.application.PeriodicDuties.Duty;
import xiezhi.obligation.domain.PeriodicRegister;
import xiezhi.obligation.domain.PeriodicRegister.Schedule;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ground;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;
import xiezhi.shared.web.ActionView;

/**
 * 定期: a county sets the period its text leaves open; and how all that is owed periodically stands.
 */
@Service
@Transactional
public class SetPeriods {
  private final PeriodicDuties duties;
  private final PeriodicRegister register;
  private final Mechanisms mechanisms;
  private final WorkingCalendars calendars;
  private final Bodies bodies;
  private final Ledger ledger;
  private final Clock clock;

  SetPeriods(
      PeriodicDuties duties,
      PeriodicRegister register,
      Mechanisms mechanisms,
      WorkingCalendars calendars,
      Bodies bodies,
      Ledger ledger,
      Clock clock) {
    this.duties = duties;
    this.register = register;
    this.mechanisms = mechanisms;
    this.calendars = calendars;
    this.bodies = bodies;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** How one body stands with one duty. */
  public record PeriodicStanding(
      BodyRef body, BodyRef debtor, int opened, int missed, @Nullable Instant lastMet) {}

  /**
   * @param every month, quarter or year; null while the text gives none and the county has set none
   * @param setBy who set it, where the text leaves it open
   */
  public record PeriodicDutyView(
      String rule,
      String key,
      String words,
      @Nullable String series,
      @Nullable String every,
      int times,
      boolean open,
      @Nullable String setBy,
      @Nullable String reason,
      Ground ground,
      List<PeriodicStanding> bodies,
      List<ActionView> actions) {}

  @Transactional(readOnly = true)
  public List<PeriodicDutyView> all() {
    Actor actor = CurrentActor.get();
    Instant now = clock.instant();
    Map<String, Map<BodyId, PeriodicRegister.Tally>> records =
        register.records(actor.county(), now).stream()
            .collect(
                Collectors.groupingBy(
                    PeriodicRegister.Tally::rule,
                    Collectors.toMap(PeriodicRegister.Tally::body, Function.identity())));
    List<BodyId> seats = bodies.deskOf(actor.body());
    return duties.duties(actor.county(), mechanism(now)).stream()
        .map(d -> view(actor, d, seats, records.getOrDefault(d.rule().id(), Map.of())))
        .toList();
  }

  private PeriodicDutyView view(
      Actor actor, Duty d, List<BodyId> seats, Map<BodyId, PeriodicRegister.Tally> records) {
    return new PeriodicDutyView(
        d.rule().id(),
        d.rule().key(),
        d.value().words(),
        d.value().series(),
        d.every() == null ? null : d.every().name().toLowerCase(Locale.ROOT),
        d.value().times(),
        d.value().every() == null,
        d.set() == null ? null : d.set().by(),
        d.set() == null ? null : d.set().reason(),
        d.rule().ground(),
        duties.owed(actor.county(), d.value()).stream()
            .filter(
                o ->
                    ObligationAccess.seesAll(actor)
                        || seats.contains(o.of())
                        || seats.contains(o.debtor()))
            .map(
                o -> {
                  PeriodicRegister.Tally r = records.get(o.of());
                  return new PeriodicStanding(
                      bodies.ref(o.of()),
                      bodies.ref(o.debtor()),
                      r == null ? 0 : r.opened(),
                      r == null ? 0 : r.missed(),
                      r == null ? null : r.lastMet());
                })
            .toList(),
        ActionView.of(Map.of("setPeriod", maySet(actor, d))));
  }

  /** For who coordinates; only where the text gives no number. */
  private static Permission maySet(Actor actor, Duty duty) {
    Permission who =
        actor.has(Role.COORDINATOR)
            ? Permission.allowed()
            : Permission.refused(
                Refusal.of(
                    Refusal.Kind.FORBIDDEN,
                    "obligation.not-coordinating",
                    "The period is set by who coordinates for the county."));
    Permission open =
        duty.value().every() == null
            ? Permission.allowed()
            : Permission.refused(
                new Refusal(
                    Refusal.Kind.RULE,
                    "obligation.period-given",
                    "The text gives the period itself: " + duty.value().words() + ".",
                    Map.of("rule", duty.rule().id(), "words", duty.value().words()),
                    List.of(duty.rule().ground())));
    return who.and(open);
  }

  public void set(String rule, Period every, String reason) {
    Actor actor = CurrentActor.get();
    Instant now = clock.instant();
    Duty duty =
        duties.duties(actor.county(), mechanism(now)).stream()
            .filter(d -> d.rule().id().equals(rule))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.UNKNOWN,
                            "obligation.no-such-periodic-duty",
                            "There is no periodic duty " + rule + " here.",
                            Map.of("rule", rule))
                        .exception());
    maySet(actor, duty).orThrow();
    String why = Texts.required("reason", reason, 500);
    register.schedule(
        actor.county(), new Schedule(rule, every, why, now, actor.name()), actor.account().value());
    ledger.record(
        now,
        "obligation.period-set",
        "rule:" + rule,
        null,
        Map.of("every", every.name().toLowerCase(Locale.ROOT), "reason", why));
  }

  private Mechanism mechanism(Instant now) {
    Actor actor = CurrentActor.get();
    LocalDate today = now.atZone(calendars.of(actor.county()).zone()).toLocalDate();
    return mechanisms.inForce(actor.county(), today);
  }
}
