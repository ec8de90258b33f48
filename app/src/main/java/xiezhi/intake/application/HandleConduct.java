package xiezhi.intake.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.flow.Clocks;
import xiezhi.flow.Desk;
import xiezhi.identity.People;
import xiezhi.intake.ConductReports;
import xiezhi.intake.application.Grievance.Complainant;
import xiezhi.intake.domain.Complaint.Rating;
import xiezhi.intake.domain.ComplaintCode;
import xiezhi.intake.domain.ComplaintRegister;
import xiezhi.intake.domain.ConductComplaint;
import xiezhi.intake.domain.ConductComplaint.Handler;
import xiezhi.intake.domain.ConductRegister;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.obligation.Occurrence;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;
import xiezhi.shared.web.ActionView;
import xiezhi.vault.Vault;

/**
 * 对执法行为的投诉: told by the public, handled by the supervisors of the body that the county's rule
 * names, never by the one complained of; nobody else knows of it.
 */
@Service
@Transactional
public class HandleConduct implements ConductReports {
  private final ConductRegister complaints;
  private final Desk desk;
  private final Bodies bodies;
  private final People people;
  private final Obligations obligations;
  private final Clocks clocks;
  private final Vault vault;
  private final JsonMapper json;

  HandleConduct(
      ConductRegister complaints,
      Desk desk,
      Bodies bodies,
      People people,
      Obligations obligations,
      Clocks clocks,
      Vault vault,
      JsonMapper json) {
    this.complaints = complaints;
    this.desk = desk;
    this.bodies = bodies;
    this.people = people;
    this.obligations = obligations;
    this.clocks = clocks;
    this.vault = vault;
    this.json = json;
  }

  // ------------------------------------------------------------------ the public

  @Override
  public Receipt report(Report r) {
    Instant now = desk.now();
    Complainant who = new Complainant(r.anonymous(), r.name(), r.phone(), null, null).checked();
    Map<String, String> told = new LinkedHashMap<>();
    told.put("description", Texts.required("description", r.description(), 5_000));
    told.put("officer", Texts.optional("officer", r.officer(), 100));
    told.put("when", Texts.optional("when", r.when(), 200));
    String about = Texts.optional("body", r.body(), 100);
    told.put("body", about);
    ConductComplaint complaint =
        new ConductComplaint(
            Ids.next(),
            ComplaintCode.next(desk.county()),
            now,
            bodies.named(desk.county(), about).map(Body::id).orElse(null),
            seal(told),
            who.known() ? seal(Map.of("name", text(who.name()), "phone", text(who.phone()))) : null,
            who.anonymous(),
            handler(now),
            new ConductComplaint.Stage.Received(),
            null,
            0);
    complaints.insert(desk.county(), complaint);
    tell(now, Change.of(complaint, "conduct-complaint.received"));
    desk.notify(
        now,
        complaint.handlerBody(),
        Set.of(Role.SUPERVISOR),
        "conduct-complaint.arrived",
        null,
        link(complaint),
        Map.of());
    return new Receipt(complaint.id(), complaint.code().text(), now);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  private String seal(Map<String, String> words) {
    return vault.seal(json.writeValueAsString(words));
  }

  private Map<?, ?> open(String sealed) {
    return json.readValue(vault.open(sealed), Map.class);
  }

  /** Who answers for such complaints here. */
  private BodyId handler(Instant now) {
    return desk.mechanism(now)
        .route("conduct-complaint.handler", Facts.NONE)
        .filter(rule -> rule.value() instanceof RuleValue.Route)
        .flatMap(
            rule ->
                desk.targets(((RuleValue.Route) rule.value()).to(), null, Map.of()).stream()
                    .findFirst())
        .orElseGet(() -> bodies.countyGovernment(desk.county()))
        .id();
  }

  @Override
  @Transactional(readOnly = true)
  public Tracked track(String code) {
    ConductComplaint c = byCode(code);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(c.receivedAt(), "conduct-complaint.received"));
    Handler handler = c.handler();
    if (handler != null) {
      steps.add(new Step(handler.since(), "conduct-complaint.assigned"));
    }
    var replied = c.stage() instanceof ConductComplaint.Stage.Replied r ? r : null;
    if (replied != null) {
      steps.add(new Step(replied.at(), "conduct-complaint.replied"));
    }
    return new Tracked(
        c.code().text(),
        c.stageName(),
        desk.name(c.handlerBody()),
        c.receivedAt(),
        steps,
        replied == null ? null : replied.text(),
        replied == null ? null : replied.at(),
        c.rating() == null ? null : c.rating().satisfied(),
        c.mayRate().isAllowed() ? List.of("rateConductReply") : List.of());
  }

  @Override
  public void rate(String code, boolean satisfied, @Nullable String words) {
    Instant now = desk.now();
    ConductComplaint c = byCode(code);
    keep(now, c.rate(new Rating(now, satisfied, Texts.optional("words", words, 1_000))));
  }

  private ConductComplaint byCode(String typed) {
    return ComplaintCode.typed(typed)
        .filter(code -> code.county().equals(desk.county()))
        .flatMap(code -> complaints.byCode(desk.county(), code))
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "complaint.no-such-code",
                        "There is no complaint with this code. It has six digits and ten letters,"
                            + " as on the receipt.")
                    .exception());
  }

  // ------------------------------------------------------------------ who handles it

  /**
   * What a supervisor sees of one. Officer, words and complainant are for who handles it.
   *
   * @param clock what is owed next; null if nothing is
   */
  public record ConductLine(
      UUID id,
      String code,
      Instant receivedAt,
      String stage,
      @Nullable String aboutBody,
      @Nullable String handler,
      @Nullable ObligationView clock) {}

  /**
   * One, opened.
   *
   * @param candidates who may be named to handle it
   * @param owed its clocks
   */
  public record ConductView(
      ConductLine line,
      String description,
      String body,
      String officer,
      String when,
      boolean anonymous,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String reply,
      @Nullable Boolean satisfied,
      @Nullable String rating,
      List<ConductHandler> candidates,
      List<ObligationView> owed,
      int version,
      List<ActionView> actions) {}

  public record ConductHandler(String account, String name) {}

  private boolean supervises(ConductComplaint c) {
    Actor actor = CurrentActor.get();
    return actor.has(Role.SUPERVISOR) && actor.body().equals(c.handlerBody());
  }

  @Transactional(readOnly = true)
  public List<ConductComplaint> list(@Nullable Instant before, @Nullable UUID beforeId, int limit) {
    Actor actor = CurrentActor.get();
    return actor.has(Role.SUPERVISOR)
        ? complaints.of(desk.county(), actor.body(), before, beforeId, limit)
        : List.of();
  }

  /** Nothing of it is unsealed for a line. */
  public ConductLine line(ConductComplaint c, @Nullable ObligationView clock) {
    Handler handler = c.handler();
    return new ConductLine(
        c.id(),
        c.code().text(),
        c.receivedAt(),
        c.stageName(),
        c.aboutBody() == null ? null : desk.name(c.aboutBody()),
        handler == null ? null : handler.name(),
        clock);
  }

  /** Opens it; the look itself is on the sealed record. */
  public ConductView view(UUID id) {
    Instant now = desk.now();
    ConductComplaint c = get(id);
    tell(now, Change.of(c, "conduct-complaint.opened"));
    Map<?, ?> told = open(c.told());
    Map<?, ?> contact = c.contact() == null ? Map.of() : open(c.contact());
    var replied = c.stage() instanceof ConductComplaint.Stage.Replied r ? r : null;
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("assignConductComplaint", mayAssign(c));
    acts.put("replyConductComplaint", c.mayReply(CurrentActor.get().account()));
    return new ConductView(
        line(c, clocks.of(c.reference())),
        word(told, "description"),
        word(told, "body"),
        word(told, "officer"),
        word(told, "when"),
        c.anonymous(),
        contact.isEmpty() ? null : word(contact, "name"),
        contact.isEmpty() ? null : word(contact, "phone"),
        replied == null ? null : replied.text(),
        c.rating() == null ? null : c.rating().satisfied(),
        c.rating() == null ? null : c.rating().words(),
        supervisors(c).stream()
            .map(s -> new ConductHandler(s.account().value(), s.name()))
            .toList(),
        obligations.of(c.reference(), now),
        c.version(),
        ActionView.of(acts));
  }

  private static String word(Map<?, ?> words, String name) {
    return words.get(name) instanceof String s ? s : "";
  }

  private List<People.Seat> supervisors(ConductComplaint c) {
    return people.in(c.handlerBody()).stream().filter(s -> s.role() == Role.SUPERVISOR).toList();
  }

  private ConductComplaint get(UUID id) {
    return complaints
        .find(desk.county(), id)
        .filter(this::supervises)
        .orElseThrow(() -> ComplaintDesk.unknown().exception());
  }

  private ConductComplaint get(UUID id, int version) {
    ConductComplaint c = get(id);
    if (c.version() != version) {
      throw ComplaintRegister.changedMeanwhile().exception();
    }
    return c;
  }

  private Permission mayAssign(ConductComplaint c) {
    return supervises(c) ? c.mayAssign() : Permission.refused(ComplaintDesk.unknown());
  }

  /** To one of the supervisors there; the one complained of never handles it (回避). */
  public void assign(UUID id, int version, AccountId to) {
    Instant now = desk.now();
    ConductComplaint c = get(id, version);
    mayAssign(c).orThrow();
    People.Seat seat =
        supervisors(c).stream()
            .filter(s -> s.account().equals(to))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.RULE,
                            "conduct-complaint.no-supervisor",
                            "It is handled by a supervisor of " + desk.name(c.handlerBody()) + ".")
                        .exception());
    Facts facts = new Facts(Map.of("own-conduct", concerns(c, seat)));
    desk.mechanism(now).gates("conduct-complaint.handle", facts).orThrow();
    keep(now, c.assign(new Handler(to, seat.name(), now)));
  }

  /** Whether that person may be the one complained of: by name, as the complainant wrote it. */
  private boolean concerns(ConductComplaint c, People.Seat seat) {
    String officer = word(open(c.told()), "officer");
    return !officer.isBlank() && (officer.contains(seat.name()) || seat.name().contains(officer));
  }

  public void reply(UUID id, int version, String text) {
    Instant now = desk.now();
    ConductComplaint c = get(id, version);
    String words = Texts.required("text", text, 5_000);
    keep(now, c.reply(CurrentActor.get().account(), words, now));
  }

  // ------------------------------------------------------------------ keeping and telling

  private void keep(Instant now, Change<ConductComplaint> change) {
    complaints.update(desk.county(), change.after());
    tell(now, change);
  }

  private void tell(Instant now, Change<ConductComplaint> change) {
    ConductComplaint c = change.after();
    obligations.happened(
        new Occurrence(
            now,
            null,
            c.reference(),
            change.event(),
            Facts.NONE,
            Map.of("supervisor", c.handlerBody()),
            change.details(),
            null,
            true));
  }

  private static String link(ConductComplaint c) {
    return "/conduct-complaints/" + c.id();
  }
}
