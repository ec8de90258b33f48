package xiezhi.obligation.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.calendar.DayMark;
import xiezhi.calendar.DueDate;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.WorkingCalendar;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.mechanism.Basis;
import xiezhi.mechanism.Clause;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanisms;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.ObligationLists;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.domain.ListedObligations;
import xiezhi.obligation.domain.ListedObligations.Confided;
import xiezhi.obligation.domain.Obligation;
import xiezhi.obligation.domain.ObligationRegister;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/** Lists, counts, and the answer to "why this date". */
@Service
@Transactional(readOnly = true)
public class ReadObligations implements ObligationLists {
  /** Counting stops here; the desk says "1,000+". */
  private static final int CAP = 1_000;

  private final ObligationRegister rows;
  private final ListedObligations listed;
  private final ObligationViews views;
  private final TendObligation tend;
  private final Mechanisms mechanisms;
  private final WorkingCalendars calendars;
  private final Bodies bodies;
  private final ObligationAccess access;
  private final Clock clock;

  ReadObligations(
      ObligationRegister rows,
      ListedObligations listed,
      ObligationViews views,
      TendObligation tend,
      Mechanisms mechanisms,
      WorkingCalendars calendars,
      Bodies bodies,
      ObligationAccess access,
      Clock clock) {
    this.rows = rows;
    this.listed = listed;
    this.views = views;
    this.tend = tend;
    this.mechanisms = mechanisms;
    this.calendars = calendars;
    this.bodies = bodies;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public List<ObligationView> list(Query q) {
    Actor actor = CurrentActor.get();
    Instant now = clock.instant();
    List<String> desk = bodies.deskOf(actor.body()).stream().map(BodyId::value).toList();
    List<String> debtors = null;
    List<String> creditors = null;
    if (q.whose() == Whose.COUNTY && ObligationAccess.seesAll(actor)) {
      // the whole county: no restriction
    } else if (q.whose() == Whose.OWED_TO_US) {
      creditors = desk;
    } else {
      debtors = desk;
    }
    return views.of(
        actor.county(),
        listed.list(
            actor.county(),
            new ListedObligations.Query(
                debtors,
                creditors,
                q.duty(),
                debtors == null && creditors == null
                    ? Confided.NONE
                    : ObligationAccess.confided(actor),
                q.open(),
                q.overdue() ? now : null,
                q.afterDue(),
                q.afterId(),
                q.limit())),
        now);
  }

  @Override
  public List<Count> counts(Whose whose) {
    Actor actor = CurrentActor.get();
    List<String> desk =
        whose == Whose.COUNTY && ObligationAccess.seesAll(actor)
            ? null
            : bodies.deskOf(actor.body()).stream().map(BodyId::value).toList();
    Confided confided = desk == null ? Confided.NONE : ObligationAccess.confided(actor);
    return listed.counts(actor.county(), desk, confided, clock.instant(), CAP).entrySet().stream()
        .map(e -> new Count(e.getKey(), e.getValue()[0], e.getValue()[1], e.getValue()[2]))
        .toList();
  }

  /** A day between start and end, and why it counts or not. */
  public record Day(
      LocalDate day,
      boolean counted,
      @Nullable String why,
      String label,
      String source,
      String evidence) {}

  public record LimitView(
      int amount, String unit, String firstDay, String roll, int cutOffMinute) {}

  public record Extended(Instant at, String by, Instant from, Instant to, String reason) {}

  public record Paused(Instant from, @Nullable Instant to, String kind, String reason) {}

  /** Everything that says why it is due then. */
  public record Why(
      ObligationView obligation,
      @Nullable LimitView limit,
      List<Day> days,
      int counted,
      List<Extended> extensions,
      List<Paused> pauses,
      List<Integer> unpublishedYears,
      String calendarVersion,
      String mechanismVersion,
      @Nullable String reading,
      List<Clause> clauses,
      List<String> mayPauseFor,
      boolean extensionNeedsDate,
      Map<String, Permission> acts) {}

  public Why why(UUID id) {
    Actor actor = CurrentActor.get();
    Instant now = clock.instant();
    Obligation o = rows.find(actor.county(), id).orElseThrow(() -> unknown().exception());
    if (!access.maySee(actor, o)) {
      throw unknown().exception();
    }
    Mechanism mechanism = mechanisms.version(actor.county(), o.standing().mechanism());
    Rule rule = mechanism.rule(o.standing().rule()).orElseThrow();
    RuleValue.Limit limit = ObligationBook.value(rule);
    TimeLimit amount = o.reckoning().typed() == null ? limit.amount() : o.reckoning().typed();
    DueDate due = o.reckoning().due();
    TendObligation.Acts may = tend.acts(o, now);
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("extendObligation", may.extend());
    acts.put("suspendObligation", may.suspend());
    acts.put("resumeObligation", may.resume());
    acts.put("excuseObligation", may.excuse());
    return new Why(
        views.of(actor.county(), List.of(o), now).getFirst(),
        amount == null
            ? null
            : new LimitView(
                amount.amount(),
                key(amount.unit()),
                key(amount.firstDay()),
                key(amount.roll()),
                amount.cutOffMinute()),
        due == null || amount == null ? List.of() : days(o, due, calendars.of(actor.county())),
        due == null ? 0 : due.counted(),
        o.extensions().stream()
            .map(e -> new Extended(e.at(), e.name(), e.oldDueAt(), e.newDueAt(), e.reason()))
            .toList(),
        o.suspensions().stream()
            .map(s -> new Paused(s.from(), s.to(), s.kind(), s.reason()))
            .toList(),
        due == null ? List.of() : due.unpublishedYears(),
        due == null ? "" : due.calendarVersion(),
        o.standing().mechanism(),
        rule.note(),
        rule.basis() instanceof Basis.Clauses(var clauses) ? clauses : List.of(),
        limit.suspends(),
        limit.extension() != null
            && (limit.extension().statedDate() || limit.extension().by() == null),
        acts);
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Every day from the start to the last: those skipped with their reason, the others counted. */
  private static List<Day> days(Obligation o, DueDate due, WorkingCalendar calendar) {
    Map<LocalDate, DueDate.Skipped> skipped = new LinkedHashMap<>();
    due.skipped().forEach(s -> skipped.put(s.day(), s));
    List<Day> days = new ArrayList<>();
    LocalDate first = o.startedAt().atZone(calendar.zone()).toLocalDate();
    // longer than that is told by its ends: nobody reads a year of days
    LocalDate last =
        due.lastDay().isAfter(first.plusDays(400)) ? first.plusDays(400) : due.lastDay();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      DueDate.Skipped why = skipped.get(day);
      DayMark mark = calendar.mark(day);
      days.add(
          new Day(
              day,
              why == null,
              why == null ? null : key(why.why()),
              mark.label(),
              why == null ? mark.source() : why.source(),
              mark.evidence()));
    }
    return days;
  }

  private static Refusal unknown() {
    return Refusal.of(
        Refusal.Kind.UNKNOWN,
        "obligation.unknown",
        "There is no such obligation, or its matter is not yours to see.");
  }
}
