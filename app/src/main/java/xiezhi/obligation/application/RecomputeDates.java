package xiezhi.obligation.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.calendar.CalendarChanged;
import xiezhi.calendar.WorkingCalendar;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanisms;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.domain.Obligation;
import xiezhi.obligation.domain.ObligationRegister;
import xiezhi.shared.Change;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Sweep;

/**
 * A year was published, or a calendar corrected: dates that rest on it are found again, in the same
 * transaction. The sweep catches what was computed beside the import. A date that was extended to a
 * stated day stands.
 */
@Component
class RecomputeDates implements Sweep {
  private static final int BATCH = 500;

  private final ObligationRegister register;
  private final Mechanisms mechanisms;
  private final WorkingCalendars calendars;
  private final Minutes minutes;
  private final java.time.Clock clock;
  private final TransactionTemplate transaction;

  RecomputeDates(
      ObligationRegister register,
      Mechanisms mechanisms,
      WorkingCalendars calendars,
      Minutes minutes,
      java.time.Clock clock,
      PlatformTransactionManager transactions) {
    this.register = register;
    this.mechanisms = mechanisms;
    this.calendars = calendars;
    this.minutes = minutes;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(CalendarChanged changed) {
    if (changed.years().isEmpty()) {
      return;
    }
    WorkingCalendar calendar = calendars.of(changed.county());
    // a date may rest on the last days of the year before: a roll, a long weekend
    Instant from =
        LocalDate.of(changed.years().first() - 1, 12, 1).atStartOfDay(calendar.zone()).toInstant();
    Instant to =
        LocalDate.of(changed.years().last() + 1, 1, 1).atStartOfDay(calendar.zone()).toInstant();
    Instant now = clock.instant();
    all(
        now,
        changed.county(),
        calendar,
        after -> register.runningIn(changed.county(), from, to, after, BATCH));
  }

  @Override
  public void sweep(CountyCode county, Instant now) {
    WorkingCalendar calendar = calendars.of(county);
    transaction.executeWithoutResult(
        _ ->
            all(
                now,
                county,
                calendar,
                after -> register.provisional(county, calendar.version(), after, BATCH)));
  }

  private void all(
      Instant now,
      CountyCode county,
      WorkingCalendar calendar,
      Function<@Nullable UUID, List<Obligation>> next) {
    UUID after = null;
    List<Obligation> batch;
    do {
      batch = next.apply(after);
      for (Obligation o : batch) {
        recompute(now, county, calendar, o);
        after = o.id();
      }
    } while (batch.size() == BATCH);
  }

  private static boolean provisional(Obligation o) {
    return o.reckoning().due() != null && o.reckoning().due().provisional();
  }

  private void recompute(Instant now, CountyCode county, WorkingCalendar calendar, Obligation o) {
    // what stands still is found when it goes on
    if (!o.extensions().isEmpty() || o.isPaused()) {
      return;
    }
    Mechanism mechanism = mechanisms.version(county, o.standing().mechanism());
    Rule rule = mechanism.rule(o.standing().rule()).orElseThrow();
    if (rule.value() instanceof RuleValue.Periodic) {
      return; // a month, a quarter, a year end when they end
    }
    Change<Obligation> change =
        o.recompute(ObligationBook.value(rule), ObligationBook.warningShare(mechanism), calendar);
    if (change.after().reckoning().equals(o.reckoning())) {
      return;
    }
    register.update(county, change.after());
    boolean moved = !java.util.Objects.equals(o.dueAt(), change.after().dueAt());
    if (moved || provisional(o) != provisional(change.after())) {
      minutes.write(now, change);
    }
  }
}
