package xiezhi.intake.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Clocks;
import xiezhi.flow.Desk;
import xiezhi.intake.ComplaintFile;
import xiezhi.intake.domain.Complaint;
import xiezhi.intake.domain.Complaint.Stage;
import xiezhi.intake.domain.ComplaintRegister;
import xiezhi.intake.domain.ComplaintRegister.Line;
import xiezhi.intake.domain.ComplaintRegister.Whose;
import xiezhi.intake.domain.Finding;
import xiezhi.intake.domain.Reply;
import xiezhi.intake.domain.Reply.Attempt;
import xiezhi.matter.Matter;
import xiezhi.matter.MatterLists;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Rule;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ground;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Role;
import xiezhi.shared.web.ActionView;

/** Complaints as those see them who handle, follow or supervise them. */
@Service
@Transactional(readOnly = true)
public class ReadComplaints implements ComplaintFile {
  private final Desk desk;
  private final ComplaintDesk complaintDesk;
  private final ComplaintRegister complaints;
  private final VerifyComplaint verifying;
  private final HandleComplaint handling;
  private final AnswerComplainant answering;
  private final Contacts contacts;
  private final Matters matters;
  private final MatterLists matterLists;
  private final Obligations obligations;
  private final Clocks clocks;
  private final Bodies bodies;

  ReadComplaints(
      Desk desk,
      ComplaintDesk complaintDesk,
      ComplaintRegister complaints,
      VerifyComplaint verifying,
      HandleComplaint handling,
      AnswerComplainant answering,
      Contacts contacts,
      Matters matters,
      MatterLists matterLists,
      Obligations obligations,
      Clocks clocks,
      Bodies bodies) {
    this.desk = desk;
    this.complaintDesk = complaintDesk;
    this.complaints = complaints;
    this.verifying = verifying;
    this.handling = handling;
    this.answering = answering;
    this.contacts = contacts;
    this.matters = matters;
    this.matterLists = matterLists;
    this.obligations = obligations;
    this.clocks = clocks;
    this.bodies = bodies;
  }

  /**
   * A page of complaints, newest first.
   *
   * @param whose {@code answerable}, {@code followed}, {@code arriving} or {@code county}
   * @param q words of the matter, or a number; null for all
   */
  public List<ComplaintLine> list(
      String whose,
      @Nullable String stage,
      @Nullable String channel,
      @Nullable String q,
      @Nullable Instant before,
      @Nullable UUID beforeId,
      int limit) {
    Actor actor = CurrentActor.get();
    boolean all = actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR);
    boolean works = actor.roles().stream().anyMatch(Desk.WORKING::contains);
    if (!all && !works) {
      return List.of();
    }
    List<BodyId> mine = all && whose.equals("county") ? null : bodies.deskOf(actor.body());
    List<UUID> found =
        q == null || q.isBlank()
            ? null
            : matterLists
                .list(new MatterLists.Query(q, null, null, false, null, null, 500))
                .stream()
                .map(MatterLists.Line::id)
                .toList();
    Whose how =
        switch (whose) {
          case "followed" -> Whose.FOLLOWED;
          case "arriving" -> Whose.ARRIVING;
          default -> Whose.ANSWERABLE;
        };
    List<Line> lines =
        complaints.list(
            desk.county(),
            new ComplaintRegister.Query(mine, how, stage, channel, found, before, beforeId, limit));
    var headlines = matters.headlines(lines.stream().map(l -> l.complaint().matter()).toList());
    return clocks.beside(
        lines,
        l -> l.complaint().reference(),
        (l, clock) -> line(l, headlines.get(l.complaint().matter()), clock));
  }

  private ComplaintLine line(
      Line l, Matters.@Nullable Headline headline, @Nullable ObligationView clock) {
    Complaint c = l.complaint();
    return new ComplaintLine(
        c.id(),
        c.matter().value(),
        headline == null ? "" : headline.number(),
        headline == null ? "" : headline.subject(),
        c.origin().channel(),
        c.stage().key(),
        l.division(),
        c.origin().receivedAt(),
        c.origin().anonymous(),
        bodies.ref(c.answerable()),
        bodies.ref(c.firstReceiver()),
        c.stage() instanceof Stage.Merged,
        clock);
  }

  @Override
  public List<ComplaintLine> of(Matter matter) {
    List<Line> lines = complaints.of(desk.county(), List.of(matter.id().value()));
    var headline = new Matters.Headline(matter.number(), matter.subject());
    return clocks.beside(
        lines, l -> l.complaint().reference(), (l, clock) -> line(l, headline, clock));
  }

  // ------------------------------------------------------------------ one of them

  public ComplaintView view(UUID id) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id);
    Matter m = desk.matter(c.matter());
    ComplaintRegister.Extras extras = complaints.extras(desk.county(), id).extras();
    Line line = new Line(c, extras.service(), extras.division());
    return new ComplaintView(
        line(line, new Matters.Headline(m.number(), m.subject()), clocks.of(c.reference())),
        c.code().text(),
        extras.service(),
        m.act().facts(),
        m.place().address(),
        m.place().lng(),
        m.place().lat(),
        c.origin().category(),
        c.origin().externalNumber(),
        c.origin().writtenMaterial(),
        extras.contact() != null,
        c.origin().reachable(),
        c.registered(),
        c.finding() == null ? null : c.finding().key(),
        c.result() == null ? null : result(c.result()),
        c.reply() == null ? null : reply(c.reply()),
        c.rating() == null
            ? null
            : new ComplaintRating(c.rating().satisfied(), c.rating().words(), c.rating().at()),
        c.referrer() == null ? null : bodies.ref(c.referrer()),
        firstResponsible(c, m, now),
        replier(c, m, now),
        complaints.guidance(desk.county(), id).stream()
            .map(g -> new ComplaintGuidance(g.at(), g.by(), bodies.ref(g.body()), g.words()))
            .toList(),
        complaints.steps(desk.county(), id).stream()
            .map(s -> new ComplaintStep(s.at(), s.event(), bodies.ref(s.body()), s.by(), s.note()))
            .toList(),
        complaints.additions(desk.county(), id).stream()
            .map(a -> new ComplaintAddition(a.at(), a.words(), a.files()))
            .toList(),
        linked(c),
        leading(c),
        c.caseFile() == null
            ? null
            : new ComplaintCase(
                c.caseFile().id(),
                c.caseFile().number(),
                c.caseFile().filedAt(),
                c.caseFile().steps(),
                handling.stepsToCome(c, m, now),
                c.caseFile().closedAt()),
        owed(c, now),
        c.version(),
        ActionView.of(acts(c, m, now)));
  }

  private List<ObligationView> owed(Complaint c, Instant now) {
    return obligations.on(c.matter(), c.reference(), now);
  }

  private ComplaintRoute firstResponsible(Complaint c, Matter m, Instant now) {
    Rule rule =
        complaintDesk
            .mechanism(now)
            .route("complaint.first-responsible", complaintDesk.facts(c, m))
            .orElse(null);
    return new ComplaintRoute(bodies.ref(c.firstReceiver()), ground(rule));
  }

  private ComplaintRoute replier(Complaint c, Matter m, Instant now) {
    BodyId last = c.result() == null ? c.answerable() : c.result().by();
    ComplaintDesk.Replier replier = complaintDesk.replier(c, m, last, now);
    return new ComplaintRoute(bodies.ref(replier.body()), ground(replier.rule()));
  }

  private static @Nullable Ground ground(@Nullable Rule rule) {
    return rule == null ? null : rule.ground();
  }

  private static ComplaintResult result(Complaint.Result r) {
    return new ComplaintResult(r.at(), r.by().value(), r.text());
  }

  private static ComplaintReply reply(Reply r) {
    return new ComplaintReply(
        r.at(),
        r.by(),
        r.text(),
        r.how(),
        r.noReply(),
        r.attempts().stream().map(ReadComplaints::attempt).toList());
  }

  private static ReplyAttempt attempt(Attempt a) {
    return new ReplyAttempt(a.at(), a.how());
  }

  private List<LinkedComplaint> linked(Complaint c) {
    List<UUID> ids = new ArrayList<>(complaints.links(desk.county(), c.id()));
    complaints.followers(desk.county(), c.id()).stream()
        .map(Complaint::id)
        .filter(f -> !ids.contains(f))
        .forEach(ids::add);
    return ids.stream()
        .map(id -> complaints.find(desk.county(), id).orElse(null))
        .filter(Objects::nonNull)
        .map(this::asLinked)
        .toList();
  }

  private LinkedComplaint asLinked(Complaint o) {
    MatterId matter = o.matter();
    var headline = matters.headlines(List.of(matter)).get(matter);
    return new LinkedComplaint(
        o.id(),
        headline == null ? "" : headline.number(),
        headline == null ? "" : headline.subject(),
        o.origin().receivedAt(),
        o.stage().key());
  }

  private @Nullable LinkedComplaint leading(Complaint c) {
    UUID leader = c.stage() instanceof Stage.Merged(var into) ? into : null;
    return leader == null
        ? null
        : complaints.find(desk.county(), leader).map(this::asLinked).orElse(null);
  }

  // ------------------------------------------------------------------ what may be done

  private Map<String, Permission> acts(Complaint c, Matter m, Instant now) {
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("recordComplaint", desk.mayActFor(c.answerable()).and(c.mayRegister()));
    acts.put("acceptComplaint", verifying.mayAccept(c));
    acts.put("verifyComplaint", verifying.mayVerify(c));
    for (Finding finding : Finding.values()) {
      acts.put("verifyComplaint:" + finding.key(), verifying.mayVerify(c, m, finding, now));
    }
    acts.put("referComplaint", verifying.mayRefer(c));
    acts.put("openComplaintCase", handling.mayOpenCase(c));
    acts.put("stepComplaintCase", handling.mayWorkOnCase(c));
    acts.put("closeComplaintCase", handling.mayCloseCase(c, m, now));
    acts.put("replyComplaint", answering.mayReply(c, m, now));
    acts.put("feedBackComplaint", answering.mayFeedBack(c));
    acts.put("closeComplaint", answering.mayClose(c, m, now));
    acts.put("guideComplaint", verifying.mayGuide(c, m, now));
    acts.put("mergeComplaint", handling.mayMerge(c));
    acts.put("linkComplaint", desk.mayActFor(c.answerable()));
    acts.put("seeComplainant", contacts.maySee(c));
    return acts;
  }
}
