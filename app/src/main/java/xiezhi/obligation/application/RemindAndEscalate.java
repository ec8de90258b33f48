package xiezhi.obligation.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.notification.Notifications;
import xiezhi.obligation.SubjectPages;
import xiezhi.obligation.domain.Known;
import xiezhi.obligation.domain.Obligation;
import xiezhi.obligation.domain.ObligationRegister;
import xiezhi.organisation.Bodies;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Role;
import xiezhi.shared.Sweep;

/**
 * 预警、逾期、升级: tells the debtor when the warning time has come, and the debtor, whoever it is owed to
 * and the county's coordination when it is late. Where the text gives no number nothing is ever
 * late: there the inner target (内部时限) is what is told, to the debtor and to whoever it is owed to
 * (ES-017). Claims its work row by row, so that several replicas never tell twice.
 */
@Component
class RemindAndEscalate implements Sweep {
  private static final int BATCH = 200;
  private static final Set<Role> WORKING = Set.of(Role.CLERK, Role.OFFICER, Role.SIGNER);

  private final ObligationRegister rows;
  private final Notifications notifications;
  private final Minutes minutes;
  private final SubjectPages pages;
  private final Bodies bodies;
  private final TransactionTemplate transaction;

  RemindAndEscalate(
      ObligationRegister rows,
      Notifications notifications,
      Minutes minutes,
      SubjectPages pages,
      Bodies bodies,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.notifications = notifications;
    this.minutes = minutes;
    this.pages = pages;
    this.bodies = bodies;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void sweep(CountyCode county, Instant now) {
    while (told(() -> late(county, now)) == BATCH) {
      // more are waiting
    }
    while (told(() -> warned(county, now)) == BATCH) {
      // more are waiting
    }
  }

  private int told(java.util.function.IntSupplier batch) {
    Integer done = transaction.execute(status -> batch.getAsInt());
    return done == null ? 0 : done;
  }

  private int warned(CountyCode county, Instant now) {
    List<Obligation> due = rows.claimToWarn(county, now, BATCH);
    for (Obligation o : due) {
      if (o.dueAt() != null) {
        tell(now, o, "obligation.warning", o.debtor().value(), owing(o));
        continue;
      }
      tell(now, o, "obligation.target-passed", o.debtor().value(), owing(o));
      if (o.creditor() != null) {
        tell(now, o, "obligation.target-passed", o.creditor().value(), WORKING);
      }
    }
    return due.size();
  }

  private int late(CountyCode county, Instant now) {
    List<Obligation> late = rows.claimLate(county, now, BATCH);
    for (Obligation o : late) {
      if (!o.standing().breachable()) {
        continue;
      }
      minutes.write(
          now,
          o,
          "obligation.overdue",
          Map.of("dueAt", String.valueOf(o.dueAt()), "debtor", o.debtor().value()));
      tell(now, o, "obligation.overdue", o.debtor().value(), owing(o));
      if (o.creditor() != null) {
        tell(now, o, "obligation.overdue", o.creditor().value(), WORKING);
      }
      if (!o.confidential()) {
        tell(
            now,
            o,
            "obligation.overdue",
            bodies.countyGovernment(county).id().value(),
            Set.of(Role.COORDINATOR, Role.SUPERVISOR));
      }
    }
    return late.size();
  }

  private static Set<Role> owing(Obligation o) {
    return o.known() == Known.BY_SUPERVISORS ? Set.of(Role.SUPERVISOR) : WORKING;
  }

  private void tell(Instant now, Obligation o, String code, String to, Set<Role> roles) {
    notifications.tell(
        now,
        new xiezhi.shared.BodyId(to),
        roles,
        code,
        Map.of(
            "duty", o.standing().duty(),
            "debtor", bodies.nameOf(o.debtor()),
            "dueAt", String.valueOf(o.dueAt())),
        o.matter(),
        pages.of(o.subject(), o.matter()));
  }
}
