package xiezhi.sharing.web;

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
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Created;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.Typed;
import xiezhi.sharing.application.FeedBackToIndustry;
import xiezhi.sharing.application.ReadExchanges;
import xiezhi.sharing.domain.Suggestion;

@RestController
@Tag(name = "management-suggestion")
class ManagementSuggestionController {
  private final FeedBackToIndustry industry;
  private final ReadExchanges read;
  private final Bodies bodies;
  private final Clocks clocks;
  private final Idempotency idempotency;

  ManagementSuggestionController(
      FeedBackToIndustry industry,
      ReadExchanges read,
      Bodies bodies,
      Clocks clocks,
      Idempotency idempotency) {
    this.industry = industry;
    this.read = read;
    this.bodies = bodies;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  record ManagementSuggestionRequest(
      String to, @Nullable String field, @Nullable String content, @Nullable UUID information) {}

  record ManagementSuggestionAnswer(int version, boolean adopted, @Nullable String answer) {}

  record ManagementSuggestionOutcome(int version, @Nullable String outcome) {}

  record ManagementSuggestionLine(
      UUID id,
      BodyRef from,
      BodyRef to,
      String field,
      String content,
      String stage,
      Instant madeAt,
      @Nullable ObligationView clock,
      int version) {}

  record ManagementSuggestionResponse(
      UUID id,
      BodyRef from,
      BodyRef to,
      String field,
      String content,
      @Nullable UUID information,
      String stage,
      Instant madeAt,
      String answer,
      String outcome,
      String letterNumber,
      UUID letter,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  @PostMapping("/api/management-suggestions")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "makeManagementSuggestion", summary = "Send a management suggestion")
  Created makeManagementSuggestion(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ManagementSuggestionRequest r) {
    return idempotency.created(
        "makeManagementSuggestion",
        key,
        r,
        () ->
            industry.suggest(
                Typed.body("to", r.to()),
                Typed.text(r.field()),
                Typed.text(r.content()),
                r.information()));
  }

  @GetMapping("/api/management-suggestions")
  @Operation(operationId = "listManagementSuggestions", summary = "Made by this desk, or to it")
  Page<ManagementSuggestionLine> listManagementSuggestions(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byId(after, limit, (last, most) -> read.suggestions(last, most), s -> s.id()),
        Suggestion::reference,
        (s, clock) ->
            new ManagementSuggestionLine(
                s.id(),
                bodies.ref(s.suggester()),
                bodies.ref(s.suggested()),
                s.field(),
                s.content(),
                s.stage().key(),
                s.madeAt(),
                clock,
                s.version()));
  }

  @GetMapping("/api/management-suggestions/{id}")
  @Operation(
      operationId = "getManagementSuggestion",
      summary = "One suggestion, its answer and outcome")
  ManagementSuggestionResponse getManagementSuggestion(@PathVariable UUID id) {
    ReadExchanges.SuggestionPage page = read.suggestion(id);
    Suggestion s = page.suggestion();
    return new ManagementSuggestionResponse(
        s.id(),
        page.from(),
        page.to(),
        s.field(),
        s.content(),
        s.information(),
        s.stage().key(),
        s.madeAt(),
        s.answer(),
        s.outcome(),
        s.letter().number(),
        s.letter().id(),
        page.obligations(),
        s.version(),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/management-suggestions/{id}/answer")
  @Operation(operationId = "answerManagementSuggestion", summary = "Adopt it, or say why not")
  ManagementSuggestionResponse answerManagementSuggestion(
      @PathVariable UUID id, @RequestBody ManagementSuggestionAnswer r) {
    industry.answer(id, r.version(), r.adopted(), Typed.text(r.answer()));
    return getManagementSuggestion(id);
  }

  @PostMapping("/api/management-suggestions/{id}/outcome")
  @Operation(operationId = "followUpManagementSuggestion", summary = "Say what came of it")
  ManagementSuggestionResponse followUpManagementSuggestion(
      @PathVariable UUID id, @RequestBody ManagementSuggestionOutcome r) {
    industry.followUp(id, r.version(), Typed.text(r.outcome()));
    return getManagementSuggestion(id);
  }
}
