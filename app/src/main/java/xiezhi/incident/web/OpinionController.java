package xiezhi.incident.web;

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
import xiezhi.flow.Clocks;
import xiezhi.incident.application.FollowOpinion;
import xiezhi.incident.domain.Opinion;
import xiezhi.obligation.ObligationView;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.Typed;

@RestController
@Tag(name = "incident")
class OpinionController {
  private final FollowOpinion opinions;
  private final Clocks clocks;
  private final Idempotency idempotency;

  OpinionController(FollowOpinion opinions, Clocks clocks, Idempotency idempotency) {
    this.opinions = opinions;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  /**
   * @param heat low, medium or high
   */
  record OpinionRequest(
      @Nullable UUID incident, @Nullable String source, String heat, @Nullable String words) {}

  /**
   * @param kind response or guidance
   */
  record OpinionMeasureRequest(
      int version, String kind, @Nullable String heat, @Nullable String words) {}

  record OpinionCloseRequest(int version, @Nullable String words) {}

  record OpinionMeasureView(String kind, String words, Instant at, String by) {}

  record OpinionLine(
      UUID id,
      @Nullable UUID incident,
      String source,
      String heat,
      String words,
      String stage,
      Instant lastStepAt,
      @Nullable ObligationView clock,
      int version) {}

  record OpinionResponse(
      UUID id,
      @Nullable UUID incident,
      String source,
      String heat,
      String words,
      String stage,
      List<OpinionMeasureView> measures,
      Instant lastStepAt,
      String lastStepBy,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  @PostMapping("/api/opinions")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "registerOpinion", summary = "Register what the public says")
  OpinionResponse registerOpinion(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody OpinionRequest r) {
    UUID made =
        idempotency.once(
            "registerOpinion",
            key,
            r,
            () ->
                opinions.register(
                    r.incident(),
                    Typed.text(r.source()),
                    Typed.text(r.heat()),
                    Typed.text(r.words())));
    return getOpinion(made);
  }

  @GetMapping("/api/opinions")
  @Operation(operationId = "listOpinions", summary = "What the public says, newest first")
  Page<OpinionLine> listOpinions(
      @RequestParam(defaultValue = "false") boolean county,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byId(
            after, limit, (last, most) -> opinions.list(county, open, last, most), o -> o.id()),
        Opinion::reference,
        (o, clock) ->
            new OpinionLine(
                o.id(),
                o.incident(),
                o.source(),
                o.heat(),
                o.words(),
                o.stage().key(),
                o.lastStep().at(),
                clock,
                o.version()));
  }

  @GetMapping("/api/opinions/{id}")
  @Operation(operationId = "getOpinion", summary = "One item with what was done about it")
  OpinionResponse getOpinion(@PathVariable UUID id) {
    FollowOpinion.Page page = opinions.page(id);
    Opinion o = page.opinion();
    return new OpinionResponse(
        o.id(),
        o.incident(),
        o.source(),
        o.heat(),
        o.words(),
        o.stage().key(),
        o.measures().stream()
            .map(m -> new OpinionMeasureView(m.kind(), m.words(), m.step().at(), m.step().by()))
            .toList(),
        o.lastStep().at(),
        o.lastStep().by(),
        page.obligations(),
        o.version(),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/opinions/{id}/measures")
  @Operation(operationId = "measureOpinion", summary = "Answer it, or guide it")
  OpinionResponse measureOpinion(@PathVariable UUID id, @RequestBody OpinionMeasureRequest r) {
    opinions.measure(
        id, r.version(), Typed.text(r.kind()), Typed.text(r.heat()), Typed.text(r.words()));
    return getOpinion(id);
  }

  @PostMapping("/api/opinions/{id}/closing")
  @Operation(operationId = "closeOpinion", summary = "It is answered and calm")
  OpinionResponse closeOpinion(@PathVariable UUID id, @RequestBody OpinionCloseRequest r) {
    opinions.close(id, r.version(), Typed.text(r.words()));
    return getOpinion(id);
  }
}
