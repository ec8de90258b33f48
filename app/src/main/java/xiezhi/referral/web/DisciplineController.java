package xiezhi.referral.web;

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
import xiezhi.referral.application.PursueDiscipline;
import xiezhi.referral.domain.DisciplineLead;
import xiezhi.shared.BodyId;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;
import xiezhi.shared.web.VersionRequest;

@RestController
@Tag(name = "referral")
class DisciplineController {
  private final PursueDiscipline discipline;
  private final Bodies bodies;
  private final Clocks clocks;
  private final Idempotency idempotency;

  DisciplineController(
      PursueDiscipline discipline, Bodies bodies, Clocks clocks, Idempotency idempotency) {
    this.discipline = discipline;
    this.bodies = bodies;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  /**
   * @param concerned the body it is about, or whose officer
   * @param kind discipline (to the organs of supervision) or crime (to the police)
   */
  record DisciplineRequest(
      String concerned,
      String kind,
      @Nullable String about,
      @Nullable String words,
      @Nullable List<String> materials) {}

  record DisciplineReceiptRequest(int version, @Nullable String receipt) {}

  record DisciplineAnswerRequest(int version, @Nullable String answer) {}

  record DisciplineLine(
      UUID id,
      String kind,
      String stage,
      BodyRef finder,
      Instant lastStepAt,
      @Nullable ObligationView clock,
      int version) {}

  record DisciplineResponse(
      UUID id,
      String kind,
      String stage,
      BodyRef finder,
      BodyRef concerned,
      @Nullable BodyRef receiver,
      String about,
      String words,
      List<String> materials,
      String receipt,
      String answer,
      @Nullable String letterNumber,
      Instant lastStepAt,
      String lastStepBy,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  @PostMapping("/api/discipline-leads")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "noteDisciplineLead",
      summary = "A supervisor notes a suspected breach of discipline")
  DisciplineResponse noteDisciplineLead(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody DisciplineRequest r) {
    DisciplineLead.Kind kind = Typed.word("kind", DisciplineLead.Kind.class, r.kind());
    UUID made =
        idempotency.once(
            "noteDisciplineLead",
            key,
            r,
            () ->
                discipline.note(
                    Typed.body("concerned", r.concerned()),
                    kind,
                    Typed.text(r.about()),
                    Typed.text(r.words()),
                    Typed.list(r.materials())));
    return getDisciplineLead(made);
  }

  @GetMapping("/api/discipline-leads")
  @Operation(
      operationId = "listDisciplineLeads",
      summary = "Leads that one may know of, newest first, without their words")
  Page<DisciplineLine> listDisciplineLeads(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byId(after, limit, (last, most) -> discipline.list(last, most), l -> l.id()),
        DisciplineLead::reference,
        (l, clock) ->
            new DisciplineLine(
                l.id(),
                l.kind().key(),
                l.stage().key(),
                bodies.ref(l.finder()),
                l.lastStep().at(),
                clock,
                l.version()));
  }

  @GetMapping("/api/discipline-leads/{id}")
  @Operation(
      operationId = "getDisciplineLead",
      summary = "One lead, for its supervisors and receiver")
  DisciplineResponse getDisciplineLead(@PathVariable UUID id) {
    PursueDiscipline.Page page = discipline.page(id);
    DisciplineLead l = page.lead();
    BodyId receiver = l.receiver();
    DisciplineLead.Letter letter = l.letter();
    return new DisciplineResponse(
        l.id(),
        l.kind().key(),
        l.stage().key(),
        bodies.ref(l.finder()),
        bodies.ref(l.concerned()),
        receiver == null ? null : bodies.ref(receiver),
        l.content().about(),
        l.content().words(),
        l.content().materials(),
        l.content().receipt(),
        l.content().answer(),
        letter == null ? null : letter.number(),
        l.lastStep().at(),
        l.lastStep().by(),
        page.obligations(),
        l.version(),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/discipline-leads/{id}/transfer")
  @Operation(operationId = "sendDisciplineLead", summary = "Send it to the organ the county names")
  DisciplineResponse sendDisciplineLead(@PathVariable UUID id, @RequestBody VersionRequest r) {
    discipline.send(id, r.version());
    return getDisciplineLead(id);
  }

  @PostMapping("/api/discipline-leads/{id}/receipt")
  @Operation(operationId = "receiveDisciplineLead", summary = "Sign for it")
  DisciplineResponse receiveDisciplineLead(
      @PathVariable UUID id, @RequestBody DisciplineReceiptRequest r) {
    discipline.receive(id, r.version(), Typed.text(r.receipt()));
    return getDisciplineLead(id);
  }

  @PostMapping("/api/discipline-leads/{id}/answer")
  @Operation(operationId = "answerDisciplineLead", summary = "What came of it")
  DisciplineResponse answerDisciplineLead(
      @PathVariable UUID id, @RequestBody DisciplineAnswerRequest r) {
    discipline.answer(id, r.version(), Typed.text(r.answer()));
    return getDisciplineLead(id);
  }

  @PostMapping("/api/discipline-leads/{id}/laying-aside")
  @Operation(operationId = "dropDisciplineLead", summary = "Lay it aside, with a reason")
  DisciplineResponse dropDisciplineLead(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    discipline.drop(id, r.version(), Typed.text(r.reason()));
    return getDisciplineLead(id);
  }

  @GetMapping("/api/discipline-leads/{id}/letter")
  @Operation(operationId = "getDisciplineLetter", summary = "Its letter as Word or PDF")
  ResponseEntity<byte[]> getDisciplineLetter(
      @PathVariable UUID id, @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(discipline.letter(id, LetterDownload.format(format)));
  }
}
