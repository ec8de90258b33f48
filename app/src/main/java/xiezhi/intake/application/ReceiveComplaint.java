package xiezhi.intake.application;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.identity.People;
import xiezhi.intake.domain.Complaint;
import xiezhi.intake.domain.Complaint.Origin;
import xiezhi.intake.domain.ComplaintCode;
import xiezhi.intake.domain.ComplaintRegister;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/**
 * 接到投诉举报: a complaint comes in, and with it a matter. Whoever took it in is the first receiver, and
 * answerable.
 */
@Service
@Transactional
public class ReceiveComplaint {
  private final Desk desk;
  private final ComplaintDesk complaintDesk;
  private final ComplaintRegister complaints;
  private final RegisterLead leads;
  private final Matters matters;
  private final Bodies bodies;
  private final People people;
  private final Contacts contacts;

  ReceiveComplaint(
      Desk desk,
      ComplaintDesk complaintDesk,
      ComplaintRegister complaints,
      RegisterLead leads,
      Matters matters,
      Bodies bodies,
      People people,
      Contacts contacts) {
    this.desk = desk;
    this.complaintDesk = complaintDesk;
    this.complaints = complaints;
    this.leads = leads;
    this.matters = matters;
    this.bodies = bodies;
    this.people = people;
    this.contacts = contacts;
  }

  /** By somebody at a desk, who types what they are told: it is on the register with that (登记). */
  public Complaint register(Grievance g) {
    Instant now = desk.now();
    Actor actor = CurrentActor.get();
    matters.mayActFor(actor.body()).orThrow();
    Received received = receive(g, "", actor.body(), now, Grievance.STAFF_CHANNELS);
    Change<Complaint> registered = received.complaint().register();
    return complaintDesk.apply(now, received.matter(), registered, "");
  }

  /**
   * By the public itself.
   *
   * @param service the public category chosen; empty if none
   * @param to whom it is addressed; null for whom the county's rule names at that place
   */
  Received receiveFromPublic(Grievance g, String service, @Nullable BodyId to) {
    Instant now = desk.now();
    BodyId receiver = to == null ? receiver(g.lead().division(), now) : addressed(to);
    Received received = receive(g, service, receiver, now, Grievance.PUBLIC_CHANNELS);
    complaintDesk.notify(
        now,
        receiver,
        "complaint.arrived",
        received.matter(),
        received.complaint(),
        Map.of("channel", g.channel()));
    return received;
  }

  private BodyId addressed(BodyId to) {
    return bodies
        .find(to)
        .map(Body::id)
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "complaint.no-such-receiver",
                        "There is no such body in this county to report to.")
                    .exception());
  }

  /**
   * Who takes in what the public reports there, as the county's rule says; where nobody works at
   * that desk yet, the body in whose name it acts.
   */
  BodyId receiver(String division, Instant now) {
    BodyId named =
        complaintDesk
            .named(
                "complaint.receiver", new Facts(Map.of("place", division)), division, Map.of(), now)
            .stream()
            .findFirst()
            .or(() -> bodies.townshipAt(desk.county(), division).map(Body::id))
            .orElseGet(() -> bodies.countyGovernment(desk.county()).id());
    boolean staffed = people.in(named).stream().anyMatch(s -> Desk.WORKING.contains(s.role()));
    return staffed ? named : bodies.legalBodyOf(named).id();
  }

  record Received(Complaint complaint, Matter matter) {}

  private Received receive(
      Grievance g, String service, BodyId receiver, Instant now, Set<String> channels) {
    if (!channels.contains(g.channel())) {
      throw Refusal.malformed(
              "channel", "must be one of " + channels.stream().sorted().toList(), g.channel())
          .exception();
    }
    Grievance.Complainant who = g.complainant().checked();
    Matter matter = leads.begin(g.lead(), receiver, now);
    Instant receivedAt =
        g.receivedAt() == null || g.receivedAt().isAfter(now) ? now : g.receivedAt();
    Change<Complaint> change =
        Complaint.receive(
            Ids.next(),
            ComplaintCode.next(desk.county()),
            matter.id(),
            new Origin(
                g.channel(),
                receivedAt,
                g.writtenMaterial(),
                Texts.optional("externalNumber", g.externalNumber(), 100),
                Texts.optional("category", g.category(), 100),
                who.anonymous(),
                who.reachable()),
            receiver);
    complaints.insert(
        desk.county(),
        change.after(),
        new ComplaintRegister.Extras(
            service,
            matter.place().division(),
            matter.act().facts(),
            matter.place().address(),
            matter.place().lng(),
            matter.place().lat(),
            CurrentActor.get().name(),
            who.known() ? contacts.seal(who) : null));
    complaintDesk.tell(now, matter, change.after(), change.event(), change.details(), "");
    return new Received(change.after(), matter);
  }

  /** 登记记录 of what came in by itself. */
  public void record(java.util.UUID id, int version, String note) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id, version);
    desk.mayActFor(c.answerable()).and(c.mayRegister()).orThrow();
    complaintDesk.apply(
        now, desk.matter(c.matter()), c.register(), Texts.optional("note", note, 2_000));
  }
}
