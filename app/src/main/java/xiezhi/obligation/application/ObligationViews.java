package xiezhi.obligation.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanisms;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.ObligationView.Light;
import xiezhi.obligation.SubjectPages;
import xiezhi.obligation.domain.Obligation;
import xiezhi.obligation.domain.Obligation.State;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/**
 * Turns obligations into what lists show: with the rule's words, the bodies' names and the light.
 */
@Component
class ObligationViews {
  private final Mechanisms mechanisms;
  private final Bodies bodies;
  private final SubjectPages pages;

  ObligationViews(Mechanisms mechanisms, Bodies bodies, SubjectPages pages) {
    this.mechanisms = mechanisms;
    this.bodies = bodies;
    this.pages = pages;
  }

  List<ObligationView> of(CountyCode county, List<Obligation> obligations, Instant now) {
    Map<BodyId, BodyRef> names = new HashMap<>();
    return obligations.stream().map(o -> view(county, o, now, names)).toList();
  }

  private ObligationView view(
      CountyCode county, Obligation o, Instant now, Map<BodyId, BodyRef> names) {
    Mechanism mechanism = mechanisms.version(county, o.standing().mechanism());
    Rule rule = mechanism.rule(o.standing().rule()).orElseThrow();
    RuleValue.Limit limit = ObligationBook.value(rule);
    var due = o.reckoning().due();
    Instant closedAt = null;
    String closedBy = null;
    String note = null;
    switch (o.state()) {
      case State.Open() -> {}
      case State.Done(var at, var event, var late) -> {
        closedAt = at;
        closedBy = event;
      }
      case State.Excused(var at, var reason) -> {
        closedAt = at;
        note = reason;
      }
      case State.Void(var at, var reason) -> {
        closedAt = at;
        note = reason;
      }
    }
    return new ObligationView(
        o.id(),
        o.matter() == null ? null : new ObligationView.MatterRef(o.matter().value(), null, null),
        o.subject(),
        pages.of(o.subject(), o.matter()),
        o.standing().duty(),
        rule.key(),
        rule.id(),
        limit.words(),
        rule.ground(),
        rule.bindingness().name().toLowerCase(Locale.ROOT),
        stateName(o),
        names.computeIfAbsent(o.debtor(), bodies::ref),
        o.creditor() == null ? null : names.computeIfAbsent(o.creditor(), bodies::ref),
        o.startEvent(),
        o.startedAt(),
        limit.ends(),
        o.dueAt(),
        due == null ? null : due.lastDay(),
        o.reckoning().targetAt(),
        o.reckoning().warnAt(),
        closedAt,
        closedBy,
        light(o, now),
        o.isLate(now),
        o.standing().breachable(),
        o.confidential(),
        due != null && due.provisional(),
        note,
        o.version());
  }

  static String stateName(Obligation o) {
    return switch (o.state()) {
      case State.Open() -> o.isPaused() ? "suspended" : "open";
      case State.Done(var at, var event, var late) -> late ? "met-late" : "met";
      case State.Excused e -> "excused";
      case State.Void v -> "void";
    };
  }

  static Light light(Obligation o, Instant now) {
    if (!o.isOpen()) {
      return Light.NONE;
    }
    if (o.isLate(now)) {
      return Light.RED;
    }
    Instant due = o.dueAt();
    if (passed(o.reckoning().warnAt(), now)
        || passed(o.reckoning().targetAt(), now)
        || passed(due, now)) {
      return Light.AMBER;
    }
    return due == null && o.reckoning().targetAt() == null ? Light.NONE : Light.GREEN;
  }

  private static boolean passed(@Nullable Instant moment, Instant now) {
    return moment != null && !now.isBefore(moment);
  }
}
