package xiezhi.obligation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xiezhi.calendar.DueDate;
import xiezhi.calendar.Pause;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.WorkingCalendar;
import xiezhi.mechanism.Bindingness;
import xiezhi.mechanism.RuleValue;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * Somebody owes something by some time.
 *
 * <p>It opens when an event starts a rule's clock. It ends in one of three ways: <b>done</b>, when
 * an event that the rule names discharges it, in time or late; <b>excused</b>, when being late is
 * explained where the rule allows an explanation; <b>void</b>, when another rule took its place or
 * nothing was owed after all. While open it may be extended as its rule allows, and suspended for
 * what its rule says does not count. It never reopens: what is owed anew is a new obligation.
 */
public record Obligation(
    UUID id,
    @Nullable MatterId matter,
    String subject,
    Known known,
    Standing standing,
    BodyId debtor,
    @Nullable BodyId creditor,
    String startEvent,
    Instant startedAt,
    Reckoning reckoning,
    List<Suspension> suspensions,
    List<Extension> extensions,
    State state,
    @Nullable UUID replaces,
    int version) {

  public Obligation {
    suspensions = List.copyOf(suspensions);
    extensions = List.copyOf(extensions);
  }

  /**
   * The rule it stands on, in the version of the mechanism that was in force when the clock
   * started.
   */
  public record Standing(
      String duty, String key, String rule, String mechanism, boolean breachable) {}

  /**
   * How the time was found.
   *
   * @param typed the limit a person set where the text presupposes one; null where the rule's own
   *     governs
   * @param due null: the text gives no number
   */
  public record Reckoning(
      @Nullable TimeLimit typed,
      @Nullable DueDate due,
      @Nullable Instant targetAt,
      @Nullable Instant warnAt) {
    public static final Reckoning NO_NUMBER = new Reckoning(null, null, null, null);
  }

  /** A stretch that does not count; {@code to} is null while it lasts. */
  public record Suspension(
      UUID id, String kind, String reason, Instant from, @Nullable Instant to) {}

  public record Extension(
      UUID id,
      Instant at,
      String reason,
      Instant oldDueAt,
      Instant newDueAt,
      String account,
      String name) {}

  public sealed interface State {
    record Open() implements State {}

    record Done(Instant at, String event, boolean late) implements State {}

    record Excused(Instant at, String reason) implements State {}

    @SuppressWarnings("AvoidCommonTypeNames") // the law's word; nobody here needs java.lang.Void
    record Void(Instant at, String reason) implements State {}
  }

  public static Obligation open(
      @Nullable MatterId matter,
      String subject,
      Known known,
      Standing standing,
      BodyId debtor,
      @Nullable BodyId creditor,
      String startEvent,
      Instant startedAt,
      Reckoning reckoning,
      @Nullable UUID replaces) {
    return new Obligation(
        Ids.next(),
        matter,
        subject,
        known,
        standing,
        debtor,
        creditor,
        startEvent,
        startedAt,
        reckoning,
        List.of(),
        List.of(),
        new State.Open(),
        replaces,
        0);
  }

  /** Owed anew, from the same start: what had discharged it was taken back. */
  public Obligation again() {
    return open(
        matter, subject, known, standing, debtor, creditor, startEvent, startedAt, reckoning, id);
  }

  public boolean confidential() {
    return known != Known.OPENLY;
  }

  public boolean isOpen() {
    return state instanceof State.Open;
  }

  public @Nullable Instant dueAt() {
    return reckoning.due() == null ? null : reckoning.due().at();
  }

  /** Past its due time in a way that counts against the debtor. */
  public boolean isLate(Instant now) {
    Instant due = dueAt();
    return switch (state) {
      case State.Open() -> standing.breachable() && due != null && !now.isBefore(due);
      case State.Done(var at, var event, var late) -> late;
      case State.Excused e -> false;
      case State.Void v -> false;
    };
  }

  public boolean isPaused() {
    return suspensions.stream().anyMatch(s -> s.to() == null);
  }

  private List<Pause> pausesUntil(Instant now) {
    return pauses().stream().map(p -> p.to() == null ? p.closedAt(now) : p).toList();
  }

  public List<Pause> pauses() {
    return suspensions.stream().map(s -> new Pause(s.from(), s.to(), s.reason())).toList();
  }

  /** What was owed has been done; late if at or after the due time. */
  public Change<Obligation> discharge(Instant at, String event) {
    mustBeOpen().orThrow();
    boolean late = isLate(at);
    return change(
        new State.Done(at, event, late),
        "obligation.discharged",
        Map.of("by", event, "late", late));
  }

  /** Another rule took its place, or nothing was owed after all. */
  public Change<Obligation> release(Instant at, String why) {
    mustBeOpen().orThrow();
    return change(new State.Void(at, why), "obligation.released", Map.of("reason", why));
  }

  /** Only where the text says 原则上 or 一般 may being late be explained. */
  public Permission mayExcuse(Bindingness bindingness, Instant now) {
    return mustBeOpen()
        .and(
            bindingness == Bindingness.EXPLAINABLE
                ? Permission.allowed()
                : Permission.refused(
                    rule(
                        "obligation.not-excusable",
                        "Only a duty that holds in principle can be explained away; this one is "
                            + bindingness
                            + ".")))
        .and(
            isLate(now)
                ? Permission.allowed()
                : Permission.refused(
                    rule("obligation.not-late", "It is not late; there is nothing to excuse.")));
  }

  public Change<Obligation> excuse(Bindingness bindingness, String reason, Instant now) {
    mayExcuse(bindingness, now).orThrow();
    return change(new State.Excused(now, reason), "obligation.excused", Map.of("reason", reason));
  }

  /** Whether the rule allows one more extension at this moment. */
  public Permission mayExtend(RuleValue.@Nullable Extension terms, Instant now) {
    Permission open = mustBeOpen();
    if (terms == null) {
      return open.and(
          Permission.refused(rule("obligation.not-extensible", "Its rule allows no extension.")));
    }
    Instant due = dueAt();
    if (due == null) {
      return open.and(
          Permission.refused(
              rule("obligation.no-limit", "It has no limit that could be extended.")));
    }
    if (terms.beforeExpiry() && !now.isBefore(due)) {
      return open.and(
          Permission.refused(
              rule(
                  "obligation.extension-too-late",
                  "An extension must be told before it is due; it was due at " + due + ".")));
    }
    if (terms.times() != null && extensions.size() >= terms.times()) {
      return open.and(
          Permission.refused(
              rule(
                  "obligation.extensions-used-up",
                  "It may be extended "
                      + terms.times()
                      + " time(s), and has been "
                      + extensions.size()
                      + ".")));
    }
    return open;
  }

  /**
   * @param statedDueAt the newly stated time; used where the rule gives no amount of its own
   */
  public Change<Obligation> extend(
      RuleValue.@Nullable Extension terms,
      @Nullable Instant statedDueAt,
      String reason,
      Instant now,
      WorkingCalendar calendar,
      String account,
      String name) {
    mayExtend(terms, now).orThrow();
    if (terms == null || reckoning.due() == null) {
      throw new IllegalStateException("mayExtend let an impossible extension pass");
    }
    DueDate old = reckoning.due();
    Instant wanted = extendedTo(terms, statedDueAt, old, calendar);
    if (!wanted.isAfter(old.at())) {
      throw rule(
              "obligation.extension-not-later",
              "The new time " + wanted + " is not after the present one " + old.at() + ".")
          .exception();
    }
    if (terms.ceiling() != null) {
      Instant ceiling = calendar.due(startedAt, terms.ceiling(), pausesUntil(now));
      if (wanted.isAfter(ceiling)) {
        throw rule(
                "obligation.extension-beyond-ceiling",
                "Altogether it may run until "
                    + ceiling
                    + " at the latest; asked for "
                    + wanted
                    + ".")
            .exception();
      }
    }
    List<Extension> all = new ArrayList<>(extensions);
    all.add(new Extension(Ids.next(), now, reason, old.at(), wanted, account, name));
    DueDate due =
        new DueDate(
            wanted,
            wanted.minusNanos(1).atZone(calendar.zone()).toLocalDate(),
            old.counted(),
            old.skipped(),
            old.provisional(),
            old.unpublishedYears(),
            calendar.version());
    return new Change<>(
        with(
            d -> {
              d.reckoning =
                  new Reckoning(
                      reckoning.typed(), due, reckoning.targetAt(), warnBefore(old.at(), due.at()));
              d.extensions = all;
            }),
        "obligation.extended",
        Map.of("reason", reason, "from", old.at().toString(), "to", wanted.toString()));
  }

  private static Instant extendedTo(
      RuleValue.Extension terms, @Nullable Instant stated, DueDate old, WorkingCalendar calendar) {
    if (terms.by() != null && !terms.statedDate()) {
      // the last instant that was still in time starts the further amount
      return calendar.due(old.at().minusNanos(1), terms.by(), List.of());
    }
    if (stated == null) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "obligation.extension-needs-date",
              "This rule asks for the new date to be stated.")
          .exception();
    }
    return stated;
  }

  private static Instant warnBefore(Instant oldDue, Instant newDue) {
    // the warning keeps to the last third of what was added
    return oldDue.plus(Duration.between(oldDue, newDue).multipliedBy(2).dividedBy(3));
  }

  public Permission maySuspend(RuleValue.Limit limit, String kind) {
    Permission open = mustBeOpen();
    if (!limit.suspends().contains(kind)) {
      return open.and(
          Permission.refused(
              rule(
                  "obligation.not-suspended-by",
                  "Its clock stops for " + limit.suspends() + ", not for " + kind + ".")));
    }
    return isPaused()
        ? open.and(
            Permission.refused(
                rule("obligation.already-suspended", "Its clock stands still already.")))
        : open;
  }

  /** The clock stands still from now; its due time is found again when it goes on. */
  public Change<Obligation> suspend(
      RuleValue.Limit limit, String kind, String reason, Instant now) {
    maySuspend(limit, kind).orThrow();
    List<Suspension> all = new ArrayList<>(suspensions);
    all.add(new Suspension(Ids.next(), kind, reason, now, null));
    return new Change<>(
        with(d -> d.suspensions = all),
        "obligation.suspended",
        Map.of("kind", kind, "reason", reason));
  }

  public Permission mayResume() {
    return isPaused()
        ? mustBeOpen()
        : Permission.refused(rule("obligation.not-suspended", "Its clock is running."));
  }

  public Change<Obligation> resume(
      RuleValue.Limit limit, @Nullable Double warningShare, Instant now, WorkingCalendar calendar) {
    mayResume().orThrow();
    List<Suspension> all =
        suspensions.stream()
            .map(
                s ->
                    s.to() == null
                        ? new Suspension(s.id(), s.kind(), s.reason(), s.from(), now)
                        : s)
            .toList();
    // of the pauses as they are from now on
    List<Pause> pauses = with(d -> d.suspensions = all).pauses();
    return Change.of(
        with(
            d -> {
              d.suspensions = all;
              d.reckoning = again(limit, warningShare, calendar, pauses);
            }),
        "obligation.resumed");
  }

  /** The calendar changed: the time is found again. An extension to a stated time stands. */
  public Change<Obligation> recompute(
      RuleValue.Limit limit, @Nullable Double warningShare, WorkingCalendar calendar) {
    Reckoning again = again(limit, warningShare, calendar, pauses());
    Instant old = dueAt();
    Instant found = again.due() == null ? null : again.due().at();
    return new Change<>(
        with(d -> d.reckoning = again),
        "obligation.recomputed",
        Map.of(
            "from",
            String.valueOf(old),
            "to",
            String.valueOf(found),
            "calendar",
            calendar.version()));
  }

  private Reckoning again(
      RuleValue.Limit limit,
      @Nullable Double warningShare,
      WorkingCalendar calendar,
      List<Pause> pauses) {
    TimeLimit typed = reckoning.typed();
    TimeLimit amount = typed == null ? limit.amount() : typed;
    return reckon(startedAt, limit, amount, warningShare, calendar, pauses, typed);
  }

  /** Finds due, target and warning times of a limit. */
  public static Reckoning reckon(
      Instant start,
      RuleValue.Limit limit,
      @Nullable TimeLimit amount,
      @Nullable Double warningShare,
      WorkingCalendar calendar,
      List<Pause> pauses,
      @Nullable TimeLimit typed) {
    Instant target = limit.target() == null ? null : calendar.due(start, limit.target(), pauses);
    if (amount == null) {
      return new Reckoning(typed, null, target, target);
    }
    DueDate due = calendar.explain(start, amount, pauses);
    Instant warn =
        warningShare == null
            ? null
            : due.at()
                .minusMillis(
                    Math.round(Duration.between(start, due.at()).toMillis() * (1 - warningShare)));
    return new Reckoning(typed, due, target, warn);
  }

  private Permission mustBeOpen() {
    return switch (state) {
      case State.Open() -> Permission.allowed();
      case State.Done(var at, var event, var late) ->
          closed("It was done at " + at + " by " + event + ".");
      case State.Excused(var at, var reason) -> closed("It was excused at " + at + ": " + reason);
      case State.Void(var at, var reason) -> closed("It ceased at " + at + ": " + reason);
    };
  }

  private static Permission closed(String found) {
    return Permission.refused(
        Refusal.of(
            Refusal.Kind.CONFLICT, "obligation.not-open", "It is not open any more. " + found));
  }

  private static Refusal rule(String code, String message) {
    return Refusal.of(Refusal.Kind.RULE, code, message);
  }

  private Change<Obligation> change(State next, String event, Map<String, Object> details) {
    return new Change<>(with(d -> d.state = next), event, details);
  }

  private Obligation with(Consumer<ObligationDraft> what) {
    ObligationDraft draft = new ObligationDraft(this);
    what.accept(draft);
    return draft.done();
  }
}
