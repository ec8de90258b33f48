package xiezhi.transfer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.document.LetterDownload;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.MatterId;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;
import xiezhi.shared.web.VersionRequest;
import xiezhi.transfer.TransferFile.TransferLine;
import xiezhi.transfer.application.AnswerTransfer;
import xiezhi.transfer.application.PrepareTransfer;
import xiezhi.transfer.application.ReadTransfers;
import xiezhi.transfer.application.ReadTransfers.MaterialView;
import xiezhi.transfer.application.ReadTransfers.Needed;
import xiezhi.transfer.application.ReadTransfers.PaperView;
import xiezhi.transfer.application.SendTransfer;
import xiezhi.transfer.domain.Transfer;

@RestController
@Tag(name = "transfer")
class TransferController {
  private final PrepareTransfer prepare;
  private final SendTransfer send;
  private final AnswerTransfer answer;
  private final ReadTransfers read;
  private final Idempotency idempotency;

  TransferController(
      PrepareTransfer prepare,
      SendTransfer send,
      AnswerTransfer answer,
      ReadTransfers read,
      Idempotency idempotency) {
    this.prepare = prepare;
    this.send = send;
    this.answer = answer;
    this.read = read;
    this.idempotency = idempotency;
  }

  /** A file, or the reason why there is none. */
  record MaterialEntry(String kind, @Nullable UUID attachment, @Nullable String explanation) {
    Transfer.Material material() {
      return new Transfer.Material(kind, attachment, explanation);
    }
  }

  record ArticleEntry(
      String name,
      String quantity,
      @Nullable String state,
      @Nullable String heldAt,
      @Nullable LocalDate heldUntil) {
    Transfer.Article article() {
      return new Transfer.Article(name, quantity, Typed.text(state), heldAt, heldUntil);
    }
  }

  /**
   * @param kind case or lead
   * @param sender in whose name; null for the legal body of whoever holds the matter
   * @param statutoryBasis law and article, if the sender may act in its own name only by them
   */
  record TransferRequest(
      @Nullable Integer version,
      String kind,
      @Nullable String sender,
      String receiver,
      @Nullable String reason,
      @Nullable Boolean disputed,
      @Nullable String statutoryBasis,
      @Nullable List<MaterialEntry> materials,
      @Nullable List<ArticleEntry> articles) {
    PrepareTransfer.Draft draft() {
      return new PrepareTransfer.Draft(
          Typed.word("kind", Transfer.Kind.class, kind),
          Typed.bodyOrNone("sender", sender),
          Typed.body("receiver", receiver),
          Typed.text(reason),
          Boolean.TRUE.equals(disputed),
          statutoryBasis,
          Typed.list(materials, MaterialEntry::material),
          Typed.list(articles, ArticleEntry::article));
    }
  }

  record SupplementAskedRequest(int version, @Nullable String what) {}

  record SupplementRequest(
      int version, @Nullable List<MaterialEntry> materials, @Nullable String note) {}

  /**
   * @param why not-ours or other
   */
  record ReturnRequest(int version, String why, @Nullable String reason) {}

  record ScreeningRequest(int version, String receiver, @Nullable String finding) {}

  record ResultRequest(int version, @Nullable String result, @Nullable List<UUID> attachments) {}

  record StepView(Instant at, String by, String note) {}

  record ArticleView(
      String name,
      String quantity,
      String state,
      @Nullable String heldAt,
      @Nullable LocalDate heldUntil) {}

  /** One transfer, whole. */
  record TransferResponse(
      UUID id,
      UUID matter,
      String matterNumber,
      String matterSubject,
      String kind,
      BodyRef from,
      BodyRef to,
      String stage,
      boolean urgent,
      @Nullable String urgentReason,
      String reason,
      boolean disputed,
      boolean screened,
      @Nullable String statutoryBasis,
      List<MaterialView> materials,
      List<ArticleView> articles,
      boolean articlesSigned,
      List<Needed> checklist,
      List<PaperView> papers,
      Instant preparedAt,
      @Nullable Instant submittedAt,
      @Nullable Instant sentAt,
      StepView lastStep,
      @Nullable String returnedWhy,
      @Nullable String letterNumber,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  @GetMapping("/api/matters/{id}/transfers/proposal")
  @Operation(
      operationId = "proposeTransfer",
      summary = "To whom it would go by the county's rules, and what it would need")
  ReadTransfers.Proposal proposeTransfer(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "case") String kind,
      @RequestParam(defaultValue = "false") boolean disputed,
      @RequestParam(required = false) @Nullable String receiver) {
    return read.propose(
        new MatterId(id),
        Typed.word("kind", Transfer.Kind.class, kind),
        disputed,
        Typed.bodyOrNone("receiver", receiver));
  }

  @PostMapping("/api/matters/{id}/transfers")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "prepareTransfer",
      summary = "Prepare a transfer of the matter to another legal body")
  TransferResponse prepareTransfer(
      @PathVariable UUID id,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody TransferRequest request) {
    UUID made =
        idempotency.once(
            "prepareTransfer",
            key,
            List.of(id, request),
            () -> prepare.prepare(new MatterId(id), request.draft()).id());
    return getTransfer(made);
  }

  @GetMapping("/api/transfers/{id}")
  @Operation(operationId = "getTransfer", summary = "One transfer, with what may be done with it")
  TransferResponse getTransfer(@PathVariable UUID id) {
    ReadTransfers.Page page = read.page(id);
    Transfer t = page.transfer();
    return new TransferResponse(
        t.id(),
        t.matter().value(),
        page.matter().number(),
        page.matter().subject(),
        t.kind().key(),
        page.from(),
        page.to(),
        t.stageName(),
        page.matter().urgency() != null,
        page.matter().urgency() == null ? null : page.matter().urgency().reason(),
        t.content().reason(),
        t.content().disputed(),
        t.screened(),
        t.content().statutoryBasis(),
        page.materials(),
        t.content().articles().stream()
            .map(a -> new ArticleView(a.name(), a.quantity(), a.state(), a.heldAt(), a.heldUntil()))
            .toList(),
        t.articlesSigned(),
        page.checklist(),
        page.papers(),
        t.preparedAt(),
        t.submittedAt(),
        t.sentAt(),
        new StepView(t.lastStep().at(), t.lastStep().by(), t.lastStep().note()),
        t.stage() instanceof Transfer.Stage.Returned(var why) ? why.key() : null,
        t.letter() == null ? null : t.letter().number(),
        page.obligations(),
        t.version(),
        ActionView.of(page.acts()));
  }

  @GetMapping("/api/transfers")
  @Operation(operationId = "listTransfers", summary = "The in box or the out box, newest first")
  Page<TransferLine> listTransfers(
      @RequestParam(defaultValue = "in") String box,
      @RequestParam(defaultValue = "false") boolean county,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return Page.byTime(
        after,
        limit,
        (before, beforeId, most) ->
            read.box(
                new ReadTransfers.BoxQuery(
                    box.equals("in"), county, stage, before, beforeId, most)),
        l -> l.preparedAt(),
        l -> l.id());
  }

  @PutMapping("/api/transfers/{id}")
  @Operation(
      operationId = "amendTransfer",
      summary = "Change a transfer that is still being prepared")
  TransferResponse amendTransfer(@PathVariable UUID id, @RequestBody TransferRequest request) {
    prepare.amend(id, request.version() == null ? -1 : request.version(), request.draft());
    return getTransfer(id);
  }

  @PostMapping("/api/transfers/{id}/submission")
  @Operation(operationId = "submitTransfer", summary = "Put it before a signer")
  TransferResponse submitTransfer(@PathVariable UUID id, @RequestBody VersionRequest r) {
    prepare.submit(id, r.version());
    return getTransfer(id);
  }

  @PostMapping("/api/transfers/{id}/refusal-to-sign")
  @Operation(operationId = "declineTransfer", summary = "Send it back unsigned, with a reason")
  TransferResponse declineTransfer(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    send.decline(id, r.version(), Typed.text(r.reason()));
    return getTransfer(id);
  }

  @PostMapping("/api/transfers/{id}/dispatch")
  @Operation(
      operationId = "sendTransfer",
      summary = "Sign and send it in the name of the legal body")
  TransferResponse sendTransfer(@PathVariable UUID id, @RequestBody VersionRequest r) {
    send.send(id, r.version());
    return getTransfer(id);
  }

  @PostMapping("/api/transfers/{id}/withdrawal")
  @Operation(operationId = "withdrawTransfer", summary = "Take it back before it is answered")
  TransferResponse withdrawTransfer(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    send.withdraw(id, r.version(), Typed.text(r.reason()));
    return getTransfer(id);
  }

  @PostMapping("/api/transfers/{id}/receipt")
  @Operation(
      operationId = "receiveTransfer",
      summary = "Sign for it, against the list and for each article")
  TransferResponse receiveTransfer(@PathVariable UUID id, @RequestBody VersionRequest r) {
    answer.receive(id, r.version());
    return getTransfer(id);
  }

  @PostMapping("/api/transfers/{id}/acceptance")
  @Operation(
      operationId = "acceptTransfer",
      summary = "Accept it: the matter is the receiver's from now on")
  TransferResponse acceptTransfer(@PathVariable UUID id, @RequestBody VersionRequest r) {
    answer.accept(id, r.version());
    return getTransfer(id);
  }

  @PostMapping("/api/transfers/{id}/supplement-request")
  @Operation(operationId = "askSupplement", summary = "Ask for what lacks")
  TransferResponse askSupplement(@PathVariable UUID id, @RequestBody SupplementAskedRequest r) {
    answer.askSupplement(id, r.version(), Typed.text(r.what()));
    return getTransfer(id);
  }

  @PostMapping("/api/transfers/{id}/supplement")
  @Operation(operationId = "supplementTransfer", summary = "Give what was asked for")
  TransferResponse supplementTransfer(@PathVariable UUID id, @RequestBody SupplementRequest r) {
    answer.supplement(
        id, r.version(), Typed.list(r.materials(), MaterialEntry::material), Typed.text(r.note()));
    return getTransfer(id);
  }

  @PostMapping("/api/transfers/{id}/return")
  @Operation(operationId = "returnTransfer", summary = "Return it, with a reason")
  TransferResponse returnTransfer(@PathVariable UUID id, @RequestBody ReturnRequest r) {
    Transfer.ReturnKind why = Typed.word("why", Transfer.ReturnKind.class, r.why());
    answer.giveBack(id, r.version(), why, Typed.text(r.reason()));
    return getTransfer(id);
  }

  @PostMapping("/api/transfers/{id}/screening")
  @Operation(
      operationId = "screenTransfer",
      summary = "Find whose a disputed one is, and send it on")
  TransferResponse screenTransfer(@PathVariable UUID id, @RequestBody ScreeningRequest r) {
    answer.screen(id, r.version(), Typed.body("receiver", r.receiver()), Typed.text(r.finding()));
    return getTransfer(id);
  }

  @PostMapping("/api/transfers/{id}/result")
  @Operation(
      operationId = "returnResult",
      summary = "Tell the sender what came of it; the matter is closed")
  TransferResponse returnResult(@PathVariable UUID id, @RequestBody ResultRequest r) {
    answer.returnResult(id, r.version(), Typed.text(r.result()), Typed.list(r.attachments()));
    return getTransfer(id);
  }

  @GetMapping("/api/transfers/{id}/letter")
  @Operation(
      operationId = "getTransferLetter",
      summary = "The letter as Word or PDF: as signed, or as a draft")
  ResponseEntity<byte[]> getTransferLetter(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID paper,
      @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(read.letter(id, paper, LetterDownload.format(format)));
  }
}
