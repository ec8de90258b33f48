package xiezhi.whistle.web;

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
import xiezhi.document.LetterDownload;
import xiezhi.flow.Clocks;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.BodyId;
import xiezhi.shared.Ground;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.Typed;
import xiezhi.whistle.application.Suggest;
import xiezhi.whistle.domain.Suggestion;

@RestController
@Tag(name = "whistle")
class SuggestionController {
  private final Suggest suggest;
  private final Bodies bodies;
  private final Clocks clocks;
  private final Idempotency idempotency;

  SuggestionController(Suggest suggest, Bodies bodies, Clocks clocks, Idempotency idempotency) {
    this.suggest = suggest;
    this.bodies = bodies;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  record SuggestionKind(String name, Ground ground) {}

  /**
   * @param kind in the county's word
   * @param about the post or the person
   */
  record SuggestionRequest(
      String to, String kind, @Nullable String about, @Nullable String words) {}

  record SuggestionAnswerRequest(int version, @Nullable String answer) {}

  record SuggestionLine(
      UUID id,
      BodyRef caller,
      BodyRef called,
      String kind,
      String about,
      String stage,
      Instant lastStepAt,
      @Nullable ObligationView clock,
      int version) {}

  record PostSuggestionResponse(
      UUID id,
      BodyRef caller,
      BodyRef called,
      @Nullable BodyRef organisation,
      String kind,
      String about,
      String words,
      String answer,
      String stage,
      @Nullable String letterNumber,
      Instant lastStepAt,
      String lastStepBy,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  @GetMapping("/api/suggestions/kinds")
  @Operation(
      operationId = "listSuggestionKinds",
      summary = "What a township may suggest here, and by which rule")
  List<SuggestionKind> listSuggestionKinds() {
    return suggest.kinds().stream()
        .map(k -> new SuggestionKind(k.name(), k.rule().ground()))
        .toList();
  }

  @PostMapping("/api/suggestions")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "makeSuggestion",
      summary = "Suggest something about the people a department sent")
  PostSuggestionResponse makeSuggestion(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody SuggestionRequest r) {
    UUID made =
        idempotency.once(
            "makeSuggestion",
            key,
            r,
            () ->
                suggest.make(
                    Typed.body("to", r.to()),
                    Typed.text(r.kind()),
                    Typed.text(r.about()),
                    Typed.text(r.words())));
    return getSuggestion(made);
  }

  @GetMapping("/api/suggestions")
  @Operation(operationId = "listSuggestions", summary = "Suggestions of one's desk, newest first")
  Page<SuggestionLine> listSuggestions(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byId(after, limit, (last, most) -> suggest.list(last, most), s -> s.id()),
        Suggestion::reference,
        (s, clock) ->
            new SuggestionLine(
                s.id(),
                bodies.ref(s.caller()),
                bodies.ref(s.called()),
                s.kind(),
                s.about(),
                s.stage().key(),
                s.lastStep().at(),
                clock,
                s.version()));
  }

  @GetMapping("/api/suggestions/{id}")
  @Operation(operationId = "getSuggestion", summary = "One suggestion, for its parties only")
  PostSuggestionResponse getSuggestion(@PathVariable UUID id) {
    Suggest.Page page = suggest.page(id);
    Suggestion s = page.suggestion();
    BodyId organisation = s.organisation();
    Suggestion.Letter letter = s.letter();
    return new PostSuggestionResponse(
        s.id(),
        bodies.ref(s.caller()),
        bodies.ref(s.called()),
        organisation == null ? null : bodies.ref(organisation),
        s.kind(),
        s.about(),
        s.words(),
        s.answer(),
        s.stage().key(),
        letter == null ? null : letter.number(),
        s.lastStep().at(),
        s.lastStep().by(),
        page.obligations(),
        s.version(),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/suggestions/{id}/answer")
  @Operation(operationId = "answerSuggestion", summary = "Answer it; it has no effect by itself")
  PostSuggestionResponse answerSuggestion(
      @PathVariable UUID id, @RequestBody SuggestionAnswerRequest r) {
    suggest.answer(id, r.version(), Typed.text(r.answer()));
    return getSuggestion(id);
  }

  @GetMapping("/api/suggestions/{id}/letter")
  @Operation(operationId = "getSuggestionLetter", summary = "Its letter as Word or PDF")
  ResponseEntity<byte[]> getSuggestionLetter(
      @PathVariable UUID id, @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(suggest.letter(id, LetterDownload.format(format)));
  }
}
