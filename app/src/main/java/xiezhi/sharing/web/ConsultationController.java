package xiezhi.sharing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.flow.Clocks;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Created;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;
import xiezhi.sharing.application.AskForInformation;
import xiezhi.sharing.application.ConsultOnRules;
import xiezhi.sharing.application.ReadExchanges;
import xiezhi.sharing.domain.DataRequest;
import xiezhi.sharing.domain.RulesDraft;

@RestController
@Tag(name = "consultation")
class ConsultationController {
  private final ConsultOnRules consult;
  private final AskForInformation ask;
  private final ReadExchanges read;
  private final Bodies bodies;
  private final Clocks clocks;
  private final Idempotency idempotency;

  ConsultationController(
      ConsultOnRules consult,
      AskForInformation ask,
      ReadExchanges read,
      Bodies bodies,
      Clocks clocks,
      Idempotency idempotency) {
    this.consult = consult;
    this.ask = ask;
    this.read = read;
    this.bodies = bodies;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  // ------------------------------------------------------------------ rules

  record RulesDraftRequest(
      @Nullable String title, @Nullable String content, @Nullable List<String> items) {}

  record RulesConsultationRequest(int version, String to) {}

  record RulesOpinionRequest(int version, @Nullable String opinion) {}

  record RulesIssueRequest(int version, @Nullable String number, LocalDate effectiveOn) {}

  record RulesDraftLine(
      UUID id,
      String title,
      BodyRef drafter,
      String stage,
      Instant draftedAt,
      @Nullable ObligationView clock,
      int version) {}

  record RulesOpinion(String text, Instant at, String by) {}

  record RulesDraftResponse(
      UUID id,
      String title,
      String content,
      List<String> items,
      BodyRef drafter,
      String stage,
      Instant draftedAt,
      @Nullable BodyRef consulted,
      @Nullable Instant askedAt,
      @Nullable String letterNumber,
      @Nullable RulesOpinion opinion,
      @Nullable String number,
      @Nullable LocalDate effectiveOn,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  /**
   * @param information the item that tells the change to its holders, formed with it; null if there
   *     is none
   */
  record RulesIssued(@Nullable UUID information) {}

  @PostMapping("/api/rules-drafts")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "draftRules", summary = "Register the revision of a normative document")
  Created draftRules(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody RulesDraftRequest r) {
    return idempotency.created(
        "draftRules",
        key,
        r,
        () -> consult.draft(Typed.text(r.title()), Typed.text(r.content()), Typed.list(r.items())));
  }

  @GetMapping("/api/rules-drafts")
  @Operation(operationId = "listRulesDrafts", summary = "Drafts of this desk, or put to it")
  Page<RulesDraftLine> listRulesDrafts(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byId(after, limit, (last, most) -> read.drafts(last, most), d -> d.id()),
        RulesDraft::reference,
        (d, clock) ->
            new RulesDraftLine(
                d.id(),
                d.title(),
                bodies.ref(d.drafter()),
                d.stageName(),
                d.draftedAt(),
                clock,
                d.version()));
  }

  @GetMapping("/api/rules-drafts/{id}")
  @Operation(operationId = "getRulesDraft", summary = "One draft, with the opinion on it")
  RulesDraftResponse getRulesDraft(@PathVariable UUID id) {
    ReadExchanges.DraftPage page = read.draft(id);
    RulesDraft d = page.draft();
    RulesDraft.Consultation c = d.consultation();
    RulesDraft.Opinion o = c == null ? null : c.opinion();
    return new RulesDraftResponse(
        d.id(),
        d.title(),
        d.text(),
        d.items(),
        page.drafter(),
        d.stageName(),
        d.draftedAt(),
        page.consulted(),
        c == null ? null : c.askedAt(),
        c == null ? null : c.letter().number(),
        o == null ? null : new RulesOpinion(o.text(), o.at(), o.by()),
        d.stage() instanceof RulesDraft.Stage.Issued(var number, var on) ? number : null,
        d.stage() instanceof RulesDraft.Stage.Issued(var number, var on) ? on : null,
        page.obligations(),
        d.version(),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/rules-drafts/{id}/consultation")
  @Operation(operationId = "consultOnRules", summary = "Ask the enforcing body for its opinion")
  RulesDraftResponse consultOnRules(
      @PathVariable UUID id, @RequestBody RulesConsultationRequest r) {
    consult.consult(id, r.version(), Typed.body("to", r.to()));
    return getRulesDraft(id);
  }

  @PostMapping("/api/rules-drafts/{id}/opinion")
  @Operation(operationId = "opineOnRules", summary = "Give the opinion asked for")
  RulesDraftResponse opineOnRules(@PathVariable UUID id, @RequestBody RulesOpinionRequest r) {
    consult.opine(id, r.version(), Typed.text(r.opinion()));
    return getRulesDraft(id);
  }

  @PostMapping("/api/rules-drafts/{id}/issue")
  @Operation(
      operationId = "issueRules",
      summary = "Register it as issued; the changed basis is formed with it, to be told")
  RulesIssued issueRules(@PathVariable UUID id, @RequestBody RulesIssueRequest r) {
    return new RulesIssued(consult.issue(id, r.version(), Typed.text(r.number()), r.effectiveOn()));
  }

  @PostMapping("/api/rules-drafts/{id}/dropping")
  @Operation(operationId = "dropRules", summary = "Give the revision up")
  RulesDraftResponse dropRules(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    consult.drop(id, r.version(), Typed.text(r.reason()));
    return getRulesDraft(id);
  }

  // ------------------------------------------------------------------ requests for information

  record InformationAsked(String category, String of, @Nullable String content) {}

  record InformationAnswerRequest(
      int version, InformationController.InformationRequest information) {}

  record InformationRequestLine(
      UUID id,
      String category,
      BodyRef requester,
      BodyRef requested,
      String content,
      Instant askedAt,
      String stage,
      @Nullable ObligationView clock) {}

  /**
   * @param category key of one of the county's categories, {@code categoryName} its name
   * @param information the item it was answered with; null while it is not
   * @param note the reason, where it was declined
   */
  record InformationRequestView(
      UUID id,
      String category,
      String categoryName,
      BodyRef requester,
      BodyRef requested,
      String content,
      Instant askedAt,
      String stage,
      @Nullable UUID information,
      String note,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  @PostMapping("/api/information-requests")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "requestInformation", summary = "Ask another body for information")
  Created requestInformation(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody InformationAsked r) {
    return idempotency.created(
        "requestInformation",
        key,
        r,
        () -> ask.ask(r.category(), Typed.body("of", r.of()), Typed.text(r.content())));
  }

  @GetMapping("/api/information-requests")
  @Operation(operationId = "listInformationRequests", summary = "Asked by this desk, or of it")
  Page<InformationRequestLine> listInformationRequests(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byId(after, limit, (last, most) -> read.requests(last, most), r -> r.id()),
        DataRequest::reference,
        (r, clock) ->
            new InformationRequestLine(
                r.id(),
                r.category(),
                bodies.ref(r.requester()),
                bodies.ref(r.requested()),
                r.content(),
                r.askedAt(),
                r.stage().key(),
                clock));
  }

  @GetMapping("/api/information-requests/{id}")
  @Operation(operationId = "getInformationRequest", summary = "One request")
  InformationRequestView getInformationRequest(@PathVariable UUID id) {
    ReadExchanges.RequestPage page = read.request(id);
    DataRequest r = page.request();
    return new InformationRequestView(
        r.id(),
        r.category(),
        read.categoryName(r.category()),
        bodies.ref(r.requester()),
        bodies.ref(r.requested()),
        r.content(),
        r.askedAt(),
        r.stage().key(),
        r.information(),
        r.lastStep().note(),
        page.obligations(),
        r.version(),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/information-requests/{id}/answer")
  @Operation(operationId = "answerInformationRequest", summary = "Answer it with an item")
  Created answerInformationRequest(@PathVariable UUID id, @RequestBody InformationAnswerRequest r) {
    return new Created(ask.answer(id, r.version(), r.information().draft()));
  }

  @PostMapping("/api/information-requests/{id}/declining")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "declineInformationRequest", summary = "Say why it is not given")
  void declineInformationRequest(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    ask.decline(id, r.version(), Typed.text(r.reason()));
  }
}
