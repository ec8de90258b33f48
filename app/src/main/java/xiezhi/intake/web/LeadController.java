package xiezhi.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.intake.application.Lead;
import xiezhi.intake.application.RegisterLead;
import xiezhi.intake.application.WorkOnLead;
import xiezhi.shared.MatterId;
import xiezhi.shared.web.Created;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;

@RestController
@Tag(name = "intake")
class LeadController {
  private final RegisterLead register;
  private final WorkOnLead work;
  private final Idempotency idempotency;

  LeadController(RegisterLead register, WorkOnLead work, Idempotency idempotency) {
    this.register = register;
    this.work = work;
    this.idempotency = idempotency;
  }

  /** See {@link Lead}; what is left out is unknown, and false where it is a mark. */
  record LeadRequest(
      @Nullable Integer version,
      @Nullable String subject,
      @Nullable String source,
      @Nullable Instant discoveredAt,
      @Nullable String division,
      @Nullable String address,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      @Nullable Instant actFrom,
      @Nullable Instant actTo,
      @Nullable String facts,
      @Nullable Boolean inProgress,
      @Nullable Boolean hazard,
      @Nullable String urgentReason,
      @Nullable String preHandover,
      @Nullable List<String> items,
      @Nullable List<PartyRequest> parties,
      @Nullable List<ArticleRequest> articles,
      @Nullable List<UUID> attachments) {
    Lead lead() {
      return new Lead(
          Typed.text(subject),
          Typed.text(source),
          discoveredAt,
          Typed.text(division),
          address,
          lng,
          lat,
          actFrom,
          actTo,
          facts,
          Boolean.TRUE.equals(inProgress),
          Boolean.TRUE.equals(hazard),
          urgentReason,
          preHandover,
          Typed.list(items),
          parties == null
              ? List.of()
              : parties.stream()
                  .map(
                      p ->
                          new Lead.PartyEntry(
                              Typed.text(p.kind()), p.name(), p.idNumber(), p.phone()))
                  .toList(),
          articles == null
              ? List.of()
              : articles.stream()
                  .map(
                      a ->
                          new Lead.ArticleEntry(
                              Typed.text(a.name()), Typed.text(a.quantity()), a.state()))
                  .toList(),
          Typed.list(attachments));
    }
  }

  record PartyRequest(
      @Nullable String kind,
      @Nullable String name,
      @Nullable String idNumber,
      @Nullable String phone) {}

  record ArticleRequest(@Nullable String name, @Nullable String quantity, @Nullable String state) {}

  /**
   * @param competent whose it is thought to be, if not ours
   */
  record JudgementRequest(
      int version, Boolean ours, @Nullable String reason, @Nullable String competent) {}

  record DissuasionRequest(int version, @Nullable String how) {}

  @PostMapping("/api/matters")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "registerLead",
      summary = "Register a lead; the body at whose desk it is registered holds it")
  Created registerLead(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody LeadRequest request) {
    return idempotency.created(
        "registerLead", key, request, () -> register.register(request.lead()).value());
  }

  @PutMapping("/api/matters/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "amendLead", summary = "Change what is known of it")
  void amendLead(@PathVariable UUID id, @RequestBody LeadRequest request) {
    work.amend(
        new MatterId(id), request.version() == null ? -1 : request.version(), request.lead());
  }

  @PostMapping("/api/matters/{id}/judgement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "judgeMatter",
      summary = "Judge it ours or not ours; the moment is stamped here")
  void judgeMatter(@PathVariable UUID id, @RequestBody JudgementRequest r) {
    work.judge(
        new MatterId(id),
        r.version(),
        r.ours(),
        Typed.text(r.reason()),
        r.competent() == null || r.competent().isEmpty()
            ? null
            : Typed.body("competent", r.competent()));
  }

  @PostMapping("/api/matters/{id}/urgency")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "markUrgent",
      summary = "Mark it urgent, with the reason; clocks are found again from the same start")
  void markUrgent(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    work.markUrgent(new MatterId(id), r.version(), Typed.text(r.reason()));
  }

  @PostMapping("/api/matters/{id}/urgency/confirmation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "confirmUrgency",
      summary = "Stand behind it that it is urgent, with the reason")
  void confirmUrgency(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    work.confirmUrgency(new MatterId(id), r.version(), Typed.text(r.reason()));
  }

  @PostMapping("/api/matters/{id}/urgency/lifting")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "liftUrgency",
      summary =
          "It is not urgent after all, with the reason; clocks are found again from the same start")
  void liftUrgency(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    work.liftUrgency(new MatterId(id), r.version(), Typed.text(r.reason()));
  }

  @PostMapping("/api/matters/{id}/dissuasion")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "recordDissuasion", summary = "Record that the party was told to stop")
  void recordDissuasion(@PathVariable UUID id, @RequestBody DissuasionRequest r) {
    work.dissuade(new MatterId(id), r.version(), Typed.text(r.how()));
  }
}
