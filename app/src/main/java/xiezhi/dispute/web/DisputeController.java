package xiezhi.dispute.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.dispute.application.RaiseDispute;
import xiezhi.dispute.application.ReadDisputes;
import xiezhi.dispute.application.SettleDispute;
import xiezhi.dispute.domain.Dispute;
import xiezhi.document.LetterDownload;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.Ground;
import xiezhi.shared.MatterId;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Created;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;

/** 争议协调. */
@RestController
@Tag(name = "dispute")
class DisputeController {
  private final RaiseDispute raise;
  private final SettleDispute settle;
  private final ReadDisputes read;
  private final Bodies bodies;
  private final Idempotency idempotency;

  DisputeController(
      RaiseDispute raise,
      SettleDispute settle,
      ReadDisputes read,
      Bodies bodies,
      Idempotency idempotency) {
    this.raise = raise;
    this.settle = settle;
    this.read = read;
    this.bodies = bodies;
    this.idempotency = idempotency;
  }

  record DisputedMatter(UUID id, String number, String subject, BodyRef holder) {}

  record DisputePaper(UUID id, String number) {}

  record NegotiationView(
      UUID id,
      Instant heldAt,
      String attendants,
      String views,
      String outcome,
      DisputePaper paper,
      BodyRef by,
      String recordedBy,
      Instant recordedAt) {}

  /**
   * A dispute as its page shows it.
   *
   * @param about matter:… or transfer:…
   * @param decider who decides, or would
   * @param deciderGround by which rule: the county's own or the nation's
   * @param competent whose it is by agreement or decision; null while open
   * @param words why the negotiation failed, what the side that referred it thinks, the reasons of
   *     the decision, or why it was withdrawn
   */
  record DisputeResponse(
      UUID id,
      DisputedMatter matter,
      String about,
      boolean lead,
      BodyRef raiser,
      BodyRef other,
      String reason,
      String stage,
      @Nullable BodyRef decider,
      @Nullable Ground deciderGround,
      @Nullable BodyRef competent,
      String words,
      List<NegotiationView> negotiations,
      @Nullable DisputePaper submission,
      @Nullable DisputePaper decision,
      Instant openedAt,
      Instant lastStepAt,
      String lastStepBy,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  record DisputesResponse(List<DisputeResponse> items, List<ActionView> actions) {}

  /**
   * @param transfer the transfer it is about; null if about the matter
   * @param other the other side, if it is about the matter
   */
  record OpenDisputeRequest(
      @Nullable UUID transfer, @Nullable String other, @Nullable String reason) {}

  /**
   * @param heldAt null for now
   * @param outcome continues, agreed (by the side that takes it over) or failed
   */
  record DisputeNegotiationRequest(
      int version,
      @Nullable Instant heldAt,
      @Nullable String attendants,
      @Nullable String views,
      @Nullable String outcome) {}

  record DisputeReferralRequest(int version, @Nullable String views) {}

  record DisputeDecisionRequest(int version, @Nullable String competent, @Nullable String reason) {}

  @PostMapping("/api/matters/{id}/disputes")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "openDispute",
      summary = "Raise a dispute about the matter or one transfer of it")
  DisputeResponse openDispute(
      @PathVariable UUID id,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody OpenDisputeRequest r) {
    Created opened =
        idempotency.created(
            "openDispute",
            key,
            List.of(id, r),
            () ->
                raise
                    .open(
                        new MatterId(id),
                        r.transfer(),
                        Typed.bodyOrNone("other", r.other()),
                        Typed.text(r.reason()))
                    .id());
    return getDispute(opened.id());
  }

  @GetMapping("/api/matters/{id}/disputes")
  @Operation(operationId = "listDisputes", summary = "The disputes about a matter, newest first")
  DisputesResponse listDisputes(@PathVariable UUID id) {
    ReadDisputes.OfMatter found = read.ofMatter(new MatterId(id));
    return new DisputesResponse(
        found.disputes().stream().map(this::response).toList(),
        List.of(ActionView.of("openDispute", found.mayOpen())));
  }

  @GetMapping("/api/disputes/{id}")
  @Operation(operationId = "getDispute", summary = "One dispute, with its records and letters")
  DisputeResponse getDispute(@PathVariable UUID id) {
    return response(read.page(id));
  }

  @PostMapping("/api/disputes/{id}/negotiations")
  @Operation(operationId = "recordNegotiation", summary = "Put on record what was negotiated")
  DisputeResponse recordNegotiation(
      @PathVariable UUID id, @RequestBody DisputeNegotiationRequest r) {
    Dispute.Outcome outcome = Typed.word("outcome", Dispute.Outcome.class, r.outcome());
    settle.negotiate(
        id, r.version(), r.heldAt(), Typed.text(r.attendants()), Typed.text(r.views()), outcome);
    return getDispute(id);
  }

  @PostMapping("/api/disputes/{id}/referral")
  @Operation(operationId = "referDispute", summary = "Have it decided")
  DisputeResponse referDispute(@PathVariable UUID id, @RequestBody DisputeReferralRequest r) {
    settle.refer(id, r.version(), Typed.text(r.views()));
    return getDispute(id);
  }

  @PostMapping("/api/disputes/{id}/decision")
  @Operation(operationId = "decideDispute", summary = "Decide whose the matter is")
  DisputeResponse decideDispute(@PathVariable UUID id, @RequestBody DisputeDecisionRequest r) {
    settle.decide(id, r.version(), Typed.body("competent", r.competent()), Typed.text(r.reason()));
    return getDispute(id);
  }

  @PostMapping("/api/disputes/{id}/withdrawal")
  @Operation(operationId = "withdrawDispute", summary = "Withdraw it")
  DisputeResponse withdrawDispute(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    settle.withdraw(id, r.version(), Typed.text(r.reason()));
    return getDispute(id);
  }

  @GetMapping("/api/disputes/{id}/letter")
  @Operation(
      operationId = "getDisputeLetter",
      summary = "A record, the submission or the decision, as Word or PDF")
  ResponseEntity<byte[]> getDisputeLetter(
      @PathVariable UUID id,
      @RequestParam UUID paper,
      @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(read.letter(id, paper, LetterDownload.format(format)));
  }

  private DisputeResponse response(ReadDisputes.Page page) {
    Dispute d = page.dispute();
    return new DisputeResponse(
        d.id(),
        new DisputedMatter(
            page.matter().id().value(),
            page.matter().number(),
            page.matter().subject(),
            bodies.ref(page.matter().holder())),
        d.about(),
        d.lead(),
        bodies.ref(d.raiser()),
        bodies.ref(d.other()),
        d.reason(),
        d.stageName(),
        page.decider() == null ? null : bodies.ref(page.decider()),
        page.ground(),
        d.competent() == null ? null : bodies.ref(d.competent()),
        words(d),
        d.negotiations().stream().map(this::negotiation).toList(),
        paper(d.submission()),
        paper(d.decision()),
        d.openedAt(),
        d.lastStep().at(),
        d.lastStep().by(),
        page.obligations(),
        d.version(),
        ActionView.of(page.acts()));
  }

  private static String words(Dispute d) {
    return switch (d.stage()) {
      case Dispute.Stage.Negotiating n -> "";
      case Dispute.Stage.Agreed a -> "";
      case Dispute.Stage.Failed(var why) -> why;
      case Dispute.Stage.Referred(var decider, var views) -> views;
      case Dispute.Stage.Decided(var decider, var competent, var why) -> why;
      case Dispute.Stage.Withdrawn(var why) -> why;
    };
  }

  private NegotiationView negotiation(Dispute.Negotiation n) {
    return new NegotiationView(
        n.id(),
        n.heldAt(),
        n.attendants(),
        n.views(),
        n.outcome().key(),
        new DisputePaper(n.paper().id(), n.paper().number()),
        bodies.ref(n.by()),
        n.step().by(),
        n.step().at());
  }

  private static @Nullable DisputePaper paper(Dispute.@Nullable Paper paper) {
    return paper == null ? null : new DisputePaper(paper.id(), paper.number());
  }
}
