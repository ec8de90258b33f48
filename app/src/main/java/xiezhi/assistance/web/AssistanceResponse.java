package xiezhi.assistance.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.assistance.application.ReadAssistance;
import xiezhi.assistance.application.ReadAssistance.AssistanceFileView;
import xiezhi.assistance.domain.Assistance;
import xiezhi.assistance.domain.AssistanceRegister;
import xiezhi.matter.Matter;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.web.ActionView;

/**
 * A request as its page shows it.
 *
 * @param answer null while it is not answered
 * @param refusal null unless it was refused
 * @param onSite null if nobody was sent to the spot
 * @param silentDays for how many days it has been without an answer; null once it has one
 * @param evasion silence, refusal-without-ground, or null
 */
record AssistanceResponse(
    UUID id,
    @Nullable AssistedMatter matter,
    BodyRef requester,
    BodyRef requested,
    BodyRef preparedBy,
    String kind,
    String form,
    String item,
    String facts,
    String needed,
    @Nullable String trigger,
    List<String> grounds,
    @Nullable AssistanceEntryResponse entry,
    List<AssistanceFileView> files,
    String stage,
    @Nullable AssistanceAnswerView answer,
    @Nullable RefusalOfHelp refusal,
    @Nullable AssistanceOnSiteView onSite,
    @Nullable String letterNumber,
    List<AssistancePaperView> papers,
    Instant preparedAt,
    @Nullable Instant sentAt,
    @Nullable Long silentDays,
    @Nullable String evasion,
    boolean reported,
    StepView lastStep,
    List<ObligationView> obligations,
    int version,
    List<ActionView> actions) {

  record AssistedMatter(UUID id, String number, String subject) {}

  record AssistanceAnswerView(String opinion, List<AssistanceFileView> evidence) {}

  record RefusalOfHelp(String citation, String reason) {}

  record AssistanceOnSiteView(String people, Instant dispatchedAt, @Nullable Instant arrivedAt) {}

  record AssistancePaperView(
      UUID id, String template, String number, String title, BodyRef issuer, Instant at) {}

  record StepView(Instant at, String by, String note) {}

  /** An entry of a department's list. */
  record AssistanceEntryResponse(
      UUID id,
      BodyRef department,
      String content,
      String form,
      @Nullable Integer limitAmount,
      @Nullable String limitUnit,
      Instant listedAt) {}

  static AssistanceResponse of(ReadAssistance.Page page, Bodies bodies) {
    Assistance a = page.request();
    Matter matter = page.matter();
    AssistanceAnswerView answer = null;
    RefusalOfHelp refusal = null;
    switch (a.stage()) {
      case Assistance.Stage.Prepared p -> {}
      case Assistance.Stage.Sent s -> {}
      case Assistance.Stage.Withdrawn w -> {}
      case Assistance.Stage.Answered(var opinion, var files) ->
          answer = new AssistanceAnswerView(opinion, page.evidence());
      case Assistance.Stage.Refused(var citation, var reason) ->
          refusal = new RefusalOfHelp(citation, reason);
    }
    return new AssistanceResponse(
        a.id(),
        matter == null
            ? null
            : new AssistedMatter(matter.id().value(), matter.number(), matter.subject()),
        bodies.ref(a.requester()),
        bodies.ref(a.requested()),
        bodies.ref(a.preparedBy()),
        a.request().kind().key(),
        a.request().form().key(),
        a.request().item(),
        a.request().facts(),
        a.request().needed(),
        a.request().trigger() == null ? null : a.request().trigger().key(),
        a.request().grounds().stream().map(Assistance.Ground::key).sorted().toList(),
        page.entry() == null ? null : AssistanceController.entry(page.entry(), bodies),
        page.files(),
        a.stageName(),
        answer,
        refusal,
        a.onSite() == null
            ? null
            : new AssistanceOnSiteView(
                a.onSite().people(), a.onSite().dispatchedAt(), a.onSite().arrivedAt()),
        a.letter() == null ? null : a.letter().number(),
        page.papers().stream().map(p -> paper(p, bodies)).toList(),
        a.preparedAt(),
        a.sentAt(),
        page.silentDays(),
        page.evasion(),
        a.reported(),
        new StepView(a.lastStep().at(), a.lastStep().by(), a.lastStep().note()),
        page.obligations(),
        a.version(),
        ActionView.of(page.acts()));
  }

  private static AssistancePaperView paper(AssistanceRegister.Paper p, Bodies bodies) {
    return new AssistancePaperView(
        p.letter(), p.template(), p.number(), p.title(), bodies.ref(p.issuer()), p.at());
  }
}
