package xiezhi.obligation.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.calendar.DueDate;
import xiezhi.calendar.WorkingCalendar;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanisms;
import xiezhi.obligation.application.PeriodicDuties.Duty;
import xiezhi.obligation.application.PeriodicDuties.Owed;
import xiezhi.obligation.domain.Known;
import xiezhi.obligation.domain.Obligation;
import xiezhi.obligation.domain.ObligationRegister;
import xiezhi.obligation.domain.PeriodicRegister;
import xiezhi.obligation.domain.Stretch;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Sweep;

/**
 * With each month, quarter or year what is owed in it is opened, once for each body. The first full
 * period after the mechanism takes effect is the first that can be missed (coverage §6 #12).
 */
@Component
class OwePeriodically implements Sweep {
  private final PeriodicDuties duties;
  private final PeriodicRegister register;
  private final ObligationRegister rows;
  private final Mechanisms mechanisms;
  private final WorkingCalendars calendars;
  private final Minutes minutes;
  private final TransactionTemplate transaction;

  /** What was looked through last, so that a minute later there is nothing to look through. */
  private final Map<CountyCode, String> done = new ConcurrentHashMap<>();

  OwePeriodically(
      PeriodicDuties duties,
      PeriodicRegister register,
      ObligationRegister rows,
      Mechanisms mechanisms,
      WorkingCalendars calendars,
      Minutes minutes,
      PlatformTransactionManager transactions) {
    this.duties = duties;
    this.register = register;
    this.rows = rows;
    this.mechanisms = mechanisms;
    this.calendars = calendars;
    this.minutes = minutes;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void sweep(CountyCode county, Instant now) {
    WorkingCalendar calendar = calendars.of(county);
    LocalDate today = now.atZone(calendar.zone()).toLocalDate();
    transaction.executeWithoutResult(_ -> open(county, now, today, calendar));
  }

  private void open(CountyCode county, Instant now, LocalDate today, WorkingCalendar calendar) {
    Mechanism mechanism = mechanisms.inForce(county, today);
    List<Duty> all =
        duties.duties(county, mechanism).stream().filter(d -> d.every() != null).toList();
    String stamp = mechanism.version() + today + all.stream().map(Duty::every).toList();
    if (all.isEmpty() || stamp.equals(done.get(county))) {
      return;
    }
    Map<String, Stretch> periods =
        all.stream()
            .collect(Collectors.toMap(d -> d.rule().id(), d -> stretch(d, today), (a, b) -> a));
    Set<PeriodicRegister.Key> before =
        register.opened(
            county, periods.values().stream().map(Stretch::name).collect(Collectors.toSet()));
    for (Duty duty : all) {
      Stretch period = periods.get(duty.rule().id());
      if (period != null && !period.from().isBefore(mechanism.inForceFrom())) {
        open(county, now, mechanism, duty, period, before, calendar);
      }
    }
    done.put(county, stamp);
  }

  private static Stretch stretch(Duty duty, LocalDate today) {
    if (duty.every() == null) {
      throw new IllegalStateException(duty.rule().id() + " has no period");
    }
    return Stretch.of(duty.every(), today);
  }

  private void open(
      CountyCode county,
      Instant now,
      Mechanism mechanism,
      Duty duty,
      Stretch period,
      Set<PeriodicRegister.Key> before,
      WorkingCalendar calendar) {
    for (Owed owed : duties.owed(county, duty.value())) {
      for (int nth = 1; nth <= Math.max(1, duty.value().times()); nth++) {
        PeriodicRegister.Key key =
            new PeriodicRegister.Key(duty.rule().id(), owed.of(), period.name(), nth);
        if (!before.contains(key)) {
          Obligation o = obligation(mechanism, duty, owed, period, nth, calendar);
          rows.insert(county, o);
          register.open(county, key, o.id());
          minutes.write(
              now,
              o,
              "obligation.opened",
              Map.of(
                  "rule", duty.rule().id(),
                  "mechanism", mechanism.version(),
                  "debtor", owed.debtor().value(),
                  "period", period.name(),
                  "dueAt", String.valueOf(o.dueAt())));
        }
      }
    }
  }

  private static Obligation obligation(
      Mechanism mechanism,
      Duty duty,
      Owed owed,
      Stretch period,
      int nth,
      WorkingCalendar calendar) {
    ZoneId zone = calendar.zone();
    Instant from = PeriodicDuties.midnight(period.from(), zone);
    Instant to = PeriodicDuties.midnight(period.to(), zone);
    return Obligation.open(
        null,
        "periodic:" + duty.rule().id() + "/" + owed.of() + "/" + period.name() + "/" + nth,
        Known.OPENLY,
        new Obligation.Standing(
            duty.rule().duty(),
            duty.rule().key(),
            duty.rule().id(),
            mechanism.version(),
            duty.isBreachable()),
        owed.debtor(),
        null,
        "period.begins",
        from,
        new Obligation.Reckoning(
            null,
            new DueDate(
                to, period.to().minusDays(1), 0, List.of(), false, List.of(), calendar.version()),
            null,
            warnAt(from, to, ObligationBook.warningShare(mechanism))),
        null);
  }

  private static @Nullable Instant warnAt(Instant from, Instant to, @Nullable Double share) {
    return share == null
        ? null
        : from.plusMillis(
            Math.round(java.time.Duration.between(from, to).toMillis() * (double) share));
  }
}
