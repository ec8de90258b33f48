package xiezhi.guidance.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import xiezhi.guidance.application.PublishGuidance;
import xiezhi.guidance.domain.Guidance;
import xiezhi.mechanism.Mechanism.ListedName;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Ground;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;
import xiezhi.shared.web.VersionRequest;

@RestController
@Tag(name = "guidance")
class GuidanceController {
  private final PublishGuidance guidance;
  private final Bodies bodies;
  private final Idempotency idempotency;

  GuidanceController(PublishGuidance guidance, Bodies bodies, Idempotency idempotency) {
    this.guidance = guidance;
    this.bodies = bodies;
    this.idempotency = idempotency;
  }

  record GuidanceKinds(List<String> kinds, @Nullable Ground ground) {}

  /**
   * @param matter the closed matter a typical case is drawn from
   */
  record GuidanceRequest(
      @Nullable String kind,
      @Nullable String trade,
      @Nullable String title,
      @Nullable String content,
      @Nullable String legalBasis,
      @Nullable UUID matter) {}

  /** The same of a draft that is amended. */
  record GuidanceAmendment(
      int version,
      @Nullable String kind,
      @Nullable String trade,
      @Nullable String title,
      @Nullable String content,
      @Nullable String legalBasis,
      @Nullable UUID matter) {}

  record GuidanceView(
      UUID id,
      String kind,
      String trade,
      String title,
      String content,
      String legalBasis,
      @Nullable UUID matter,
      String body,
      String stage,
      @Nullable Instant publishedAt,
      String lastStepNote,
      int version,
      List<ActionView> actions) {}

  record GuidanceLine(
      UUID id,
      String kind,
      String trade,
      String title,
      String body,
      String stage,
      @Nullable Instant publishedAt) {}

  @GetMapping("/api/guidance/kinds")
  @Operation(operationId = "listGuidanceKinds", summary = "What the county's rule names")
  GuidanceKinds listGuidanceKinds() {
    List<ListedName> kinds = guidance.kinds();
    return new GuidanceKinds(
        kinds.stream().map(ListedName::name).toList(),
        kinds.isEmpty() ? null : kinds.getFirst().rule().ground());
  }

  @PostMapping("/api/guidance")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "draftGuidance", summary = "A compliance list, or a typical case")
  GuidanceView draftGuidance(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody GuidanceRequest r) {
    UUID made =
        idempotency.once(
            "draftGuidance",
            key,
            r,
            () ->
                guidance.draft(
                    new PublishGuidance.Drafting(
                        Typed.text(r.kind()),
                        Typed.text(r.trade()),
                        Typed.text(r.title()),
                        Typed.text(r.content()),
                        Typed.text(r.legalBasis()),
                        Typed.matterOrNone(r.matter()))));
    return getGuidance(made);
  }

  @GetMapping("/api/guidance")
  @Operation(operationId = "listGuidance", summary = "What is published, and our own drafts")
  Page<GuidanceLine> listGuidance(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return Page.byId(after, limit, guidance::list, Guidance::id)
        .map(
            g ->
                new GuidanceLine(
                    g.id(),
                    g.kind(),
                    g.trade(),
                    g.title(),
                    bodies.nameOf(g.body()),
                    g.stage().key(),
                    g.publishedAt()));
  }

  @GetMapping("/api/guidance/{id}")
  @Operation(operationId = "getGuidance", summary = "One entry")
  GuidanceView getGuidance(@PathVariable UUID id) {
    PublishGuidance.Page page = guidance.page(id);
    Guidance g = page.entry();
    return new GuidanceView(
        g.id(),
        g.kind(),
        g.trade(),
        g.title(),
        g.content(),
        g.legalBasis(),
        g.matter() == null ? null : g.matter().value(),
        bodies.nameOf(g.body()),
        g.stage().key(),
        g.publishedAt(),
        g.lastStep().note(),
        g.version(),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/guidance/{id}/amendment")
  @Operation(operationId = "amendGuidance", summary = "A draft says something else")
  GuidanceView amendGuidance(@PathVariable UUID id, @RequestBody GuidanceAmendment r) {
    guidance.amend(
        id,
        r.version(),
        new PublishGuidance.Drafting(
            Typed.text(r.kind()),
            Typed.text(r.trade()),
            Typed.text(r.title()),
            Typed.text(r.content()),
            Typed.text(r.legalBasis()),
            Typed.matterOrNone(r.matter())));
    return getGuidance(id);
  }

  @PostMapping("/api/guidance/{id}/publication")
  @Operation(operationId = "publishGuidance", summary = "Everybody may read it from now on")
  GuidanceView publishGuidance(@PathVariable UUID id, @RequestBody VersionRequest r) {
    guidance.publish(id, r.version());
    return getGuidance(id);
  }

  @PostMapping("/api/guidance/{id}/withdrawal")
  @Operation(operationId = "withdrawGuidance", summary = "Taken back, and why")
  GuidanceView withdrawGuidance(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    guidance.withdraw(id, r.version(), Typed.text(r.reason()));
    return getGuidance(id);
  }
}
