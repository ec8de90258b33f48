package xiezhi.transfer.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.calendar.TimeLimit;
import xiezhi.correspondence.Correspondence;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;
import xiezhi.transfer.domain.Handover;
import xiezhi.transfer.domain.Handover.Signature;
import xiezhi.transfer.domain.HandoverRegister;
import xiezhi.transfer.domain.Transfer;

/**
 * 内部移交: from the team to a station of the same township, with a record both sign, a time to handle
 * it, and the result fed back.
 */
@Service
@Transactional
public class HandOver {
  private final Desk desk;
  private final HandoverRegister handovers;
  private final Matters matters;
  private final Bodies bodies;
  private final Letters letters;
  private final Obligations obligations;
  private final Correspondence boxes;

  HandOver(
      Desk desk,
      HandoverRegister handovers,
      Matters matters,
      Bodies bodies,
      Letters letters,
      Obligations obligations,
      Correspondence boxes) {
    this.desk = desk;
    this.handovers = handovers;
    this.matters = matters;
    this.bodies = bodies;
    this.letters = letters;
    this.obligations = obligations;
    this.boxes = boxes;
  }

  /**
   * @param limit the time to handle it in, typed by the sender where the county's text presupposes
   *     one without giving it (规定时间)
   */
  public UUID make(MatterId id, BodyId station, String items, @Nullable TimeLimit limit) {
    Instant now = desk.now();
    Matter matter = desk.matter(id);
    mayMake(matter).orThrow();
    Body to = bodies.get(station);
    insideTownship(matter, to).orThrow();
    Facts facts =
        facts(matter, matter.holder(), station, List.of())
            .with("fields", limit == null ? List.of() : List.of("handling-limit"));
    desk.mechanism(now).gates("handover.make", facts).and(limitTyped(facts, now, limit)).orThrow();
    Change<Handover> change =
        Handover.make(
            id,
            matter.holder(),
            station,
            Texts.required("items", items, 2_000),
            new Signature(now, CurrentActor.get().name()));
    Handover handover = change.after();
    handovers.insert(desk.county(), handover, limit);
    matters.open(id, List.of(station), now);
    happened(now, matter, handover, change, null);
    desk.notify(
        now,
        station,
        Desk.WORKING,
        "handover.arrived",
        matter,
        "/matters/" + id,
        Map.of("from", desk.name(handover.team())));
    return handover.id();
  }

  /** Where the governing rule presupposes a limit without giving it, somebody must type one. */
  private Permission limitTyped(Facts facts, Instant now, @Nullable TimeLimit limit) {
    return desk.mechanism(now).limitsStartedBy("handover.received", facts).stream()
        .filter(
            r ->
                r.value() instanceof RuleValue.Limit l
                    && l.typed()
                    && l.amount() == null
                    && limit == null)
        .findFirst()
        .map(
            r ->
                Permission.refused(
                    new Refusal(
                        Refusal.Kind.RULE,
                        "mechanism." + r.key(),
                        "The text asks for a time to handle it in (规定时间) without giving one; type"
                            + " it.",
                        Map.of("missing", List.of("handling-limit")),
                        List.of(r.ground()))))
        .orElse(Permission.allowed());
  }

  public Permission mayMake(Matter matter) {
    return desk.mayActFor(matter.holder())
        .and(
            matter.isOpen()
                ? Permission.allowed()
                : Permission.refused(
                    Refusal.of(Refusal.Kind.CONFLICT, "matter.closed", "The matter is closed.")));
  }

  private Permission insideTownship(Matter matter, Body station) {
    Body from = bodies.get(matter.holder());
    boolean same =
        station.kind() == BodyKind.DISPATCHED
            && from.township() != null
            && from.township().equals(station.township());
    return same || (station.kind() == BodyKind.DISPATCHED && from.id().equals(station.township()))
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "handover.not-a-station-here",
                station.name()
                    + " is no station in the same township; to another legal body one transfers.",
                Map.of("to", station.name())));
  }

  /** The station signs: with that the handover record is complete, numbered and kept. */
  public void receive(UUID id, int version) {
    Instant now = desk.now();
    Handover handover = get(id, version);
    Matter matter = desk.matter(handover.matter());
    mayReceive(matter, handover, now).orThrow();
    Letters.Letter paper =
        letters.issue(
            "handover-record",
            bodies.legalBodyOf(handover.team()).id(),
            desk.today(now),
            record(matter, handover, now));
    Change<Handover> change =
        handover.receive(
            new Signature(now, CurrentActor.get().name()),
            new Transfer.Letter(paper.id(), paper.number()));
    handovers.update(desk.county(), change.after());
    happened(now, matter, change.after(), change, handovers.limit(desk.county(), id));
    desk.notify(
        now,
        handover.team(),
        Desk.WORKING,
        "handover.received",
        matter,
        "/matters/" + matter.id(),
        Map.of("station", desk.name(handover.station())));
  }

  private Map<String, Object> record(Matter matter, Handover h, Instant now) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("from", desk.name(h.team()));
    data.put("to", desk.name(h.station()));
    data.put("matterNumber", matter.number());
    data.put("subject", matter.subject());
    data.put("items", h.items());
    data.put("madeBy", h.made().by());
    data.put("madeAt", desk.minute(h.made().at()));
    data.put("receivedBy", CurrentActor.get().name());
    data.put("receivedAt", desk.minute(now));
    return data;
  }

  /** 反馈处理结果: with it the handover is closed. */
  public void feedBack(UUID id, int version, String result) {
    Instant now = desk.now();
    Handover handover = get(id, version);
    Matter matter = desk.matter(handover.matter());
    String words = Texts.required("result", result, 5_000);
    mayFeedBack(matter, handover, now).orThrow();
    Change<Handover> change =
        handover.feedBack(new Signature(now, CurrentActor.get().name()), words);
    handovers.update(desk.county(), change.after());
    happened(now, matter, change.after(), change, null);
    desk.notify(
        now,
        handover.team(),
        Desk.WORKING,
        "handover.fed-back",
        matter,
        "/matters/" + matter.id(),
        Map.of("result", words));
  }

  /** 移交办结: the team closes it; whether it may is the county's gate. */
  public void close(UUID id, int version) {
    Instant now = desk.now();
    Handover handover = get(id, version);
    Matter matter = desk.matter(handover.matter());
    mayClose(matter, handover, now).orThrow();
    Change<Handover> change = handover.close(new Signature(now, CurrentActor.get().name()));
    handovers.update(desk.county(), change.after());
    happened(now, matter, change.after(), change, null);
    obligations.release(now, matter.id(), handover.reference(), "handover.closed");
  }

  Permission mayReceive(Matter matter, Handover h, Instant now) {
    Permission first = desk.mayActFor(h.station()).and(h.mayReceive());
    // the act of receiving is the signature, and completes the record
    return first.isAllowed()
        ? desk.mechanism(now)
            .gates(
                "handover.receive",
                signed(facts(matter, h.team(), h.station(), List.of("handover-record"))))
        : first;
  }

  Permission mayFeedBack(Matter matter, Handover h, Instant now) {
    Permission first = desk.mayActFor(h.station()).and(h.mayFeedBack());
    return first.isAllowed()
        ? desk.mechanism(now).gates("handover.feed-back", closing(matter, h))
        : first;
  }

  Permission mayClose(Matter matter, Handover h, Instant now) {
    // an unsigned one is refused by its stage; the county's clause on the record is named as well
    return desk.mayActFor(h.team())
        .and(h.mayClose())
        .and(desk.mechanism(now).gates("handover.close", closing(matter, h)));
  }

  private static Facts signed(Facts facts) {
    return facts.with("fields", List.of("receiver-signature"));
  }

  private Facts closing(Matter matter, Handover h) {
    boolean received = !(h.stage() instanceof Handover.Stage.Made);
    Facts facts =
        facts(
            matter,
            h.team(),
            h.station(),
            received ? List.of("handover-record") : List.<String>of());
    // what happened to this handover, not to another of the same matter
    Facts own =
        facts.with(
            "events",
            switch (h.stage()) {
              case Handover.Stage.Made m -> List.of("handover.made");
              case Handover.Stage.Received r -> List.of("handover.made", "handover.received");
              case Handover.Stage.FedBack f ->
                  List.of("handover.made", "handover.received", "handover.fed-back");
              case Handover.Stage.Closed c ->
                  List.of("handover.made", "handover.received", "handover.closed");
            });
    return received ? signed(own) : own;
  }

  private Facts facts(Matter matter, BodyId team, BodyId station, List<String> materials) {
    return desk.between(matter, team, station).with("materials", materials);
  }

  private void happened(
      Instant now, Matter matter, Handover h, Change<Handover> change, @Nullable TimeLimit typed) {
    boxes.put(now, letter(matter, h));
    if (!(h.stage() instanceof Handover.Stage.Made)) {
      boxes.acknowledge(now, h.reference(), h.station());
    }
    desk.happened(
        now,
        matter,
        h.reference(),
        change,
        facts(matter, h.team(), h.station(), List.of()),
        Map.of(
            "holder", matter.holder(),
            "team", h.team(),
            "station", h.station(),
            "finder", matter.holder(),
            "sender", h.team(),
            "receiver", h.station()),
        typed);
  }

  private static Correspondence.Letter letter(Matter matter, Handover h) {
    Correspondence.State state =
        switch (h.stage()) {
          case Handover.Stage.Made m -> Correspondence.State.OPEN;
          case Handover.Stage.Received r -> Correspondence.State.OPEN;
          case Handover.Stage.FedBack f -> Correspondence.State.ANSWERED;
          case Handover.Stage.Closed c -> Correspondence.State.CLOSED;
        };
    return new Correspondence.Letter(
        "handover",
        h.reference(),
        matter.id(),
        matter.subject(),
        h.team(),
        List.of(h.station()),
        h.stageName(),
        state,
        h.letter() == null ? null : h.letter().number(),
        "/matters/" + matter.id(),
        false);
  }

  /** The handover record, once the station has signed, for whoever may see the matter. */
  @Transactional(readOnly = true)
  public Letters.Rendered letter(UUID id, Letters.Format format) {
    Transfer.Letter letter = get(id).letter();
    return letters.renderIfAny(letter == null ? null : letter.id(), format);
  }

  private Handover get(UUID id, int version) {
    Handover handover = get(id);
    if (handover.version() != version) {
      throw HandoverRegister.changedMeanwhile().exception();
    }
    return handover;
  }

  private Handover get(UUID id) {
    Handover handover =
        handovers
            .find(desk.county(), id)
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.UNKNOWN, "handover.unknown", "There is no such handover.")
                        .exception());
    desk.matter(handover.matter());
    return handover;
  }
}
