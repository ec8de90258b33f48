package xiezhi.referral.application;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.matter.Matter;
import xiezhi.matter.MatterClosing;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanisms;
import xiezhi.obligation.Obligations;
import xiezhi.referral.domain.Referral;
import xiezhi.referral.domain.ReferralRegister;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;

/**
 * 杜绝以罚代刑: a matter marked as a suspected crime is not closed before the judicial organ has
 * answered. Each mark is asked for itself: an earlier one's answer does not answer a later one.
 */
@Component
class CrimeBeforePenalty implements MatterClosing {
  private final ReferralRegister referrals;
  private final Mechanisms mechanisms;
  private final Obligations obligations;
  private final WorkingCalendars calendars;

  CrimeBeforePenalty(
      ReferralRegister referrals,
      Mechanisms mechanisms,
      Obligations obligations,
      WorkingCalendars calendars) {
    this.referrals = referrals;
    this.mechanisms = mechanisms;
    this.obligations = obligations;
    this.calendars = calendars;
  }

  @Override
  public Permission mayClose(Matter matter, Instant now) {
    List<Referral> marks = marks(matter);
    Permission may = Permission.allowed();
    if (marks.isEmpty()) {
      return may;
    }
    CountyCode county = CurrentActor.get().county();
    Mechanism mechanism =
        mechanisms.inForce(county, now.atZone(calendars.of(county).zone()).toLocalDate());
    for (Referral r : marks) {
      may =
          may.and(
              mechanism.gates(
                  "case.conclude-by-penalty",
                  matter.facts().with("events", List.copyOf(r.events()))));
    }
    return Permission.of(may.refusals().stream().distinct().toList());
  }

  /** A mark that a superior took off never was. */
  private List<Referral> marks(Matter matter) {
    return referrals.of(CurrentActor.get().county(), matter.id()).stream()
        .filter(r -> r.stage() != Referral.Stage.UNMARKED)
        .toList();
  }

  @Override
  public void closed(Matter matter, Instant now) {
    for (Referral r : marks(matter)) {
      obligations.release(now, matter.id(), r.reference(), "matter.closed");
    }
  }
}
