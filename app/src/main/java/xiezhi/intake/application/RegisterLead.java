package xiezhi.intake.application;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Attachments;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.obligation.Obligations;
import xiezhi.obligation.Occurrence;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;

/** 线索登记: a matter begins. The body at whose desk it is registered holds it and must judge it. */
@Service
@Transactional
public class RegisterLead {
  private final Matters matters;
  private final Lead.Checks checks;
  private final Attachments attachments;
  private final Obligations obligations;
  private final Clock clock;

  RegisterLead(
      Matters matters,
      Lead.Checks checks,
      Attachments attachments,
      Obligations obligations,
      Clock clock) {
    this.matters = matters;
    this.checks = checks;
    this.attachments = attachments;
    this.obligations = obligations;
    this.clock = clock;
  }

  public MatterId register(Lead lead) {
    Instant now = clock.instant();
    Actor actor = CurrentActor.get();
    matters.mayActFor(actor.body()).orThrow();
    return begin(lead, actor.body(), now).id();
  }

  /** A matter begins with what somebody was told; that body holds it. */
  Matter begin(Lead lead, BodyId holder, Instant now) {
    Actor actor = CurrentActor.get();
    Lead.Checked checked = checks.check(actor.county(), lead, now);
    Matter.Urgency urgency =
        checked.urgentReason().isEmpty()
            ? null
            : new Matter.Urgency(checked.urgentReason(), actor.name(), now);
    Matter matter =
        matters.register(
            new Matters.NewMatter(
                checked.subject(),
                holder,
                checked.source(),
                checked.discoveredAt(),
                checked.place(),
                checked.act(),
                checked.items(),
                checked.parties(),
                checked.articles(),
                urgency),
            now);
    attachments.attach(matter.id(), lead.attachments());
    tell(now, matter, "lead.registered", details(matter));
    if (matter.act().inProgress()) {
      tell(now, matter, "act.found-in-progress", Map.of());
    }
    if (matter.act().hazard()) {
      tell(now, matter, "hazard.found", Map.of());
    }
    return matter;
  }

  private void tell(Instant now, Matter m, String event, Map<String, Object> details) {
    obligations.happened(
        new Occurrence(now, m.id(), m.reference(), event, m.facts(), roles(m), details));
  }

  static Map<String, BodyId> roles(Matter m) {
    return Map.of(
        "holder", m.holder(), "finder", m.holder(), "notifier", m.holder(), "team", m.holder());
  }

  private static Map<String, Object> details(Matter m) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("number", m.number());
    details.put("subject", m.subject());
    details.put("source", m.source());
    details.put("division", m.place().division());
    details.put("discoveredAt", m.discoveredAt().toString());
    details.put("items", List.copyOf(m.items().stream().map(Matter.Item::code).toList()));
    if (m.urgency() != null) {
      details.put("urgent", m.urgency().reason());
    }
    return details;
  }
}
