package xiezhi.sharing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
import xiezhi.shared.web.Problem;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;
import xiezhi.sharing.application.FeedBackToIndustry;
import xiezhi.sharing.application.ReadSharing;
import xiezhi.sharing.application.ReadSharing.InformationReceipt;
import xiezhi.sharing.application.ReadSharing.InformationUse;
import xiezhi.sharing.application.ReadSharing.SharedItem;
import xiezhi.sharing.application.ShareInformation;
import xiezhi.sharing.application.Subscribe;
import xiezhi.sharing.application.TakeReceipt;
import xiezhi.sharing.domain.Information;
import xiezhi.sharing.domain.InformationRegister;
import xiezhi.sharing.domain.SharingBook;

@RestController
@Tag(name = "information")
class InformationController {
  private final ShareInformation share;
  private final TakeReceipt receipt;
  private final Subscribe subscribe;
  private final FeedBackToIndustry industry;
  private final ReadSharing read;
  private final Bodies bodies;
  private final Clocks clocks;
  private final Idempotency idempotency;

  InformationController(
      ShareInformation share,
      TakeReceipt receipt,
      Subscribe subscribe,
      FeedBackToIndustry industry,
      ReadSharing read,
      Bodies bodies,
      Clocks clocks,
      Idempotency idempotency) {
    this.share = share;
    this.receipt = receipt;
    this.subscribe = subscribe;
    this.industry = industry;
    this.read = read;
    this.bodies = bodies;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  record InformationPartyEntry(@Nullable String name, @Nullable String address) {}

  /**
   * @param kind law, basis, standard, benchmark or requirement
   * @param toldBy how it is told beside the platform: 专题讲解 or 公文抄送
   */
  record BasisChangeEntry(
      String kind, LocalDate effectiveOn, @Nullable UUID rulesDraft, @Nullable String toldBy) {}

  /**
   * @param formedAt when the body had it; left out for now
   * @param receivers named beside those whom the category's rule and subscriptions lead to
   * @param hold formed only, to be shared later; its clock runs
   */
  record InformationRequest(
      String category,
      @Nullable String title,
      @Nullable String content,
      @Nullable String reason,
      @Nullable String edition,
      @Nullable String field,
      @Nullable List<String> items,
      @Nullable List<InformationPartyEntry> parties,
      @Nullable BasisChangeEntry change,
      @Nullable UUID matter,
      @Nullable Instant formedAt,
      @Nullable List<String> receivers,
      @Nullable Boolean hold) {
    ShareInformation.Draft draft() {
      return new ShareInformation.Draft(
          category,
          new Information.Content(
              Typed.text(title),
              Typed.text(content),
              Typed.text(reason),
              Typed.text(edition),
              Typed.text(field),
              Typed.list(items),
              parties == null
                  ? List.of()
                  : parties.stream()
                      .map(
                          p -> new Information.Party(Typed.text(p.name()), Typed.text(p.address())))
                      .toList(),
              change == null
                  ? null
                  : new Information.Basis(
                      Typed.word("change.kind", Information.ChangeKind.class, change.kind()),
                      change.effectiveOn(),
                      change.rulesDraft(),
                      Typed.text(change.toldBy()))),
          Typed.matterOrNone(matter),
          formedAt,
          Typed.bodies("receivers", receivers));
    }
  }

  record ShareRequest(int version, @Nullable List<String> receivers) {}

  /**
   * @param how management-rating, industry-circular or other
   */
  record InformationUseRequest(String how, @Nullable String content) {}

  record InformationLine(
      UUID id,
      String category,
      String categoryName,
      String act,
      String title,
      BodyRef publisher,
      String field,
      String stage,
      String origin,
      @Nullable UUID matter,
      Instant formedAt,
      @Nullable Instant sharedAt,
      @Nullable Integer receivers,
      @Nullable Boolean opened,
      @Nullable Boolean acknowledged,
      @Nullable ObligationView clock,
      int version) {
    static InformationLine of(ReadSharing.Line line, @Nullable ObligationView clock) {
      Information i = line.information();
      return new InformationLine(
          i.id(),
          i.category(),
          line.categoryName(),
          i.act().key(),
          i.content().title(),
          line.publisher(),
          i.content().field(),
          i.stageName(),
          i.origin(),
          i.matter() == null ? null : i.matter().value(),
          i.formedAt(),
          i.stage() instanceof Information.Stage.Shared(var at, var n) ? at : null,
          i.stage() instanceof Information.Stage.Shared(var at, var n) ? n : null,
          line.opened(),
          line.acknowledged(),
          clock,
          i.version());
    }
  }

  record BasisChangeView(
      String kind,
      LocalDate effectiveOn,
      @Nullable UUID rulesDraft,
      String toldBy,
      List<Problem.RefusalView> notConsulted) {}

  record InformationPartyView(String name, String address) {}

  record InformationResponse(
      UUID id,
      String category,
      String categoryName,
      String act,
      BodyRef publisher,
      String title,
      String content,
      String reason,
      String edition,
      String field,
      List<SharedItem> items,
      List<InformationPartyView> parties,
      @Nullable BasisChangeView change,
      @Nullable UUID matter,
      String origin,
      Instant formedAt,
      String stage,
      @Nullable Instant sharedAt,
      @Nullable String droppedWhy,
      @Nullable String letterNumber,
      @Nullable UUID letter,
      List<InformationReceipt> receipts,
      int unopened,
      int unacknowledged,
      List<InformationUse> uses,
      List<BodyRef> unused,
      List<ReadSharing.GoverningTerm> terms,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  @GetMapping("/api/information/categories")
  @Operation(
      operationId = "listShareCategories",
      summary = "The county's categories of shared information, each with its clause")
  List<ReadSharing.ShareCategory> listShareCategories() {
    return read.categories();
  }

  @GetMapping("/api/information/audience")
  @Operation(
      operationId = "previewAudience",
      summary = "Who would get an item of that category, and why")
  List<ReadSharing.AudienceReceiver> previewAudience(
      @RequestParam String category,
      @RequestParam(required = false) @Nullable List<String> items,
      @RequestParam(defaultValue = "") String field,
      @RequestParam(required = false) @Nullable List<String> receivers) {
    return read.audience(category, Typed.list(items), field, Typed.bodies("receivers", receivers));
  }

  @PostMapping("/api/information")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "publishInformation",
      summary = "Share an item with all whom it concerns, or keep it as formed")
  Created publishInformation(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody InformationRequest r) {
    return idempotency.created(
        "publishInformation",
        key,
        r,
        () -> Boolean.TRUE.equals(r.hold()) ? share.form(r.draft()) : share.publish(r.draft()));
  }

  @GetMapping("/api/information")
  @Operation(
      operationId = "listInformation",
      summary = "Information received, published, or formed and not yet shared")
  Page<InformationLine> listInformation(
      @RequestParam(defaultValue = "in") String box,
      @RequestParam(required = false) @Nullable String category,
      @RequestParam(required = false) @Nullable String item,
      @RequestParam(required = false) @Nullable String party,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    InformationRegister.Box from = Typed.word("box", InformationRegister.Box.class, box);
    return clocks.beside(
        Page.byId(
            after,
            limit,
            (last, most) ->
                read.list(
                    new InformationRegister.Query(
                        from, read.seats(), category, item, party, last, most)),
            line -> line.information().id()),
        line -> line.information().reference(),
        InformationLine::of);
  }

  @GetMapping("/api/information/{id}")
  @Operation(
      operationId = "getInformation",
      summary = "One item, with receipts and what may be done")
  InformationResponse getInformation(@PathVariable UUID id) {
    return response(read.page(id));
  }

  private static InformationResponse response(ReadSharing.Page page) {
    Information i = page.information();
    Information.Content c = i.content();
    Information.Basis basis = c.basis();
    return new InformationResponse(
        i.id(),
        i.category(),
        page.categoryName(),
        i.act().key(),
        page.publisher(),
        c.title(),
        c.text(),
        c.reason(),
        c.edition(),
        c.field(),
        page.items(),
        c.parties().stream().map(p -> new InformationPartyView(p.name(), p.address())).toList(),
        basis == null
            ? null
            : new BasisChangeView(
                basis.kind().key(),
                basis.effectiveOn(),
                basis.draft(),
                basis.toldBy(),
                page.notConsulted().refusals().stream().map(Problem.RefusalView::of).toList()),
        i.matter() == null ? null : i.matter().value(),
        i.origin(),
        i.formedAt(),
        i.stageName(),
        i.stage() instanceof Information.Stage.Shared(var at, var n) ? at : null,
        i.stage() instanceof Information.Stage.Dropped(var why) ? why : null,
        i.letter() == null ? null : i.letter().number(),
        i.letter() == null ? null : i.letter().id(),
        page.receipts(),
        page.unopened(),
        page.unacknowledged(),
        page.uses(),
        page.unused(),
        page.terms(),
        page.obligations(),
        i.version(),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/information/{id}/sharing")
  @Operation(operationId = "shareInformation", summary = "Share what was formed or proposed")
  InformationResponse shareInformation(@PathVariable UUID id, @RequestBody ShareRequest r) {
    share.share(id, r.version(), Typed.bodies("receivers", r.receivers()));
    return response(read.page(id));
  }

  @PostMapping("/api/information/{id}/dropping")
  @Operation(operationId = "dropInformation", summary = "Say why what was proposed is not shared")
  InformationResponse dropInformation(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    share.drop(id, r.version(), Typed.text(r.reason()));
    return response(read.page(id));
  }

  @PostMapping("/api/information/{id}/opening")
  @Operation(operationId = "openInformation", summary = "Keep that this desk has looked at it")
  InformationResponse openInformation(@PathVariable UUID id) {
    receipt.open(id);
    return response(read.page(id));
  }

  @PostMapping("/api/information/{id}/acknowledgement")
  @Operation(operationId = "acknowledgeInformation", summary = "Acknowledge it for the own body")
  InformationResponse acknowledgeInformation(@PathVariable UUID id) {
    receipt.acknowledge(id);
    return response(read.page(id));
  }

  @PostMapping("/api/information/{id}/uses")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "useInformation", summary = "Say how a copied penalty was used")
  InformationResponse useInformation(@PathVariable UUID id, @RequestBody InformationUseRequest r) {
    industry.use(id, Typed.word("how", SharingBook.How.class, r.how()), Typed.text(r.content()));
    return response(read.page(id));
  }

  @GetMapping("/api/information/activity")
  @Operation(
      operationId = "listSharingActivity",
      summary = "Who shared, who was given, who looked, in a stretch of days")
  List<ReadSharing.SharingActivity> listSharingActivity(
      @RequestParam LocalDate from, @RequestParam LocalDate to) {
    return read.activity(from, to);
  }

  @GetMapping("/api/information/figures")
  @Operation(
      operationId = "listSharedFigures",
      summary = "What flowed in of itself in a field and stretch of days, by event")
  Map<String, Integer> listSharedFigures(
      @RequestParam String field, @RequestParam LocalDate from, @RequestParam LocalDate to) {
    return read.figures(field, from, to);
  }

  record SubscriptionView(BodyRef body, String category, String field) {}

  @GetMapping("/api/information/subscriptions")
  @Operation(operationId = "listSubscriptions", summary = "What this desk has subscribed to")
  List<SubscriptionView> listSubscriptions() {
    return subscribe.ours().stream()
        .map(s -> new SubscriptionView(bodies.ref(s.body()), s.category(), s.field()))
        .toList();
  }

  @PutMapping("/api/information/subscriptions/{category}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "subscribeToCategory", summary = "Be given every item of a category")
  void subscribeToCategory(
      @PathVariable String category, @RequestParam(defaultValue = "") String field) {
    subscribe.to(category, field);
  }

  @DeleteMapping("/api/information/subscriptions/{category}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "unsubscribeFromCategory", summary = "No longer")
  void unsubscribeFromCategory(
      @PathVariable String category, @RequestParam(defaultValue = "") String field) {
    subscribe.endOf(category, field);
  }
}
