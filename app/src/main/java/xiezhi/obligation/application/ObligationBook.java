package xiezhi.obligation.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanisms;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.obligation.Occurrence;
import xiezhi.obligation.domain.Known;
import xiezhi.obligation.domain.ListedObligations;
import xiezhi.obligation.domain.Obligation;
import xiezhi.obligation.domain.Obligation.Reckoning;
import xiezhi.obligation.domain.Obligation.Standing;
import xiezhi.obligation.domain.ObligationRegister;
import xiezhi.obligation.domain.ThreadKey;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;

/** The book of obligations. Always part of the transaction of the act that calls it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class ObligationBook implements Obligations {
  private final ObligationRegister rows;
  private final ListedObligations listed;
  private final Mechanisms mechanisms;
  private final WorkingCalendars calendars;
  private final Minutes minutes;
  private final ObligationViews views;
  private final PeriodicDuties periodic;
  private final ObligationAccess access;
  private final ApplicationEventPublisher followers;

  ObligationBook(
      ObligationRegister rows,
      ListedObligations listed,
      Mechanisms mechanisms,
      WorkingCalendars calendars,
      Minutes minutes,
      ObligationViews views,
      PeriodicDuties periodic,
      ObligationAccess access,
      ApplicationEventPublisher followers) {
    this.rows = rows;
    this.listed = listed;
    this.mechanisms = mechanisms;
    this.calendars = calendars;
    this.minutes = minutes;
    this.views = views;
    this.periodic = periodic;
    this.access = access;
    this.followers = followers;
  }

  @Override
  public void happened(Occurrence o) {
    CountyCode county = CurrentActor.get().county();
    Mechanism mechanism =
        mechanisms.inForce(county, o.at().atZone(calendars.of(county).zone()).toLocalDate());
    ThreadKey thread = ThreadKey.of(o.matter(), o.subject());
    rows.noteOccurrence(county, thread, o.event(), o.subject(), o.at());
    minutes.write(o.at(), o.event(), o.subject(), o.matter(), o.confidential(), o.details());
    List<Obligation> open = rows.openOf(county, thread);
    Set<UUID> ended = new HashSet<>();
    for (Obligation obligation : open) {
      if (concerns(obligation, o.subject())
          && limit(county, obligation).ends().contains(o.event())) {
        write(county, o.at(), obligation.discharge(o.at(), o.event()));
        ended.add(obligation.id());
      }
    }
    List<Obligation> running = open.stream().filter(x -> !ended.contains(x.id())).toList();
    for (List<Rule> competing : byDuty(mechanism.limitsStartedBy(o.event(), o.facts())).values()) {
      start(county, mechanism, competing, o, running);
    }
    LocalDate on = dayOf(o, calendars.of(county).zone());
    for (UUID id : periodic.fulfilledBy(county, mechanism, o, on)) {
      rows.find(county, id).ifPresent(p -> write(county, o.at(), p.discharge(o.at(), o.event())));
    }
    followers.publishEvent(o);
  }

  /** The day the flow says it was, where that is not today's (held yesterday, recorded now). */
  private static LocalDate dayOf(Occurrence o, ZoneId zone) {
    return o.facts().find("day").orElse(null) instanceof Integer day
        ? LocalDate.of(day / 10_000, day / 100 % 100, day % 100)
        : o.at().atZone(zone).toLocalDate();
  }

  /** Rules of one duty that all govern (the stricter one counts) open one obligation together. */
  private static Map<String, List<Rule>> byDuty(List<Rule> rules) {
    Map<String, List<Rule>> found = new LinkedHashMap<>();
    rules.forEach(r -> found.computeIfAbsent(r.duty(), d -> new ArrayList<>()).add(r));
    return found;
  }

  private void start(
      CountyCode county,
      Mechanism mechanism,
      List<Rule> competing,
      Occurrence o,
      List<Obligation> running) {
    String duty = competing.getFirst().duty();
    boolean already =
        running.stream()
            .anyMatch(x -> x.standing().duty().equals(duty) && x.subject().equals(o.subject()));
    if (already) {
      return;
    }
    Obligation opened =
        competing.stream()
            .map(
                r ->
                    open(
                        county,
                        mechanism,
                        r,
                        o.matter(),
                        o.subject(),
                        o.confidential(),
                        o.event(),
                        startOf(r, o),
                        o.roles(),
                        o.typedLimit(),
                        null))
            .reduce(ObligationBook::earlier)
            .orElseThrow();
    add(county, o.at(), opened);
  }

  private static Instant startOf(Rule rule, Occurrence o) {
    String fact = value(rule).fromActualTime();
    return fact == null
        ? o.at()
        : o.facts().find(fact).map(String::valueOf).map(Instant::parse).orElse(o.at());
  }

  private Obligation open(
      CountyCode county,
      Mechanism mechanism,
      Rule rule,
      @Nullable MatterId matter,
      String subject,
      boolean confidential,
      String event,
      Instant startedAt,
      Map<String, BodyId> roles,
      @Nullable TimeLimit typedLimit,
      @Nullable UUID replaces) {
    RuleValue.Limit limit = value(rule);
    BodyId debtor = roles.get(limit.debtor());
    if (debtor == null) {
      throw new IllegalStateException(
          "rule "
              + rule.id()
              + " names the debtor "
              + limit.debtor()
              + ", the flow only "
              + roles.keySet());
    }
    TimeLimit typed = limit.typed() && limit.amount() == null ? typedLimit : null;
    Reckoning reckoning =
        Obligation.reckon(
            startedAt,
            limit,
            typed == null ? limit.amount() : typed,
            warningShare(mechanism),
            calendars.of(county),
            List.of(),
            typed);
    return Obligation.open(
        matter,
        subject,
        Known.of(confidential, limit.debtor()),
        new Standing(
            rule.duty(),
            rule.key(),
            rule.id(),
            mechanism.version(),
            rule.canBeBreached() && reckoning.due() != null),
        debtor,
        limit.creditor() == null ? null : roles.get(limit.creditor()),
        event,
        startedAt,
        reckoning,
        replaces);
  }

  private static Obligation earlier(Obligation a, Obligation b) {
    Instant x = a.dueAt();
    Instant y = b.dueAt();
    return x == null || (y != null && y.isBefore(x)) ? b : a;
  }

  private void add(CountyCode county, Instant at, Obligation o) {
    rows.insert(county, o);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("rule", o.standing().rule());
    details.put("mechanism", o.standing().mechanism());
    details.put("debtor", o.debtor().value());
    details.put("startedAt", o.startedAt().toString());
    if (o.reckoning().due() != null) {
      details.put("dueAt", o.reckoning().due().at().toString());
      details.put("calendar", o.reckoning().due().calendarVersion());
    }
    minutes.write(at, o, "obligation.opened", details);
  }

  private void write(CountyCode county, Instant at, Change<Obligation> change) {
    rows.update(county, change.after());
    minutes.write(at, change);
  }

  @Override
  public void reconsider(
      Instant at, MatterId matter, String subject, Facts facts, Map<String, BodyId> roles) {
    reconsider(at, ThreadKey.of(matter), subject, facts, roles);
  }

  @Override
  public void reconsider(Instant at, String subject, Facts facts, Map<String, BodyId> roles) {
    reconsider(at, ThreadKey.of(null, subject), subject, facts, roles);
  }

  private void reconsider(
      Instant at, ThreadKey thread, String subject, Facts facts, Map<String, BodyId> roles) {
    CountyCode county = CurrentActor.get().county();
    for (Obligation old : rows.openOf(county, thread)) {
      if (!old.subject().equals(subject)) {
        continue;
      }
      Mechanism mechanism = mechanisms.version(county, old.standing().mechanism());
      List<Rule> now =
          mechanism.limitsStartedBy(old.startEvent(), facts).stream()
              .filter(r -> r.duty().equals(old.standing().duty()))
              .toList();
      boolean same = now.stream().anyMatch(r -> r.id().equals(old.standing().rule()));
      if (now.isEmpty() || same) {
        continue;
      }
      Obligation fresh =
          now.stream()
              .map(
                  r ->
                      open(
                          county,
                          mechanism,
                          r,
                          thread.matter(),
                          subject,
                          old.confidential(),
                          old.startEvent(),
                          old.startedAt(),
                          roles,
                          old.reckoning().typed(),
                          old.id()))
              .reduce(ObligationBook::earlier)
              .orElseThrow();
      write(county, at, old.release(at, "replaced by rule " + fresh.standing().rule()));
      add(county, at, fresh);
    }
  }

  @Override
  public void renew(Instant at, MatterId matter, String endEvent) {
    CountyCode county = CurrentActor.get().county();
    List<Obligation> all = rows.of(county, ThreadKey.of(matter));
    for (Obligation done : all) {
      if (done.state() instanceof Obligation.State.Done(var when, var event, var late)
          && event.equals(endEvent)
          && done.subject().startsWith("matter:")
          && all.stream().noneMatch(o -> done.id().equals(o.replaces()))) {
        add(county, at, done.again());
      }
    }
  }

  @Override
  public void release(Instant at, MatterId matter, String subject, String why) {
    release(at, ThreadKey.of(matter), subject, why);
  }

  @Override
  public void release(Instant at, String subject, String why) {
    release(at, ThreadKey.of(null, subject), subject, why);
  }

  private void release(Instant at, ThreadKey thread, String subject, String why) {
    CountyCode county = CurrentActor.get().county();
    rows.openOf(county, thread).stream()
        .filter(o -> o.subject().equals(subject))
        .forEach(o -> write(county, at, o.release(at, why)));
  }

  @Override
  @Transactional(readOnly = true)
  public Set<String> eventsOf(MatterId matter) {
    return rows.eventsOf(CurrentActor.get().county(), ThreadKey.of(matter));
  }

  @Override
  @Transactional(readOnly = true)
  public Set<String> eventsOf(String subject) {
    return rows.eventsOf(CurrentActor.get().county(), ThreadKey.of(null, subject));
  }

  @Override
  @Transactional(readOnly = true)
  public List<ObligationView> of(MatterId matter, Instant now) {
    return of(ThreadKey.of(matter), now);
  }

  @Override
  @Transactional(readOnly = true)
  public List<ObligationView> of(String subject, Instant now) {
    return of(ThreadKey.of(null, subject), now);
  }

  @Override
  @Transactional(readOnly = true)
  public List<ObligationView> on(@Nullable MatterId matter, String subject, Instant now) {
    return matter == null
        ? of(subject, now)
        : of(matter, now).stream().filter(o -> o.subject().equals(subject)).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, ObligationView> earliest(Collection<String> subjects, Instant now) {
    return firsts(listed.openOf(CurrentActor.get().county(), subjects), Obligation::subject, now);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<MatterId, ObligationView> earliestOf(Collection<MatterId> matters, Instant now) {
    return firsts(
        listed.openOfMatters(CurrentActor.get().county(), matters),
        o -> Objects.requireNonNull(o.matter()),
        now);
  }

  /** The first of each that the actor may know of; the most urgent come first. */
  private <K> Map<K, ObligationView> firsts(
      List<Obligation> open, Function<Obligation, K> of, Instant now) {
    Actor actor = CurrentActor.get();
    Map<K, Obligation> first = new LinkedHashMap<>();
    for (Obligation o : open) {
      if (!o.confidential() || access.isNamed(actor, o)) {
        first.putIfAbsent(of.apply(o), o);
      }
    }
    var shown = views.of(actor.county(), List.copyOf(first.values()), now).iterator();
    Map<K, ObligationView> found = new LinkedHashMap<>();
    first.keySet().forEach(k -> found.put(k, shown.next()));
    return found;
  }

  private List<ObligationView> of(ThreadKey thread, Instant now) {
    Actor actor = CurrentActor.get();
    List<Obligation> known =
        rows.of(actor.county(), thread).stream()
            .filter(o -> !o.confidential() || access.isNamed(actor, o))
            .toList();
    return views.of(actor.county(), known, now);
  }

  /**
   * An obligation of the matter itself may be ended by anything of the matter; one of a transfer
   * only by that transfer.
   */
  private static boolean concerns(Obligation o, String subject) {
    return o.subject().equals(subject) || o.subject().startsWith("matter:");
  }

  private RuleValue.Limit limit(CountyCode county, Obligation o) {
    Mechanism mechanism = mechanisms.version(county, o.standing().mechanism());
    return value(mechanism.rule(o.standing().rule()).orElseThrow());
  }

  /** What a rule says as a limit; of a periodic one the period is the limit. */
  static RuleValue.Limit value(Rule rule) {
    return rule.value() instanceof RuleValue.Periodic periodic
        ? PeriodicDuties.asLimit(periodic)
        : (RuleValue.Limit) rule.value();
  }

  /** After which share of a limit's time to warn; a rule like any other. */
  static @Nullable Double warningShare(Mechanism mechanism) {
    return mechanism.amount("warning_share").map(BigDecimal::doubleValue).orElse(null);
  }
}
