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
import xiezhi.flow.TypedLimit;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.BodyId;
import xiezhi.shared.Ground;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;
import xiezhi.shared.web.VersionRequest;
import xiezhi.whistle.application.BlowWhistle;
import xiezhi.whistle.application.ReadWhistles;
import xiezhi.whistle.domain.Call;

@RestController
@Tag(name = "whistle")
class WhistleController {
  private final BlowWhistle whistles;
  private final ReadWhistles read;
  private final Bodies bodies;
  private final Clocks clocks;
  private final Idempotency idempotency;

  WhistleController(
      BlowWhistle whistles,
      ReadWhistles read,
      Bodies bodies,
      Clocks clocks,
      Idempotency idempotency) {
    this.whistles = whistles;
    this.read = read;
    this.bodies = bodies;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  /**
   * @param kind whistle or urging
   * @param to ids of the bodies that are called
   * @param limitAmount the time to answer in
   * @param limitUnit minute, hour, working-day, calendar-day or month
   */
  record WhistleRequest(
      String kind,
      @Nullable UUID matter,
      @Nullable List<String> to,
      @Nullable String subject,
      @Nullable String words,
      @Nullable Integer limitAmount,
      @Nullable String limitUnit) {
    Call.Kind callKind() {
      return Typed.word("kind", Call.Kind.class, kind);
    }
  }

  record WhistlePeople(int version, @Nullable String people) {}

  record WhistleResult(int version, @Nullable String result) {}

  record WhistleReport(int version, @Nullable String report) {}

  record WhistleReportRoute(BodyRef to, Ground ground) {}

  /**
   * One body that was called.
   *
   * @param reportRoute to whom silence, or a refusal without reason, is reported; null where
   *     nothing is to be reported
   */
  record WhistleCallView(
      UUID id,
      UUID whistle,
      String kind,
      @Nullable UUID matter,
      BodyRef caller,
      BodyRef called,
      String subject,
      String words,
      String stage,
      Instant sentAt,
      @Nullable Instant reportedInAt,
      @Nullable Instant arrivedAt,
      String people,
      String result,
      boolean reasonGiven,
      @Nullable BodyRef reportedTo,
      @Nullable WhistleReportRoute reportRoute,
      @Nullable String letterNumber,
      @Nullable String reportNumber,
      Instant lastStepAt,
      String lastStepBy,
      String lastStepNote,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  record WhistleResponse(UUID id, List<WhistleCallView> calls) {}

  record WhistleLine(
      UUID id,
      UUID whistle,
      String kind,
      @Nullable UUID matter,
      BodyRef caller,
      BodyRef called,
      String subject,
      String stage,
      Instant sentAt,
      @Nullable Instant arrivedAt,
      @Nullable ObligationView clock,
      int version) {}

  /**
   * @param seconds from the whistle to the arrival, on average; null if it never came
   */
  record WhistleRank(BodyRef body, long calls, long arrived, @Nullable Long seconds) {}

  @PostMapping("/api/whistles")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "blowWhistle", summary = "Call departments, or urge them")
  WhistleResponse blowWhistle(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody WhistleRequest r) {
    UUID made =
        idempotency.once(
            "blowWhistle",
            key,
            r,
            () ->
                whistles.blow(
                    new BlowWhistle.Calling(
                        r.callKind(),
                        Typed.matterOrNone(r.matter()),
                        Typed.bodies("to", r.to()),
                        Typed.text(r.subject()),
                        Typed.text(r.words()),
                        TypedLimit.of(r.limitAmount(), r.limitUnit()))));
    return getWhistle(made);
  }

  @GetMapping("/api/whistles")
  @Operation(operationId = "listWhistles", summary = "Calls to and from one's desk, newest first")
  Page<WhistleLine> listWhistles(
      @RequestParam(defaultValue = "false") boolean county,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byId(after, limit, (last, most) -> read.list(county, open, last, most), c -> c.id()),
        Call::reference,
        (c, clock) ->
            new WhistleLine(
                c.id(),
                c.whistle(),
                c.kind().key(),
                c.matter() == null ? null : c.matter().value(),
                bodies.ref(c.caller()),
                bodies.ref(c.called()),
                c.subject(),
                c.stage().key(),
                c.sentAt(),
                c.arrivedAt(),
                clock,
                c.version()));
  }

  @GetMapping("/api/whistles/ranking")
  @Operation(operationId = "rankWhistles", summary = "How quickly each body comes")
  List<WhistleRank> rankWhistles() {
    return read.responses().stream()
        .map(r -> new WhistleRank(bodies.ref(r.body()), r.calls(), r.arrived(), r.seconds()))
        .toList();
  }

  @GetMapping("/api/whistles/{id}")
  @Operation(operationId = "getWhistle", summary = "One whistle with everybody it called")
  WhistleResponse getWhistle(@PathVariable UUID id) {
    return new WhistleResponse(id, read.whistle(id).stream().map(this::view).toList());
  }

  @GetMapping("/api/whistle-calls/{id}")
  @Operation(operationId = "getWhistleCall", summary = "The whistle to which a call belongs")
  WhistleResponse getWhistleCall(@PathVariable UUID id) {
    return getWhistle(read.whistleOf(id));
  }

  private WhistleCallView view(ReadWhistles.Line line) {
    Call c = line.call();
    ReadWhistles.ReportTo to = line.reportTo();
    BodyId reported = c.reportedTo();
    Call.Letter letter = c.letter();
    Call.Letter told = c.reportLetter();
    return new WhistleCallView(
        c.id(),
        c.whistle(),
        c.kind().key(),
        c.matter() == null ? null : c.matter().value(),
        bodies.ref(c.caller()),
        bodies.ref(c.called()),
        c.subject(),
        c.words(),
        c.stage().key(),
        c.sentAt(),
        c.reportedInAt(),
        c.arrivedAt(),
        c.people(),
        c.result(),
        c.reasonGiven(),
        reported == null ? null : bodies.ref(reported),
        to == null ? null : new WhistleReportRoute(bodies.ref(to.body().id()), to.rule().ground()),
        letter == null ? null : letter.number(),
        told == null ? null : told.number(),
        c.lastStep().at(),
        c.lastStep().by(),
        c.lastStep().note(),
        line.obligations(),
        c.version(),
        ActionView.of(line.acts()));
  }

  @PostMapping("/api/whistle-calls/{id}/reporting-in")
  @Operation(operationId = "reportIn", summary = "The called body reports in, and who comes")
  WhistleResponse reportIn(@PathVariable UUID id, @RequestBody WhistlePeople r) {
    whistles.reportIn(id, r.version(), Typed.text(r.people()));
    return getWhistleCall(id);
  }

  @PostMapping("/api/whistle-calls/{id}/arrival")
  @Operation(operationId = "arriveAtWhistle", summary = "Its people are there")
  WhistleResponse arriveAtWhistle(@PathVariable UUID id, @RequestBody VersionRequest r) {
    whistles.arrive(id, r.version());
    return getWhistleCall(id);
  }

  @PostMapping("/api/whistle-calls/{id}/result")
  @Operation(operationId = "finishWhistle", summary = "The work is done, the urging answered")
  WhistleResponse finishWhistle(@PathVariable UUID id, @RequestBody WhistleResult r) {
    whistles.finish(id, r.version(), Typed.text(r.result()));
    return getWhistleCall(id);
  }

  @PostMapping("/api/whistle-calls/{id}/refusal")
  @Operation(operationId = "refuseWhistle", summary = "It will not come, and why")
  WhistleResponse refuseWhistle(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    whistles.refuse(id, r.version(), Typed.text(r.reason()));
    return getWhistleCall(id);
  }

  @PostMapping("/api/whistle-calls/{id}/confirmation")
  @Operation(operationId = "confirmWhistle", summary = "The township confirms the result")
  WhistleResponse confirmWhistle(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    whistles.confirm(id, r.version(), Typed.text(r.reason()));
    return getWhistleCall(id);
  }

  @PostMapping("/api/whistle-calls/{id}/return")
  @Operation(operationId = "sendBackWhistle", summary = "Not good enough: once more")
  WhistleResponse sendBackWhistle(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    whistles.sendBack(id, r.version(), Typed.text(r.reason()));
    return getWhistleCall(id);
  }

  @PostMapping("/api/whistle-calls/{id}/report")
  @Operation(
      operationId = "reportWhistle",
      summary = "Report silence, or a refusal without reason, to whom the rule names")
  WhistleResponse reportWhistle(@PathVariable UUID id, @RequestBody WhistleReport r) {
    whistles.report(id, r.version(), Typed.text(r.report()));
    return getWhistleCall(id);
  }

  @PostMapping("/api/whistle-calls/{id}/withdrawal")
  @Operation(operationId = "withdrawWhistle", summary = "Nobody need come any more")
  WhistleResponse withdrawWhistle(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    whistles.withdraw(id, r.version(), Typed.text(r.reason()));
    return getWhistleCall(id);
  }

  @GetMapping("/api/whistle-calls/{id}/letter")
  @Operation(
      operationId = "getWhistleLetter",
      summary = "The whistle or urging as Word or PDF, or the report of a refusal")
  ResponseEntity<byte[]> getWhistleLetter(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean report,
      @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(read.letter(id, report, LetterDownload.format(format)));
  }
}
