package xiezhi.obligation.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanisms;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.ObligationExtended;
import xiezhi.obligation.domain.Obligation;
import xiezhi.obligation.domain.ObligationRegister;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.Change;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;

/** 延期、中止、恢复、说明: what its debtor, or who coordinates, may do with a running obligation. */
@Service
@Transactional
public class TendObligation {
  private final ObligationRegister rows;
  private final Mechanisms mechanisms;
  private final WorkingCalendars calendars;
  private final Bodies bodies;
  private final Minutes minutes;
  private final ObligationAccess access;
  private final ApplicationEventPublisher followers;
  private final Clock clock;

  TendObligation(
      ObligationRegister rows,
      Mechanisms mechanisms,
      WorkingCalendars calendars,
      Bodies bodies,
      Minutes minutes,
      ObligationAccess access,
      ApplicationEventPublisher followers,
      Clock clock) {
    this.rows = rows;
    this.mechanisms = mechanisms;
    this.calendars = calendars;
    this.bodies = bodies;
    this.minutes = minutes;
    this.access = access;
    this.followers = followers;
    this.clock = clock;
  }

  /** What may be done with it now, by whom is asking. */
  public record Acts(Permission extend, Permission suspend, Permission resume, Permission excuse) {}

  @Transactional(readOnly = true)
  public Acts acts(Obligation o, Instant now) {
    Rule rule = rule(o);
    RuleValue.Limit limit = ObligationBook.value(rule);
    Permission mine = mayTend(o);
    String anyPause = limit.suspends().isEmpty() ? "" : limit.suspends().getFirst();
    return new Acts(
        mine.and(mayApprove(o, limit)).and(o.mayExtend(limit.extension(), now)),
        mine.and(o.maySuspend(limit, anyPause)),
        mine.and(o.mayResume()),
        mine.and(o.mayExcuse(rule.bindingness(), now)));
  }

  public void extend(UUID id, int version, @Nullable LocalDate statedOn, String reason) {
    Instant now = clock.instant();
    Actor actor = CurrentActor.get();
    Obligation o = get(id, version);
    RuleValue.Limit limit = ObligationBook.value(rule(o));
    mayTend(o).and(mayApprove(o, limit)).orThrow();
    var calendar = calendars.of(actor.county());
    Instant stated =
        statedOn == null ? null : statedOn.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    Change<Obligation> change =
        o.extend(
            limit.extension(),
            stated,
            reason,
            now,
            calendar,
            actor.account().value(),
            actor.name());
    write(now, change);
    Instant from = o.dueAt();
    Instant to = change.after().dueAt();
    if (from != null && to != null) {
      followers.publishEvent(
          new ObligationExtended(now, o.id(), o.subject(), o.matter(), from, to, reason));
    }
  }

  public void suspend(UUID id, int version, String kind, String reason) {
    Instant now = clock.instant();
    Obligation o = get(id, version);
    mayTend(o).orThrow();
    write(now, o.suspend(ObligationBook.value(rule(o)), kind, reason, now));
  }

  public void resume(UUID id, int version) {
    Instant now = clock.instant();
    Obligation o = get(id, version);
    mayTend(o).orThrow();
    CountyCode county = CurrentActor.get().county();
    Mechanism mechanism = mechanisms.version(county, o.standing().mechanism());
    write(
        now,
        o.resume(
            ObligationBook.value(rule(o)),
            ObligationBook.warningShare(mechanism),
            now,
            calendars.of(county)));
  }

  public void excuse(UUID id, int version, String reason) {
    Instant now = clock.instant();
    Obligation o = get(id, version);
    mayTend(o).orThrow();
    write(now, o.excuse(rule(o).bindingness(), reason, now));
  }

  /** The debtor's own people, and who coordinates for the county. */
  private Permission mayTend(Obligation o) {
    Actor actor = CurrentActor.get();
    boolean mine = access.owes(actor, o);
    boolean coordinates = actor.has(Role.COORDINATOR) && !o.confidential();
    return coordinates || mine
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "obligation.not-yours",
                "Only those who owe it, or who coordinate for the county, may change it."));
  }

  /**
   * Where the rule names an approver, it must be asked there: today that is the county's
   * coordination.
   */
  private Permission mayApprove(Obligation o, RuleValue.Limit limit) {
    String approver = limit.extension() == null ? null : limit.extension().approver();
    Actor actor = CurrentActor.get();
    if (approver == null || approver.equals("debtor")) {
      return Permission.allowed();
    }
    boolean may =
        switch (approver) {
          case "signer" -> actor.has(Role.SIGNER);
          case "creditor" ->
              o.creditor() != null && bodies.deskOf(actor.body()).contains(o.creditor());
          default -> actor.has(Role.COORDINATOR);
        };
    return may
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "obligation.needs-approver",
                "An extension of this must be approved by: " + approver + "."));
  }

  private Rule rule(Obligation o) {
    return mechanisms
        .version(CurrentActor.get().county(), o.standing().mechanism())
        .rule(o.standing().rule())
        .orElseThrow();
  }

  private Obligation get(UUID id, int version) {
    Obligation o =
        rows.find(CurrentActor.get().county(), id)
            .filter(x -> access.maySee(CurrentActor.get(), x))
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.UNKNOWN,
                            "obligation.unknown",
                            "There is no such obligation.")
                        .exception());
    if (o.version() != version) {
      throw Refusal.of(
              Refusal.Kind.CONFLICT,
              "obligation.changed-meanwhile",
              "Somebody else changed this obligation meanwhile; look again.")
          .exception();
    }
    return o;
  }

  private void write(Instant at, Change<Obligation> change) {
    rows.update(CurrentActor.get().county(), change.after());
    minutes.write(at, change);
  }
}
