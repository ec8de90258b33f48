package xiezhi.intake.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.document.Attachments;
import xiezhi.intake.LeadActs;
import xiezhi.intake.domain.ComplaintRegister;
import xiezhi.ledger.Ledger;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.obligation.Obligations;
import xiezhi.obligation.Occurrence;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.powers.Powers;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;

/**
 * What its holder does with a lead: amends it, judges it, marks it urgent, records a dissuasion.
 */
@Service
@Transactional
public class WorkOnLead implements LeadActs {
  private final Matters matters;
  private final Lead.Checks checks;
  private final Attachments attachments;
  private final Obligations obligations;
  private final Bodies bodies;
  private final Powers powers;
  private final WorkingCalendars calendars;
  private final Ledger ledger;
  private final ComplaintRegister complaints;
  private final Clock clock;

  WorkOnLead(
      Matters matters,
      Lead.Checks checks,
      Attachments attachments,
      Obligations obligations,
      Bodies bodies,
      Powers powers,
      WorkingCalendars calendars,
      Ledger ledger,
      ComplaintRegister complaints,
      Clock clock) {
    this.matters = matters;
    this.checks = checks;
    this.attachments = attachments;
    this.obligations = obligations;
    this.bodies = bodies;
    this.powers = powers;
    this.calendars = calendars;
    this.ledger = ledger;
    this.complaints = complaints;
    this.clock = clock;
  }

  public void amend(MatterId id, int version, Lead lead) {
    Instant now = clock.instant();
    Matter matter = held(id, version);
    matter.mayAmend().orThrow();
    Lead.Checked c = checks.check(CurrentActor.get().county(), lead, now);
    Change<Matter> change =
        matter.amend(c.subject(), c.place(), c.act(), c.items(), c.parties(), c.articles());
    matters.apply(change);
    attachments.attach(id, lead.attachments());
    ledger.record(now, change.event(), matter.reference(), id, Map.of("subject", c.subject()));
    foundLater(now, matter, change.after());
  }

  /** What is only now marked as in progress, or as a hazard, is found now. */
  private void foundLater(Instant now, Matter before, Matter after) {
    if (after.act().inProgress() && !before.act().inProgress()) {
      tell(now, after, "act.found-in-progress", Map.of());
    }
    if (after.act().hazard() && !before.act().hazard()) {
      tell(now, after, "hazard.found", Map.of());
    }
  }

  /**
   * @param ours whether the holder is competent; the power list is asked, and a holder it does not
   *     name is refused
   * @param competent whose it is thought to be, if it is not ours; null while that is open
   */
  public void judge(
      MatterId id, int version, boolean ours, String reason, @Nullable BodyId competent) {
    Matter matter = held(id, version);
    notByComplaint(matter).orThrow();
    judge(matter, ours, reason, competent, clock.instant());
  }

  /**
   * Of a complaint it is said on the complaint what verification found: its complainant waits for
   * it.
   */
  private Permission notByComplaint(Matter matter) {
    boolean waits =
        complaints.of(CurrentActor.get().county(), matter.id()).stream()
            .anyMatch(c -> c.mayVerify().isAllowed());
    return waits
        ? Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "intake.verify-the-complaint",
                "Somebody complained of this; say on the complaint what verification found."))
        : Permission.allowed();
  }

  /** What verifying a complaint found of its matter; one that is judged already stays so. */
  void judgeForComplaint(
      Matter matter, boolean ours, String reason, @Nullable BodyId competent, Instant now) {
    if (matter.mayJudge().isAllowed()) {
      judge(matter, ours, reason, competent, now);
    }
  }

  private void judge(
      Matter matter, boolean ours, String reason, @Nullable BodyId competent, Instant now) {
    Actor actor = CurrentActor.get();
    String why = Texts.optional("reason", reason, 5_000);
    Change<Matter> change;
    Facts facts = matter.facts();
    if (ours) {
      mayJudgeOurs(matter).orThrow();
      change = matter.judgeOurs(actor.name(), why, now);
    } else {
      Texts.required("reason", reason, 5_000);
      if (competent != null) {
        // for another legal body a clock of transfer runs, for a station here one of handover
        facts =
            facts
                .with("sender-kind", bodies.get(matter.holder()).kind().key())
                .with("receiver-kind", bodies.get(competent).kind().key());
      }
      change = matter.judgeNotOurs(actor.name(), why, competent, now);
    }
    matters.apply(change);
    obligations.happened(
        new Occurrence(
            now,
            matter.id(),
            matter.reference(),
            change.event(),
            facts,
            RegisterLead.roles(change.after()),
            change.details()));
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Permission> acts(Matter matter) {
    Permission mine = matters.mayActFor(matter.holder());
    Map<String, Permission> acts = new LinkedHashMap<>();
    Permission judging = mine.and(matter.mayJudge()).and(notByComplaint(matter));
    acts.put("judgeMatter", judging);
    acts.put("judgeMatterOurs", judging.and(mayJudgeOurs(matter)));
    acts.put("markUrgent", mine.and(matter.mayMarkUrgent()));
    if (matter.urgency() != null) {
      acts.put("confirmUrgency", mayReviewUrgency(matter).and(matter.mayConfirmUrgency()));
      acts.put("liftUrgency", mayReviewUrgency(matter).and(matter.mayLiftUrgency()));
    }
    acts.put("recordDissuasion", mine.and(matter.mayDissuade()));
    acts.put("amendLead", mine.and(matter.mayAmend()));
    return acts;
  }

  /**
   * A body handles only what the power list gives it, at that place, on that day (行政处罚法 arts. 17,
   * 22, 24).
   */
  public Permission mayJudgeOurs(Matter matter) {
    if (matter.items().isEmpty()) {
      return Permission.allowed();
    }
    Actor actor = CurrentActor.get();
    var zone = calendars.of(actor.county()).zone();
    Instant when = matter.act().from() == null ? matter.discoveredAt() : matter.act().from();
    LocalDate on = when.atZone(zone).toLocalDate();
    Body legal = bodies.legalBodyOf(matter.holder());
    List<String> lacking =
        powers
            .competence(
                actor.county(),
                matter.items().stream().map(Matter.Item::code).toList(),
                matter.place().division(),
                on)
            .stream()
            .filter(
                c ->
                    c.holders().stream()
                        .noneMatch(
                            h -> h.body().equals(legal.id()) || h.body().equals(matter.holder())))
            .map(c -> c.code() + " " + c.itemName())
            .toList();
    return lacking.isEmpty()
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "intake.not-competent",
                legal.name()
                    + " does not hold at this place on "
                    + on
                    + ": "
                    + String.join("; ", lacking)
                    + ". Send it to whom it belongs.",
                Map.of("body", legal.name(), "on", on.toString(), "items", lacking)));
  }

  /** Urgent with a reason: clocks still running are found again from the same start. */
  public void markUrgent(MatterId id, int version, String reason) {
    Instant now = clock.instant();
    Matter matter = held(id, version);
    String why = Texts.required("reason", reason, 1_000);
    Change<Matter> change = matter.markUrgent(CurrentActor.get().name(), why, now);
    matters.apply(change);
    tell(now, change.after(), change.event(), change.details());
    Matter after = change.after();
    obligations.reconsider(now, id, after.reference(), after.facts(), RegisterLead.roles(after));
  }

  /** 确认情况紧急. */
  public void confirmUrgency(MatterId id, int version, String reason) {
    Instant now = clock.instant();
    Matter matter = matters.get(id);
    mayReviewUrgency(matter).orThrow();
    current(matter, version);
    String why = Texts.required("reason", reason, 1_000);
    Change<Matter> change = matter.confirmUrgency(CurrentActor.get().name(), why, now);
    matters.apply(change);
    tell(now, change.after(), change.event(), change.details());
  }

  /** 解除情况紧急: clocks still running are found again from the same start. */
  public void liftUrgency(MatterId id, int version, String reason) {
    Instant now = clock.instant();
    Matter matter = matters.get(id);
    mayReviewUrgency(matter).orThrow();
    current(matter, version);
    Change<Matter> change = matter.liftUrgency(Texts.required("reason", reason, 1_000));
    matters.apply(change);
    tell(now, change.after(), change.event(), change.details());
    Matter after = change.after();
    obligations.reconsider(now, id, after.reference(), after.facts(), RegisterLead.roles(after));
  }

  /** Never the finder alone: who signs in the holder's name, or who supervises the county. */
  private Permission mayReviewUrgency(Matter matter) {
    Actor actor = CurrentActor.get();
    if (actor.has(Role.SUPERVISOR)) {
      return Permission.allowed();
    }
    return matters
        .mayActFor(bodies.legalBodyOf(matter.holder()).id())
        .and(
            actor.has(Role.SIGNER)
                ? Permission.allowed()
                : Permission.refused(
                    Refusal.of(
                        Refusal.Kind.FORBIDDEN,
                        "intake.not-a-reviewer",
                        "Whether it is urgent is confirmed or lifted by who signs for its holder,"
                            + " or by who supervises the county.")));
  }

  public void dissuade(MatterId id, int version, String how) {
    Instant now = clock.instant();
    Matter matter = held(id, version);
    Change<Matter> change =
        matter.dissuade(CurrentActor.get().name(), Texts.required("how", how, 2_000), now);
    matters.apply(change);
    tell(now, change.after(), change.event(), change.details());
  }

  private void tell(Instant now, Matter m, String event, Map<String, Object> details) {
    obligations.happened(
        new Occurrence(
            now, m.id(), m.reference(), event, m.facts(), RegisterLead.roles(m), details));
  }

  private Matter held(MatterId id, int version) {
    Matter matter = matters.get(id);
    matters.mayActFor(matter.holder()).orThrow();
    return current(matter, version);
  }

  private static Matter current(Matter matter, int version) {
    if (matter.version() != version) {
      throw Refusal.of(
              Refusal.Kind.CONFLICT,
              "matter.changed-meanwhile",
              "Somebody else changed this matter meanwhile; look again.")
          .exception();
    }
    return matter;
  }
}
