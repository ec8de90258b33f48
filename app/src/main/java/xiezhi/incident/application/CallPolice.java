package xiezhi.incident.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.incident.domain.IncidentRegister;
import xiezhi.incident.domain.Place;
import xiezhi.incident.domain.SupportCall;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanism.ListedName;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 出警请求: one button on the phone, and each moment until the police have closed it. */
@Service
@Transactional
public class CallPolice {
  private final Desk desk;
  private final IncidentDesk incidents;
  private final IncidentRegister register;
  private final Bodies bodies;
  private final Matters matters;
  private final Obligations obligations;

  CallPolice(
      Desk desk,
      IncidentDesk incidents,
      IncidentRegister register,
      Bodies bodies,
      Matters matters,
      Obligations obligations) {
    this.desk = desk;
    this.incidents = incidents;
    this.register = register;
    this.bodies = bodies;
    this.matters = matters;
    this.obligations = obligations;
  }

  /**
   * What the phone sends.
   *
   * @param trigger what happened, in a word of the county's list; another word is taken as it is:
   *     an alarm is never refused for a word
   * @param pressedAt by the phone's clock; null if it is sent at once
   * @param station null for the one the county's rule names
   */
  public record Alarm(
      @Nullable MatterId matter,
      String trigger,
      boolean danger,
      @Nullable String division,
      Place place,
      String words,
      List<String> helps,
      @Nullable Instant pressedAt,
      @Nullable BodyId station) {}

  public UUID press(Alarm a) {
    Instant now = desk.now();
    BodyId team = CurrentActor.get().body();
    desk.mayActFor(team).orThrow();
    Mechanism mechanism = desk.mechanism(now);
    String division = incidents.division(a.division());
    Place place =
        new Place(
            division,
            Texts.optional("address", a.place().address(), 200),
            a.place().lng(),
            a.place().lat());
    place.mayBeFound().orThrow();
    BodyId police = incidents.policeAt(mechanism, division);
    BodyId station = a.station() == null ? police : bodies.get(a.station()).id();
    if (station == null) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "incident.no-police",
              "The directory has no police station there, nor police of the county's word for it;"
                  + " say who is to come.")
          .exception();
    }
    Map<String, BodyId> roles = incidents.roles(team, police, division);
    String trigger = Texts.optional("trigger", a.trigger(), 100);
    Facts facts = Facts.NONE.with("trigger", trigger.isEmpty() ? "其他" : trigger);
    desk.mustBe(mechanism, "incident.responder", facts, division, roles, station).orThrow();
    roles.put("police", station);
    Instant pressed = a.pressedAt() == null || a.pressedAt().isAfter(now) ? now : a.pressedAt();
    Change<SupportCall> change =
        SupportCall.press(
            a.matter(),
            team,
            station,
            trigger.isEmpty() ? "其他" : trigger,
            a.danger(),
            place,
            Texts.optional("words", a.words(), 2_000),
            a.helps().stream().map(h -> Texts.required("helps", h, 50)).toList(),
            pressed,
            desk.step(now, Texts.optional("words", a.words(), 2_000)));
    SupportCall call = change.after();
    Set<BodyId> involved = new LinkedHashSet<>(bodies.deskOf(team));
    involved.add(station);
    bodies.find(station).map(Body::parent).ifPresent(involved::add);
    Body told =
        a.danger() ? incidents.routed(mechanism, "incident.danger", facts, division, roles) : null;
    if (told != null) {
      involved.add(told.id());
    }
    register.insert(desk.county(), call, involved);
    if (a.matter() != null) {
      matters.open(a.matter(), List.of(station), now);
    }
    incidents.happened(now, a.matter(), call.reference(), change, facts, roles);
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("trigger", call.trigger());
    said.put("danger", call.danger());
    said.put("address", place.address());
    incidents.tell(now, station, "incident.alarm", a.matter(), link(call), said);
    if (told != null) {
      incidents.tell(now, told.id(), "incident.alarm", a.matter(), link(call), said);
    }
    return call.id();
  }

  static String link(SupportCall c) {
    return "/support-calls/" + c.id();
  }

  public void answer(UUID id, int version) {
    Instant now = desk.now();
    SupportCall c = get(id, version);
    byPolice(c, c.mayAnswer()).orThrow();
    apply(now, c.answer(desk.step(now, "")));
  }

  public void send(UUID id, int version, String people) {
    Instant now = desk.now();
    SupportCall c = get(id, version);
    byPolice(c, c.maySend()).orThrow();
    String who = Texts.required("people", people, 500);
    apply(now, c.send(who, desk.step(now, who)));
  }

  public void arrive(UUID id, int version) {
    Instant now = desk.now();
    SupportCall c = get(id, version);
    byPolice(c, c.mayArrive()).orThrow();
    apply(now, c.arrive(desk.step(now, "")));
  }

  public void takeOver(UUID id, int version, String scene) {
    Instant now = desk.now();
    SupportCall c = get(id, version);
    byPolice(c, c.mayTakeOver()).orThrow();
    String done = Texts.required("scene", scene, 2_000);
    apply(now, c.takeOver(done, desk.step(now, done)));
  }

  public void close(UUID id, int version, String result, boolean obstruction) {
    Instant now = desk.now();
    SupportCall c = get(id, version);
    byPolice(c, c.mayClose()).orThrow();
    String words = Texts.required("result", result, 5_000);
    apply(now, c.close(words, obstruction, desk.step(now, words)));
  }

  /** 治安查处、刑事责任, or another outcome with its reason. */
  public void settle(UUID id, int version, String outcome, String words) {
    Instant now = desk.now();
    SupportCall c = get(id, version);
    byPolice(c, c.maySettle()).orThrow();
    String what = Texts.required("outcome", outcome, 50);
    boolean listed = outcomes().stream().anyMatch(w -> w.name().equals(what));
    String said =
        listed ? Texts.optional("words", words, 2_000) : Texts.required("words", words, 2_000);
    apply(now, c.settle(what, said, desk.step(now, said)));
  }

  public void withdraw(UUID id, int version, String reason) {
    Instant now = desk.now();
    SupportCall c = get(id, version);
    desk.mayActFor(c.team()).and(c.mayWithdraw()).orThrow();
    SupportCall after =
        apply(now, c.withdraw(desk.step(now, Texts.required("reason", reason, 1_000))));
    if (after.matter() == null) {
      obligations.release(now, after.reference(), "incident.alarm-withdrawn");
    } else {
      obligations.release(now, after.matter(), after.reference(), "incident.alarm-withdrawn");
    }
  }

  private Permission byPolice(SupportCall c, Permission stage) {
    return incidents.mayActForPolice(c.station()).and(stage);
  }

  private SupportCall apply(Instant now, Change<SupportCall> change) {
    SupportCall after = change.after();
    register.update(desk.county(), after);
    incidents.happened(
        now,
        after.matter(),
        after.reference(),
        change,
        Facts.NONE.with("trigger", after.trigger()),
        incidents.roles(after.team(), after.station(), after.place().division()));
    BodyId other = CurrentActor.get().body().equals(after.team()) ? after.station() : after.team();
    incidents.tell(
        now,
        other,
        change.event(),
        after.matter(),
        link(after),
        Map.of("words", after.lastStep().note()));
    return after;
  }

  private SupportCall get(UUID id, int version) {
    SupportCall c = get(id);
    if (c.version() != version) {
      throw IncidentRegister.changedMeanwhile().exception();
    }
    return c;
  }

  private SupportCall get(UUID id) {
    return register
        .call(desk.county(), id)
        .filter(c -> incidents.maySee(id))
        .orElseThrow(() -> IncidentDesk.unknown("call").exception());
  }

  // ------------------------------------------------------------------ reading

  /** One call with what may be done and what is owed. */
  public record Page(
      SupportCall call, List<ObligationView> obligations, Map<String, Permission> acts) {}

  @Transactional(readOnly = true)
  public Page page(UUID id) {
    Instant now = desk.now();
    SupportCall c = get(id);
    MatterId matter = c.matter();
    List<ObligationView> owed = obligations.on(matter, c.reference(), now);
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("answerCall", byPolice(c, c.mayAnswer()));
    acts.put("sendPolice", byPolice(c, c.maySend()));
    acts.put("arriveAtCall", byPolice(c, c.mayArrive()));
    acts.put("takeOverScene", byPolice(c, c.mayTakeOver()));
    acts.put("closeCall", byPolice(c, c.mayClose()));
    acts.put("settleCall", byPolice(c, c.maySettle()));
    acts.put("withdrawCall", desk.mayActFor(c.team()).and(c.mayWithdraw()));
    return new Page(c, owed, acts);
  }

  @Transactional(readOnly = true)
  public List<SupportCall> list(boolean county, boolean open, @Nullable UUID before, int limit) {
    Actor actor = CurrentActor.get();
    boolean all = county && incidents.seesAll();
    return register.calls(
        actor.county(),
        new IncidentRegister.Query(
            all ? List.of() : bodies.deskOf(actor.body()), open, before, limit));
  }

  /** What happened: the words of the buttons, each with the rule it is from. */
  @Transactional(readOnly = true)
  public List<ListedName> triggers() {
    return incidents.words(desk.mechanism(desk.now()), "police_triggers");
  }

  @Transactional(readOnly = true)
  public List<ListedName> helps() {
    return incidents.words(desk.mechanism(desk.now()), "police_assist_types");
  }

  @Transactional(readOnly = true)
  public List<ListedName> outcomes() {
    return incidents.words(desk.mechanism(desk.now()), "obstruction_outcomes");
  }
}
