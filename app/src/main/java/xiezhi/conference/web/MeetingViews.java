package xiezhi.conference.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.conference.application.CallMeeting;
import xiezhi.conference.application.ReadMeetings;
import xiezhi.conference.application.ReadMeetings.GoverningTerm;
import xiezhi.conference.domain.Meeting;
import xiezhi.conference.domain.Resolution;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.Ground;
import xiezhi.shared.web.ActionView;

/** What goes over the wire of meetings. */
@Component
class MeetingViews {
  private final Bodies bodies;

  MeetingViews(Bodies bodies) {
    this.bodies = bodies;
  }

  record MeetingLine(
      UUID id,
      String kind,
      Set<String> series,
      String title,
      BodyRef convener,
      @Nullable BodyRef township,
      Instant from,
      Instant to,
      String place,
      String stage,
      int version) {}

  MeetingLine line(Meeting m) {
    return new MeetingLine(
        m.id(),
        m.kind().key(),
        new TreeSet<>(m.series()),
        m.title(),
        bodies.ref(m.convener()),
        m.township() == null ? null : bodies.ref(m.township()),
        m.slot().from(),
        m.slot().to(),
        m.slot().place(),
        m.stageName(),
        m.version());
  }

  record InvitationView(
      BodyRef body,
      boolean required,
      boolean head,
      String answer,
      String answerNote,
      String came,
      String cameName,
      String cameNote) {}

  record AgendaView(
      UUID id,
      String series,
      String part,
      String title,
      String content,
      String listedAs,
      BodyRef raisedBy,
      @Nullable UUID matter,
      String outcome) {}

  record ResolutionResponse(
      UUID id,
      UUID meeting,
      int position,
      String content,
      BodyRef debtor,
      LocalDate dueOn,
      String stage,
      String report,
      @Nullable UUID matter,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  record OwedLine(
      UUID id,
      UUID meeting,
      String content,
      BodyRef debtor,
      LocalDate dueOn,
      String stage,
      @Nullable ObligationView clock,
      int version) {}

  /**
   * @param credited the series it counts for; {@code lacking} says why not for the others
   * @param thinlyAttended fewer than half came: shown, never refused
   */
  record MeetingResponse(
      UUID id,
      String kind,
      Set<String> series,
      String title,
      BodyRef convener,
      BodyRef office,
      @Nullable BodyRef township,
      String trigger,
      @Nullable Ground triggerGround,
      String reason,
      Instant from,
      Instant to,
      String place,
      String stage,
      @Nullable Instant heldAt,
      @Nullable Instant closedAt,
      @Nullable String cancelledWhy,
      List<InvitationView> invitations,
      int present,
      boolean thinlyAttended,
      List<AgendaView> agenda,
      String minutes,
      boolean nothingAgreed,
      @Nullable UUID letter,
      String letterNumber,
      List<ResolutionResponse> resolutions,
      Set<String> credited,
      Map<String, List<String>> lacking,
      List<GoverningTerm> terms,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  MeetingResponse page(ReadMeetings.Page page) {
    Meeting m = page.meeting();
    Instant held = null;
    Instant closed = null;
    String why = null;
    switch (m.stage()) {
      case Meeting.Stage.Called() -> {}
      case Meeting.Stage.Held(var at) -> held = at;
      case Meeting.Stage.Closed(var heldAt, var at) -> {
        held = heldAt;
        closed = at;
      }
      case Meeting.Stage.Cancelled(var reason) -> why = reason;
    }
    return new MeetingResponse(
        m.id(),
        m.kind().key(),
        new TreeSet<>(m.series()),
        m.title(),
        bodies.ref(m.convener()),
        bodies.ref(m.office()),
        m.township() == null ? null : bodies.ref(m.township()),
        m.trigger(),
        page.triggerGround(),
        m.reason(),
        m.slot().from(),
        m.slot().to(),
        m.slot().place(),
        m.stageName(),
        held,
        closed,
        why,
        m.invitations().stream().map(this::invitation).toList(),
        m.present(),
        m.isThinlyAttended(),
        m.agenda().stream()
            .map(
                a ->
                    new AgendaView(
                        a.id(),
                        a.series(),
                        a.part(),
                        a.title(),
                        a.content(),
                        a.listedAs(),
                        bodies.ref(a.raisedBy()),
                        a.matter() == null ? null : a.matter().value(),
                        a.outcome()))
            .toList(),
        m.minutes().text(),
        m.minutes().nothingAgreed(),
        m.minutes().letter(),
        m.minutes().number(),
        page.resolutions().stream().map(this::resolution).toList(),
        page.credited(),
        page.lacking(),
        page.terms(),
        page.obligations(),
        m.version(),
        ActionView.of(page.acts()));
  }

  private InvitationView invitation(Meeting.Invitation i) {
    return new InvitationView(
        bodies.ref(i.body()),
        i.required(),
        i.head(),
        i.answer().key(),
        i.answerNote(),
        i.came().key(),
        i.cameName(),
        i.cameNote());
  }

  ResolutionResponse resolution(ReadMeetings.ResolutionView view) {
    Resolution r = view.resolution();
    return new ResolutionResponse(
        r.id(),
        r.meeting(),
        r.position(),
        r.content(),
        bodies.ref(r.debtor()),
        r.dueOn(),
        r.stage().key(),
        r.report(),
        r.matter() == null ? null : r.matter().value(),
        view.obligations(),
        r.version(),
        ActionView.of(view.acts()));
  }

  OwedLine owed(Resolution r, @Nullable ObligationView clock) {
    return new OwedLine(
        r.id(),
        r.meeting(),
        r.content(),
        bodies.ref(r.debtor()),
        r.dueOn(),
        r.stage().key(),
        clock,
        r.version());
  }

  record MeetingProposal(
      BodyRef convener,
      BodyRef office,
      @Nullable BodyRef township,
      List<InvitationView> invited,
      Map<String, List<String>> parts,
      List<GoverningTerm> terms) {}

  MeetingProposal proposal(CallMeeting.Proposal p) {
    return new MeetingProposal(
        bodies.ref(p.convener()),
        bodies.ref(p.office()),
        p.township() == null ? null : bodies.ref(p.township()),
        p.invited().stream().map(this::invitation).toList(),
        p.parts(),
        p.terms());
  }
}
