package xiezhi.assistance.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.assistance.application.AnswerRequest;
import xiezhi.assistance.application.KeepList;
import xiezhi.assistance.application.ReadAssistance;
import xiezhi.assistance.application.RequestAssistance;
import xiezhi.assistance.domain.Assistance;
import xiezhi.assistance.domain.ListEntry;
import xiezhi.calendar.TimeLimit;
import xiezhi.document.LetterDownload;
import xiezhi.flow.TypedLimit;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.web.Created;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;
import xiezhi.shared.web.VersionRequest;

/** 执法协助. */
@RestController
@Tag(name = "assistance")
@RequestMapping("/api/assistance")
class AssistanceController {
  private final RequestAssistance request;
  private final AnswerRequest answer;
  private final KeepList list;
  private final ReadAssistance read;
  private final Bodies bodies;
  private final Idempotency idempotency;

  AssistanceController(
      RequestAssistance request,
      AnswerRequest answer,
      KeepList list,
      ReadAssistance read,
      Bodies bodies,
      Idempotency idempotency) {
    this.request = request;
    this.answer = answer;
    this.list = list;
    this.read = read;
    this.bodies = bodies;
    this.idempotency = idempotency;
  }

  /**
   * @param matter null for guidance or support that belongs to no single matter
   * @param kind identification, technical, opinion, identity, on-site, archives, guidance or means
   * @param form letter or phone
   * @param trigger urgent, evidence-may-be-lost or null
   * @param grounds of major, complex, specialised, contested
   * @param entry of the asked department's list; null if none
   */
  record AssistanceRequest(
      @Nullable Integer version,
      @Nullable UUID matter,
      @Nullable String requested,
      @Nullable String kind,
      @Nullable String form,
      @Nullable String item,
      @Nullable String facts,
      @Nullable String needed,
      @Nullable String trigger,
      @Nullable List<String> grounds,
      @Nullable UUID entry,
      @Nullable List<UUID> files) {
    BodyId body() {
      return Typed.body("requested", requested);
    }

    Assistance.Request draft() {
      Set<Assistance.Ground> why = new HashSet<>();
      for (String ground : Typed.list(grounds)) {
        why.add(Typed.word("grounds", Assistance.Ground.class, ground));
      }
      return new Assistance.Request(
          Typed.word("kind", Assistance.Kind.class, kind),
          Typed.word("form", Assistance.Form.class, form == null ? "letter" : form),
          Typed.text(item),
          Typed.text(facts),
          Typed.text(needed),
          trigger == null || trigger.isEmpty()
              ? null
              : Typed.word("trigger", Assistance.Trigger.class, trigger),
          why,
          entry,
          Typed.list(files));
    }
  }

  record AssistancePeopleRequest(int version, @Nullable String people) {}

  record AssistanceAnswerRequest(
      int version, @Nullable String opinion, @Nullable List<UUID> evidence) {}

  record AssistanceRefusalRequest(
      int version, @Nullable String citation, @Nullable String reason) {}

  record AssistanceReportRequest(int version, @Nullable String report) {}

  /**
   * @param limitAmount 反馈时限; with its unit: minute, hour, working-day, calendar-day or month
   */
  record AssistanceEntryRequest(
      @Nullable String department,
      @Nullable String content,
      @Nullable String form,
      @Nullable Integer limitAmount,
      @Nullable String limitUnit) {}

  /** How many requests a body had from another, by kind and stage. */
  record AssistanceCountResponse(
      BodyRef requested, BodyRef requester, String kind, String stage, int requests) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "prepareAssistance", summary = "Prepare a request for assistance")
  AssistanceResponse prepareAssistance(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody AssistanceRequest r) {
    Created made =
        idempotency.created(
            "prepareAssistance",
            key,
            r,
            () -> request.prepare(Typed.matterOrNone(r.matter()), r.body(), r.draft()).id());
    return getAssistance(made.id());
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getAssistance", summary = "One request, with its clocks and letters")
  AssistanceResponse getAssistance(@PathVariable UUID id) {
    return AssistanceResponse.of(read.page(id), bodies);
  }

  @GetMapping
  @Operation(
      operationId = "listAssistance",
      summary = "The requests of a matter; without one, those that wait for a signature here")
  List<AssistanceResponse> listAssistance(@RequestParam(required = false) @Nullable UUID matter) {
    return (matter == null ? read.waiting() : read.ofMatter(new MatterId(matter)))
        .stream().map(p -> AssistanceResponse.of(p, bodies)).toList();
  }

  @GetMapping("/counts")
  @Operation(
      operationId = "countAssistance",
      summary = "How much each body asked of which, by kind and stage")
  List<AssistanceCountResponse> countAssistance() {
    return read.counts().stream()
        .map(
            c ->
                new AssistanceCountResponse(
                    bodies.ref(new BodyId(c.requested())),
                    bodies.ref(new BodyId(c.requester())),
                    c.kind(),
                    c.stage(),
                    c.requests()))
        .toList();
  }

  @PutMapping("/{id}")
  @Operation(operationId = "amendAssistance", summary = "Amend it while it is not sent")
  AssistanceResponse amendAssistance(@PathVariable UUID id, @RequestBody AssistanceRequest r) {
    if (r.version() == null) {
      throw Refusal.malformed("version", "is needed").exception();
    }
    request.amend(id, r.version(), r.body(), r.draft());
    return getAssistance(id);
  }

  @PostMapping("/{id}/dispatch")
  @Operation(operationId = "sendAssistance", summary = "Sign and send it")
  AssistanceResponse sendAssistance(@PathVariable UUID id, @RequestBody VersionRequest r) {
    request.send(id, r.version());
    return getAssistance(id);
  }

  @PostMapping("/{id}/withdrawal")
  @Operation(operationId = "withdrawAssistance", summary = "Take it back while it is unanswered")
  AssistanceResponse withdrawAssistance(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    request.withdraw(id, r.version(), Typed.text(r.reason()));
    return getAssistance(id);
  }

  @PostMapping("/{id}/people")
  @Operation(operationId = "sendPeople", summary = "Send people to the spot")
  AssistanceResponse sendPeople(@PathVariable UUID id, @RequestBody AssistancePeopleRequest r) {
    answer.sendPeople(id, r.version(), Typed.text(r.people()));
    return getAssistance(id);
  }

  @PostMapping("/{id}/arrival")
  @Operation(operationId = "arriveOnSite", summary = "They have arrived")
  AssistanceResponse arriveOnSite(@PathVariable UUID id, @RequestBody VersionRequest r) {
    answer.arrive(id, r.version());
    return getAssistance(id);
  }

  @PostMapping("/{id}/answer")
  @Operation(operationId = "answerAssistance", summary = "Answer with an opinion and evidence")
  AssistanceResponse answerAssistance(
      @PathVariable UUID id, @RequestBody AssistanceAnswerRequest r) {
    answer.answer(id, r.version(), Typed.text(r.opinion()), Typed.list(r.evidence()));
    return getAssistance(id);
  }

  @PostMapping("/{id}/refusal")
  @Operation(operationId = "refuseAssistance", summary = "Refuse it, for a reason of law")
  AssistanceResponse refuseAssistance(
      @PathVariable UUID id, @RequestBody AssistanceRefusalRequest r) {
    answer.refuse(id, r.version(), Typed.text(r.citation()), Typed.text(r.reason()));
    return getAssistance(id);
  }

  @PostMapping("/{id}/report")
  @Operation(
      operationId = "reportAssistance",
      summary = "Report silence or a refusal to whom the county's rules name")
  AssistanceResponse reportAssistance(
      @PathVariable UUID id, @RequestBody AssistanceReportRequest r) {
    request.report(id, r.version(), Typed.text(r.report()));
    return getAssistance(id);
  }

  @GetMapping("/{id}/letter")
  @Operation(
      operationId = "getAssistanceLetter",
      summary = "A letter as Word or PDF: as issued, or the request as a draft")
  ResponseEntity<byte[]> getAssistanceLetter(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID paper,
      @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(read.letter(id, paper, LetterDownload.format(format)));
  }

  @GetMapping("/entries")
  @Operation(
      operationId = "listAssistanceEntries",
      summary = "What departments help with, in what form, by when")
  List<AssistanceResponse.AssistanceEntryResponse> listAssistanceEntries(
      @RequestParam(required = false) @Nullable String department) {
    return list.entries(Typed.bodyOrNone("department", department)).stream()
        .map(e -> entry(e, bodies))
        .toList();
  }

  @PostMapping("/entries")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "addAssistanceEntry", summary = "Put an entry on a department's list")
  Created addAssistanceEntry(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody AssistanceEntryRequest r) {
    return idempotency.created(
        "addAssistanceEntry",
        key,
        r,
        () ->
            list.add(
                Typed.body("department", r.department()),
                Typed.text(r.content()),
                Typed.text(r.form()),
                TypedLimit.of(r.limitAmount(), r.limitUnit())));
  }

  @PostMapping("/entries/{id}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "endAssistanceEntry", summary = "Take it off the list")
  void endAssistanceEntry(@PathVariable UUID id) {
    list.end(id);
  }

  static AssistanceResponse.AssistanceEntryResponse entry(ListEntry e, Bodies bodies) {
    TimeLimit limit = e.limit();
    return new AssistanceResponse.AssistanceEntryResponse(
        e.id(),
        bodies.ref(e.department()),
        e.content(),
        e.form(),
        limit == null ? null : limit.amount(),
        limit == null ? null : limit.unit().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        e.listedAt());
  }
}
