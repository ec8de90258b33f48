package xiezhi.dispute.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xiezhi.correspondence.Correspondence;
import xiezhi.dispute.domain.Dispute;
import xiezhi.dispute.domain.DisputeRegister;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Facts;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Refusal;

/** What all use cases here need beside the desk: loading, facts, roles, keeping and telling. */
@Component
class DisputeDesk {
  private final Desk desk;
  private final DisputeRegister register;
  private final Correspondence boxes;

  DisputeDesk(Desk desk, DisputeRegister register, Correspondence boxes) {
    this.desk = desk;
    this.register = register;
    this.boxes = boxes;
  }

  /** Known to whoever may see its matter. */
  Dispute get(UUID id) {
    Dispute d =
        register
            .find(desk.county(), id)
            .orElseThrow(
                () ->
                    Refusal.of(Refusal.Kind.UNKNOWN, "dispute.unknown", "There is no such dispute.")
                        .exception());
    desk.matter(d.matter());
    return d;
  }

  Dispute get(UUID id, int version) {
    Dispute d = get(id);
    if (d.version() != version) {
      throw DisputeRegister.changedMeanwhile().exception();
    }
    return d;
  }

  /** The side the actor stands on; null if on neither. */
  @org.jspecify.annotations.Nullable
  BodyId side(Dispute d) {
    if (desk.isAt(d.raiser())) {
      return d.raiser();
    }
    return desk.isAt(d.other()) ? d.other() : null;
  }

  /** A lead is a lead until somebody has accepted it; the rules about disputed leads go by that. */
  Facts facts(Matter matter, Dispute d) {
    return desk.between(matter, d.raiser(), d.other())
        .with("disputed", true)
        .with("kind", d.lead() ? "lead" : "case");
  }

  Map<String, BodyId> roles(Matter matter, Dispute d) {
    Map<String, BodyId> roles = new LinkedHashMap<>();
    roles.put("holder", matter.holder());
    roles.put("finder", matter.holder());
    roles.put("team", matter.holder());
    // whoever raised it waits for the other side to negotiate
    roles.put("sender", d.raiser());
    roles.put("receiver", d.other());
    if (d.stage() instanceof Dispute.Stage.Referred(var decider, var views)) {
      roles.put("decider", decider);
    }
    if (d.stage() instanceof Dispute.Stage.Decided(var decider, var competent, var why)) {
      roles.put("decider", decider);
    }
    return roles;
  }

  Dispute apply(Instant now, Matter matter, Change<Dispute> change) {
    register.update(desk.county(), change.after());
    happened(now, matter, change);
    return change.after();
  }

  void happened(Instant now, Matter matter, Change<Dispute> change) {
    Dispute d = change.after();
    desk.happened(now, matter, d.reference(), change, facts(matter, d), roles(matter, d), null);
    put(now, matter, d);
  }

  private void put(Instant now, Matter matter, Dispute d) {
    Correspondence.State state =
        switch (d.stage()) {
          case Dispute.Stage.Negotiating n -> Correspondence.State.OPEN;
          case Dispute.Stage.Failed f -> Correspondence.State.OPEN;
          case Dispute.Stage.Referred r -> Correspondence.State.OPEN;
          case Dispute.Stage.Agreed a -> Correspondence.State.CLOSED;
          case Dispute.Stage.Decided x -> Correspondence.State.CLOSED;
          case Dispute.Stage.Withdrawn w -> Correspondence.State.WITHDRAWN;
        };
    List<BodyId> receivers =
        d.stage() instanceof Dispute.Stage.Referred(var decider, var views)
            ? List.of(d.other(), decider)
            : List.of(d.other());
    boxes.put(
        now,
        new Correspondence.Letter(
            "dispute",
            d.reference(),
            matter.id(),
            matter.subject(),
            d.raiser(),
            receivers,
            d.stageName(),
            state,
            d.decision() != null
                ? d.decision().number()
                : d.submission() == null ? null : d.submission().number(),
            link(d),
            false));
  }

  static String link(Dispute d) {
    return "/disputes/" + d.id();
  }

  void tell(
      Instant now, Matter matter, Dispute d, List<BodyId> to, String code, Map<String, ?> more) {
    for (BodyId body : to.stream().distinct().toList()) {
      desk.notify(now, body, Desk.WORKING, code, matter, link(d), more);
    }
  }

  /** What every letter about it says. */
  Map<String, Object> words(Matter matter, Dispute d) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("matterNumber", matter.number());
    data.put("subject", matter.subject());
    data.put("one", desk.name(d.raiser()));
    data.put("other", desk.name(d.other()));
    return data;
  }
}
