package xiezhi.intake.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.document.Attachments;
import xiezhi.document.Attachments.Attachment;
import xiezhi.flow.Desk;
import xiezhi.intake.domain.Complaint;
import xiezhi.intake.domain.Complaint.Stage;
import xiezhi.intake.domain.ComplaintRegister;
import xiezhi.intake.domain.Finding;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.Obligations;
import xiezhi.obligation.Occurrence;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;

/** What all that is done with a complaint needs: finding it, its facts, who is who, and telling. */
@Component
class ComplaintDesk {
  private final Desk desk;
  private final ComplaintRegister complaints;
  private final Attachments attachments;
  private final Obligations obligations;
  private final Bodies bodies;
  private final Matters matters;

  ComplaintDesk(
      Desk desk,
      ComplaintRegister complaints,
      Attachments attachments,
      Obligations obligations,
      Bodies bodies,
      Matters matters) {
    this.desk = desk;
    this.complaints = complaints;
    this.attachments = attachments;
    this.obligations = obligations;
    this.bodies = bodies;
    this.matters = matters;
  }

  /** A complaint of a matter the actor may see. */
  Complaint get(UUID id) {
    Complaint found = complaints.find(desk.county(), id).orElseThrow(() -> unknown().exception());
    desk.matter(found.matter());
    return found;
  }

  /** The same, if nobody changed it since the actor looked. */
  Complaint get(UUID id, int version) {
    Complaint found = get(id);
    if (found.version() != version) {
      throw ComplaintRegister.changedMeanwhile().exception();
    }
    return found;
  }

  static Refusal unknown() {
    return Refusal.of(
        Refusal.Kind.UNKNOWN,
        "complaint.unknown",
        "There is no such complaint, or your body takes no part in it.");
  }

  // ------------------------------------------------------------------ what rules ask about

  Facts facts(Complaint c, Matter matter) {
    return facts(c, matter, List.of());
  }

  /**
   * @param now events of the very step that is asked about: they count as having happened
   */
  Facts facts(Complaint c, Matter matter, List<String> now) {
    Set<String> events = new TreeSet<>(obligations.eventsOf(matter.id()));
    events.addAll(now);
    Set<String> materials = new TreeSet<>();
    attachments.of(matter.id()).stream().map(Attachment::kind).forEach(materials::add);
    if (c.origin().writtenMaterial()) {
      materials.add("complaint-material");
    }
    BodyId unit = c.answerable();
    Facts facts =
        matter
            .facts()
            .with(desk.known(matter, unit, unit))
            .with("channel", c.origin().channel())
            .with("source", c.referrer() == null ? "complaint" : "referral")
            .with("body-kind", bodies.legalBodyOf(unit).kind().key())
            .with("events", List.copyOf(events))
            .with("materials", List.copyOf(materials));
    if (!c.origin().category().isEmpty()) {
      facts = facts.with("category", c.origin().category());
    }
    return c.finding() == null ? facts : facts.with("finding", c.finding().key());
  }

  /** Whether the complainant's written material is in the file, and so can be handed over. */
  boolean materialHeld(Matter matter) {
    return attachments.of(matter.id()).stream()
        .anyMatch(a -> a.kind().equals("complaint-material"));
  }

  Map<String, BodyId> roles(Complaint c, Matter matter) {
    BodyId first = c.firstReceiver();
    BodyId unit = c.answerable();
    BodyId last = c.result() == null ? unit : c.result().by();
    BodyId next =
        switch (c.stage()) {
          case Stage.Referred(var to) -> to;
          case Stage.Transferred(var to) -> to;
          default -> unit;
        };
    Map<String, BodyId> roles = new LinkedHashMap<>();
    roles.put("first-receiver", first);
    roles.put("department", c.referrer() == null ? first : c.referrer());
    roles.put("referrer", c.referrer() == null ? first : c.referrer());
    roles.put("holder", unit);
    roles.put("team", unit);
    roles.put("finder", unit);
    roles.put("notifier", unit);
    roles.put("replier", unit);
    roles.put("final-handler", last);
    roles.put("sender", unit);
    roles.put("receiver", next);
    return roles;
  }

  /**
   * Who tells the complainant.
   *
   * @param body one, always: where a rule names nobody here, whoever is answerable
   * @param rule null where no rule says it
   */
  record Replier(BodyId body, @Nullable Rule rule) {}

  /** Who is to reply, were that body the one that brings it to its end. */
  Replier replier(Complaint c, Matter matter, BodyId finalHandler, Instant now) {
    Map<String, BodyId> roles = new LinkedHashMap<>(roles(c, matter));
    roles.put("final-handler", finalHandler);
    Rule rule = desk.mechanism(now).route(question(c), facts(c, matter)).orElse(null);
    if (rule == null || !(rule.value() instanceof RuleValue.Route(var q, var to, var only))) {
      return new Replier(c.answerable(), null);
    }
    List<Body> named = desk.targets(to, matter.place().division(), roles);
    return new Replier(named.isEmpty() ? c.answerable() : named.getFirst().id(), rule);
  }

  static String question(Complaint c) {
    return c.finding() == Finding.NO_VIOLATION
        ? "complaint.replier-no-violation"
        : "complaint.replier";
  }

  /** The body, among those at whose desk the actor sits, for which they would act here. */
  BodyId actingFor(Complaint c) {
    return desk.isAt(c.answerable()) ? c.answerable() : CurrentActor.get().body();
  }

  Mechanism mechanism(Instant now) {
    return desk.mechanism(now);
  }

  // ------------------------------------------------------------------ keeping and telling

  /** Keeps what was done, tells the heart, and writes the step that the complainant reads. */
  Complaint apply(Instant now, Matter matter, Change<Complaint> change, String note) {
    complaints.update(desk.county(), change.after(), now);
    tell(now, matter, change.after(), change.event(), change.details(), note);
    follow(now, change.after());
    return change.after();
  }

  void tell(
      Instant now,
      Matter matter,
      Complaint c,
      String event,
      Map<String, Object> details,
      String note) {
    obligations.happened(
        new Occurrence(
            now, matter.id(), c.reference(), event, facts(c, matter), roles(c, matter), details));
    var actor = CurrentActor.get();
    complaints.note(
        desk.county(),
        c.id(),
        new ComplaintRegister.Step(now, event, actor.body(), actor.name(), note));
  }

  /** Those merged into it share its answerable body, and its result when it has one. */
  private void follow(Instant now, Complaint leader) {
    for (Complaint follower : complaints.followers(desk.county(), leader.id())) {
      if (!(follower.stage() instanceof Stage.Merged)) {
        continue;
      }
      var result = leader.result();
      if (result != null) {
        Change<Complaint> concluded = follower.conclude(result, leader.answerable());
        complaints.update(desk.county(), concluded.after(), now);
        tell(
            now,
            unguarded(follower),
            concluded.after(),
            concluded.event(),
            concluded.details(),
            result.text());
      } else if (!follower.answerable().equals(leader.answerable())) {
        complaints.update(desk.county(), follower.follow(leader).after(), now);
      }
      matters.open(follower.matter(), List.of(leader.answerable()), now);
    }
  }

  /**
   * The matter of a complaint that the actor rightly works on, though the matter may be closed to
   * them.
   */
  Matter unguarded(Complaint c) {
    return CurrentActor.as(Actor.platform(desk.county()), () -> desk.matter(c.matter()));
  }

  void notify(
      Instant now, BodyId to, String code, Matter matter, Complaint c, Map<String, ?> more) {
    desk.notify(now, to, Desk.WORKING, code, matter, "/complaints/" + c.id(), more);
  }

  /** The bodies a question of the county's rules names here. */
  List<BodyId> named(
      String question, Facts facts, String division, Map<String, BodyId> roles, Instant now) {
    List<BodyId> found = new ArrayList<>();
    desk.mechanism(now)
        .route(question, facts)
        .ifPresent(
            rule -> {
              if (rule.value() instanceof RuleValue.Route(var q, var to, var only)) {
                desk.targets(to, division, roles).forEach(b -> found.add(b.id()));
              }
            });
    return found;
  }
}
