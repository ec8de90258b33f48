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
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.incident.domain.Incident;
import xiezhi.incident.domain.IncidentRegister;
import xiezhi.incident.domain.Place;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
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

/**
 * 突发事件: opened, forces called up, told upward at the first moment, logged, closed with a report.
 */
@Service
@Transactional
public class RunIncident {
  private static final String TO_BE_WRITTEN = "…";
  private static final Set<String> RISKS = Set.of("", "low", "medium", "high");
  private static final Set<String> ENTRIES = Set.of("note", "measure", "publicity");

  private final Desk desk;
  private final IncidentDesk incidents;
  private final IncidentRegister register;
  private final Bodies bodies;
  private final Letters letters;
  private final Obligations obligations;

  RunIncident(
      Desk desk,
      IncidentDesk incidents,
      IncidentRegister register,
      Bodies bodies,
      Letters letters,
      Obligations obligations) {
    this.desk = desk;
    this.incidents = incidents;
    this.register = register;
    this.bodies = bodies;
    this.letters = letters;
    this.obligations = obligations;
  }

  /** What is known when it is opened. */
  public record Opening(
      @Nullable MatterId matter,
      @Nullable UUID call,
      String title,
      @Nullable String division,
      Place place,
      @Nullable Instant happenedAt,
      String risk,
      String words) {}

  public UUID open(Opening o) {
    Instant now = desk.now();
    BodyId opener = CurrentActor.get().body();
    desk.mayActFor(opener).orThrow();
    if (o.matter() != null) {
      desk.matter(o.matter());
    }
    if (o.call() != null
        && (register.call(desk.county(), o.call()).isEmpty() || !incidents.maySee(o.call()))) {
      throw IncidentDesk.unknown("call").exception();
    }
    Place place =
        new Place(
            incidents.division(o.division()),
            Texts.optional("address", o.place().address(), 200),
            o.place().lng(),
            o.place().lat());
    Instant happened = o.happenedAt() == null || o.happenedAt().isAfter(now) ? now : o.happenedAt();
    Change<Incident> change =
        Incident.open(
            o.matter(),
            o.call(),
            opener,
            Texts.required("title", o.title(), 200),
            place,
            happened,
            risk(o.risk()),
            desk.step(now, Texts.required("words", o.words(), 5_000)));
    Incident i = change.after();
    register.insert(desk.county(), i, new LinkedHashSet<>(bodies.deskOf(opener)));
    happened(now, i, change);
    return i.id();
  }

  private static String risk(String typed) {
    if (!RISKS.contains(typed)) {
      throw Refusal.malformed("risk", "must be low, medium or high").exception();
    }
    return typed;
  }

  static String link(Incident i) {
    return "/incidents/" + i.id();
  }

  /** 日志: what was done, what was said to the people on the spot, how risky it is. */
  public void note(UUID id, int version, String kind, String risk, String words) {
    Instant now = desk.now();
    Incident i = get(id, version);
    mayNote(i).orThrow();
    if (!ENTRIES.contains(kind)) {
      throw Refusal.malformed("kind", "must be note, measure or publicity").exception();
    }
    apply(now, i.note(kind, risk(risk), desk.step(now, Texts.required("words", words, 5_000))));
  }

  /** Forces of any body of the county's directory may be called up. */
  public void callForce(UUID id, int version, BodyId body, String task) {
    Instant now = desk.now();
    Incident i = get(id, version);
    Body force = bodies.get(body);
    mayCommand(i).and(i.mayCall(body)).orThrow();
    String what = Texts.required("task", task, 1_000);
    Incident after = apply(now, i.call(force.id(), what, desk.step(now, what)));
    register.involve(desk.county(), after, force.id());
    incidents.tell(
        now,
        force.id(),
        "incident.force-called",
        null,
        link(after),
        Map.of("title", after.title(), "words", what));
  }

  public void accept(UUID id, int version, String people) {
    Instant now = desk.now();
    Incident i = get(id, version);
    BodyId own = force(i);
    desk.mayActFor(own).and(i.mayAccept(own)).orThrow();
    String who = Texts.required("people", people, 500);
    apply(now, i.accept(own, who, desk.step(now, who)));
  }

  public void arrive(UUID id, int version) {
    Instant now = desk.now();
    Incident i = get(id, version);
    BodyId own = force(i);
    desk.mayActFor(own).and(i.mayArrive(own)).orThrow();
    apply(now, i.arrive(own, desk.step(now, "")));
  }

  /** The force that sits at the actor's desk; the actor's own body where none does. */
  private BodyId force(Incident i) {
    return bodies.deskOf(CurrentActor.get().body()).stream()
        .filter(b -> i.force(b) != null)
        .findFirst()
        .orElse(CurrentActor.get().body());
  }

  /**
   * 上报: to whom the county's rule names, or further upward from there.
   *
   * @param to null for whom the rule names
   */
  public void report(UUID id, int version, @Nullable BodyId to, String words) {
    Instant now = desk.now();
    Incident i = get(id, version);
    BodyId from = CurrentActor.get().body();
    Body next = to == null ? superior(i, now) : bodies.get(to);
    if (next == null) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "incident.nobody-above",
              "No rule names to whom it is reported; say to whom.")
          .exception();
    }
    mayReport(i).and(i.mayReport(next.id())).orThrow();
    String report = Texts.required("words", words, 5_000);
    Letters.Letter letter =
        letters.issue(
            "incident-report",
            bodies.legalBodyOf(from).id(),
            desk.today(now),
            letter(i, next, report));
    Incident after =
        apply(
            now,
            i.report(
                from,
                next.id(),
                new Incident.Paper(letter.id(), letter.number()),
                desk.step(now, report)));
    register.involve(desk.county(), after, next.id());
    incidents.tell(
        now,
        next.id(),
        "incident.reported",
        null,
        link(after),
        Map.of("title", after.title(), "words", report));
  }

  private Map<String, Object> letter(Incident i, Body to, String report) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("to", to.name());
    data.put("subject", i.title());
    data.put("place", i.place().address());
    data.put("discoveredAt", desk.minute(i.happenedAt()));
    data.put("content", report);
    data.put("contact", CurrentActor.get().name());
    return data;
  }

  /** Whom the rule names; from there the county government. */
  private @Nullable Body superior(Incident i, Instant now) {
    Body named =
        incidents.routed(
            desk.mechanism(now),
            "incident.report",
            facts(i),
            i.place().division(),
            incidents.roles(i.opener(), null, i.place().division()));
    return named == null || i.knows(named.id()) ? bodies.countyGovernment(desk.county()) : named;
  }

  public void close(UUID id, int version, String words) {
    Instant now = desk.now();
    Incident i = get(id, version);
    String report = Texts.optional("report", words, 10_000);
    mayClose(i.withReport(report), now).orThrow();
    apply(now, i.close(desk.step(now, report)));
  }

  private Facts facts(Incident i) {
    return Facts.NONE
        .with("fields", List.copyOf(i.fields()))
        .with("events", List.copyOf(events(i)));
  }

  private Set<String> events(Incident i) {
    return i.matter() == null
        ? obligations.eventsOf(i.reference())
        : obligations.eventsOf(i.matter());
  }

  private Permission mayNote(Incident i) {
    return mayTakePart().and(i.mayChange());
  }

  private Permission mayTakePart() {
    return desk.mayActFor(CurrentActor.get().body());
  }

  /** The opener commands; and the township whose team opened it. */
  private Permission mayCommand(Incident i) {
    return desk.mayActFor(i.opener());
  }

  private Permission mayReport(Incident i) {
    Permission knows =
        bodies.deskOf(CurrentActor.get().body()).stream().anyMatch(i::knows)
            ? Permission.allowed()
            : Permission.refused(
                Refusal.of(
                    Refusal.Kind.FORBIDDEN,
                    "incident.not-told",
                    "Only a body that was told of it tells it on."));
    return mayTakePart().and(knows).and(i.mayChange());
  }

  private Permission mayClose(Incident i, Instant now) {
    Mechanism mechanism = desk.mechanism(now);
    Permission first = mayCommand(i).and(i.mayChange());
    return first.isAllowed() ? mechanism.gates("incident.close", facts(i)) : first;
  }

  private Incident apply(Instant now, Change<Incident> change) {
    register.update(desk.county(), change.after());
    happened(now, change.after(), change);
    return change.after();
  }

  private void happened(Instant now, Incident i, Change<Incident> change) {
    incidents.happened(
        now,
        i.matter(),
        i.reference(),
        change,
        Facts.NONE.with("fields", List.copyOf(i.fields())),
        incidents.roles(i.opener(), null, i.place().division()));
  }

  private Incident get(UUID id, int version) {
    Incident i = get(id);
    if (i.version() != version) {
      throw IncidentRegister.changedMeanwhile().exception();
    }
    return i;
  }

  private Incident get(UUID id) {
    return register
        .incident(desk.county(), id)
        .filter(i -> incidents.maySee(id))
        .orElseThrow(() -> IncidentDesk.unknown("incident").exception());
  }

  // ------------------------------------------------------------------ reading

  /**
   * One incident with what may be done.
   *
   * @param reported whether anybody above knows of it yet
   */
  public record Page(
      Incident incident,
      boolean reported,
      List<ObligationView> obligations,
      Map<String, Permission> acts) {}

  @Transactional(readOnly = true)
  public Page page(UUID id) {
    Instant now = desk.now();
    Incident i = get(id);
    BodyId own = force(i);
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("noteIncident", mayNote(i));
    acts.put("callForce", mayCommand(i).and(i.mayChange()));
    acts.put("acceptCallUp", desk.mayActFor(own).and(i.mayAccept(own)));
    acts.put("arriveAtIncident", desk.mayActFor(own).and(i.mayArrive(own)));
    acts.put("reportIncident", mayReport(i));
    // the report is written with the act itself: only what lacks besides speaks against it
    acts.put("closeIncident", mayClose(i.withReport(TO_BE_WRITTEN), now));
    MatterId matter = i.matter();
    List<ObligationView> owed = obligations.on(matter, i.reference(), now);
    return new Page(i, reported(i), owed, acts);
  }

  @Transactional(readOnly = true)
  public Letters.Rendered letter(UUID id, UUID paper, Letters.Format format) {
    if (get(id).content().papers().stream().noneMatch(p -> p.letter().equals(paper))) {
      throw Refusal.of(Refusal.Kind.UNKNOWN, "letter.unknown", "There is no such letter of it.")
          .exception();
    }
    return letters.render(paper, format);
  }

  static boolean reported(Incident i) {
    return i.content().log().stream().anyMatch(e -> e.kind().equals("report"));
  }

  @Transactional(readOnly = true)
  public List<Incident> list(boolean county, boolean open, @Nullable UUID before, int limit) {
    Actor actor = CurrentActor.get();
    boolean all = county && incidents.seesAll();
    return register.incidents(
        actor.county(),
        new IncidentRegister.Query(
            all ? List.of() : bodies.deskOf(actor.body()), open, before, limit));
  }
}
