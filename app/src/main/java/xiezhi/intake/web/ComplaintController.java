package xiezhi.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
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
import xiezhi.intake.ComplaintFile.ComplaintLine;
import xiezhi.intake.ComplaintFile.ComplaintView;
import xiezhi.intake.application.AnswerComplainant;
import xiezhi.intake.application.Contacts;
import xiezhi.intake.application.FindSimilar;
import xiezhi.intake.application.Grievance;
import xiezhi.intake.application.HandleComplaint;
import xiezhi.intake.application.Lead;
import xiezhi.intake.application.ReadComplaints;
import xiezhi.intake.application.ReceiveComplaint;
import xiezhi.intake.application.VerifyComplaint;
import xiezhi.intake.domain.Complaint;
import xiezhi.intake.domain.Finding;
import xiezhi.intake.domain.Reply.Attempt;
import xiezhi.shared.BodyId;
import xiezhi.shared.Refusal;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.Typed;
import xiezhi.shared.web.VersionRequest;

@RestController
@Tag(name = "complaint")
class ComplaintController {
  private final ReceiveComplaint receiving;
  private final VerifyComplaint verifying;
  private final HandleComplaint handling;
  private final AnswerComplainant answering;
  private final ReadComplaints reading;
  private final FindSimilar similar;
  private final Contacts contacts;
  private final Idempotency idempotency;

  ComplaintController(
      ReceiveComplaint receiving,
      VerifyComplaint verifying,
      HandleComplaint handling,
      AnswerComplainant answering,
      ReadComplaints reading,
      FindSimilar similar,
      Contacts contacts,
      Idempotency idempotency) {
    this.receiving = receiving;
    this.verifying = verifying;
    this.handling = handling;
    this.answering = answering;
    this.reading = reading;
    this.similar = similar;
    this.contacts = contacts;
    this.idempotency = idempotency;
  }

  /**
   * Who complains.
   *
   * @param anonymous wants to stay unknown: whatever else is typed is not kept
   */
  record ComplainantRequest(
      boolean anonymous,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String address,
      @Nullable String email) {}

  record ComplaintRequest(
      @Nullable String channel,
      @Nullable String subject,
      @Nullable String facts,
      @Nullable Instant receivedAt,
      @Nullable Instant actFrom,
      @Nullable String division,
      @Nullable String address,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      @Nullable List<String> items,
      @Nullable List<UUID> attachments,
      @Nullable Boolean inProgress,
      @Nullable Boolean hazard,
      @Nullable String urgentReason,
      @Nullable String category,
      @Nullable String externalNumber,
      @Nullable Boolean writtenMaterial,
      @Nullable ComplainantRequest complainant) {
    Grievance grievance() {
      String by = Typed.text(channel);
      return new Grievance(
          new Lead(
              Typed.text(subject),
              Grievance.source(by),
              null,
              Typed.text(division),
              address,
              lng,
              lat,
              actFrom,
              null,
              facts,
              Boolean.TRUE.equals(inProgress),
              Boolean.TRUE.equals(hazard),
              urgentReason,
              null,
              Typed.list(items),
              List.of(),
              List.of(),
              Typed.list(attachments)),
          by,
          receivedAt,
          Boolean.TRUE.equals(writtenMaterial),
          externalNumber,
          category,
          complainant == null
              ? Grievance.Complainant.ANONYMOUS
              : new Grievance.Complainant(
                  complainant.anonymous(),
                  complainant.name(),
                  complainant.phone(),
                  complainant.address(),
                  complainant.email()));
    }
  }

  record RegisteredComplaint(UUID id, UUID matter, String code) {
    static RegisteredComplaint of(Complaint c) {
      return new RegisteredComplaint(c.id(), c.matter().value(), c.code().text());
    }
  }

  record ComplaintNoteRequest(int version, @Nullable String note) {}

  /**
   * @param finding {@code no-violation}, {@code violation} or {@code not-ours}
   * @param competent whose it is thought to be, if not ours
   * @param attachments ids of files that go on the file with it; null for none
   */
  record ComplaintVerificationRequest(
      int version,
      @Nullable String finding,
      @Nullable String note,
      @Nullable String competent,
      @Nullable List<UUID> attachments) {}

  /**
   * @param told how the complainant was told whom to turn to; empty if not
   * @param tellTownship false to tell the complainant alone; null for both
   */
  record ComplaintReferralRequest(
      int version,
      @Nullable String to,
      @Nullable String told,
      @Nullable String note,
      @Nullable Boolean materialHandedOver,
      @Nullable Boolean tellTownship) {}

  record CaseStepRequest(
      int version,
      @Nullable String step,
      @Nullable String note,
      @Nullable List<UUID> attachments) {}

  record CaseClosingRequest(int version, @Nullable String result) {}

  record ReplyAttemptRequest(@Nullable Instant at, @Nullable String how) {}

  /**
   * @param how {@code phone}, {@code letter}, {@code visit}, {@code web} or {@code other}
   * @param noReply why nobody was told: {@code anonymous} or {@code unreachable}; null if they were
   */
  record ComplaintReplyRequest(
      int version,
      @Nullable String text,
      @Nullable String how,
      @Nullable String noReply,
      @Nullable List<ReplyAttemptRequest> attempts) {}

  record ComplaintFeedbackRequest(int version, @Nullable String text) {}

  record ComplaintGuidanceRequest(@Nullable String text) {}

  record ComplaintMergerRequest(int version, UUID into) {}

  record ComplaintLinkRequest(UUID to) {}

  @PostMapping("/api/complaints")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "registerComplaint",
      summary = "Register a complaint; the body at whose desk it is registered is answerable")
  RegisteredComplaint registerComplaint(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ComplaintRequest r) {
    return idempotency.once(
        "registerComplaint",
        key,
        r,
        RegisteredComplaint.class,
        () -> RegisteredComplaint.of(receiving.register(r.grievance())));
  }

  @GetMapping("/api/complaints")
  @Operation(operationId = "listComplaints", summary = "Complaints, newest first")
  Page<ComplaintLine> listComplaints(
      @RequestParam(defaultValue = "answerable") String whose,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    if (!List.of("answerable", "followed", "arriving", "county").contains(whose)) {
      throw Refusal.malformed("whose", "must be answerable, followed, arriving or county", whose)
          .exception();
    }
    return Page.byTime(
        after,
        limit,
        (before, beforeId, most) ->
            reading.list(
                whose,
                Typed.textOrNone(stage),
                Typed.textOrNone(channel),
                q,
                before,
                beforeId,
                most),
        l -> l.receivedAt(),
        l -> l.id());
  }

  @GetMapping("/api/complaints/{id}")
  @Operation(operationId = "getComplaint", summary = "One complaint, but for who complained")
  ComplaintView getComplaint(@PathVariable UUID id) {
    return reading.view(id);
  }

  record SimilarResponse(List<FindSimilar.SimilarMatter> items) {}

  @GetMapping("/api/complaints/similar")
  @Operation(
      operationId = "findSimilarComplaints",
      summary = "What may be the same, with the reasons; a person decides")
  SimilarResponse findSimilarComplaints(
      @RequestParam String division,
      @RequestParam(required = false) @Nullable BigDecimal lng,
      @RequestParam(required = false) @Nullable BigDecimal lat,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable List<String> items) {
    return new SimilarResponse(
        similar.find(
            new FindSimilar.Telling(division, lng, lat, Typed.text(q), Typed.list(items))));
  }

  @PostMapping("/api/complaints/{id}/contact-views")
  @Operation(
      operationId = "seeComplainant",
      summary = "Who complained; the look itself goes on the record")
  Contacts.Contact seeComplainant(@PathVariable UUID id) {
    return contacts.see(id);
  }

  @PostMapping("/api/complaints/{id}/registration")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "recordComplaint",
      summary = "Put what came in by itself on the register")
  void recordComplaint(@PathVariable UUID id, @RequestBody ComplaintNoteRequest r) {
    receiving.record(id, r.version(), Typed.text(r.note()));
  }

  @PostMapping("/api/complaints/{id}/acceptance")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "acceptComplaint", summary = "Accept it: it is ours to answer for")
  void acceptComplaint(@PathVariable UUID id, @RequestBody VersionRequest r) {
    verifying.accept(id, r.version());
  }

  @PostMapping("/api/complaints/{id}/verification")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "verifyComplaint", summary = "Say what preliminary verification found")
  void verifyComplaint(@PathVariable UUID id, @RequestBody ComplaintVerificationRequest r) {
    Finding finding = Typed.word("finding", Finding.class, r.finding());
    verifying.verify(
        id,
        r.version(),
        finding,
        Typed.text(r.note()),
        Typed.bodyOrNone("competent", r.competent()),
        Typed.list(r.attachments()));
  }

  @PostMapping("/api/complaints/{id}/referral")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "referComplaint",
      summary = "Tell the complainant and the township in one step")
  void referComplaint(@PathVariable UUID id, @RequestBody ComplaintReferralRequest r) {
    BodyId to = Typed.body("to", r.to());
    verifying.refer(
        id,
        r.version(),
        to,
        new VerifyComplaint.Telling(
            Typed.text(r.told()),
            Typed.text(r.note()),
            Boolean.TRUE.equals(r.materialHandedOver()),
            !Boolean.FALSE.equals(r.tellTownship())));
  }

  @PostMapping("/api/complaints/{id}/case")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "openComplaintCase", summary = "Open a case on it")
  void openComplaintCase(@PathVariable UUID id, @RequestBody ComplaintNoteRequest r) {
    handling.openCase(id, r.version(), Typed.text(r.note()));
  }

  @PostMapping("/api/complaints/{id}/case/steps")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "stepComplaintCase", summary = "Record the next step of its case")
  void stepComplaintCase(@PathVariable UUID id, @RequestBody CaseStepRequest r) {
    handling.stepCase(
        id, r.version(), Typed.text(r.step()), Typed.text(r.note()), Typed.list(r.attachments()));
  }

  @PostMapping("/api/complaints/{id}/case/closing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "closeComplaintCase",
      summary = "Close its case; the complaint is concluded with the result")
  void closeComplaintCase(@PathVariable UUID id, @RequestBody CaseClosingRequest r) {
    handling.closeCase(id, r.version(), Typed.text(r.result()));
  }

  @PostMapping("/api/complaints/{id}/reply")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "replyComplaint",
      summary = "Tell the complainant the result, or say why nobody could be told")
  void replyComplaint(@PathVariable UUID id, @RequestBody ComplaintReplyRequest r) {
    List<Attempt> attempts =
        r.attempts() == null
            ? List.of()
            : r.attempts().stream()
                .map(
                    a -> {
                      if (a.at() == null) {
                        throw Refusal.malformed("attempts.at", "is needed").exception();
                      }
                      return new Attempt(a.at(), Typed.text(a.how()));
                    })
                .toList();
    answering.reply(
        id, r.version(), new AnswerComplainant.Answer(r.text(), r.how(), r.noReply(), attempts));
  }

  @PostMapping("/api/complaints/{id}/feedback")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "feedBackComplaint",
      summary = "Tell the department that referred it what came of it")
  void feedBackComplaint(@PathVariable UUID id, @RequestBody ComplaintFeedbackRequest r) {
    answering.feedBack(id, r.version(), Typed.text(r.text()));
  }

  @PostMapping("/api/complaints/{id}/closing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "closeComplaint", summary = "Close it")
  void closeComplaint(@PathVariable UUID id, @RequestBody VersionRequest r) {
    answering.close(id, r.version());
  }

  @PostMapping("/api/complaints/{id}/guidance")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "guideComplaint", summary = "Say how to handle it, as the guiding body")
  void guideComplaint(@PathVariable UUID id, @RequestBody ComplaintGuidanceRequest r) {
    handling.guide(id, Typed.text(r.text()));
  }

  @PostMapping("/api/complaints/{id}/merger")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "mergeComplaint",
      summary = "Handle it with another report of the same thing; its complainant is kept")
  void mergeComplaint(@PathVariable UUID id, @RequestBody ComplaintMergerRequest r) {
    handling.merge(id, r.version(), r.into());
  }

  @PostMapping("/api/complaints/{id}/links")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "linkComplaint", summary = "Say that two are related")
  void linkComplaint(@PathVariable UUID id, @RequestBody ComplaintLinkRequest r) {
    handling.link(id, r.to());
  }
}
