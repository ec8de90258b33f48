package xiezhi.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
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
import xiezhi.incident.application.RunIncident;
import xiezhi.incident.domain.Incident;
import xiezhi.incident.domain.Place;
import xiezhi.incident.web.SupportController.CallPlace;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.Typed;
import xiezhi.shared.web.VersionRequest;

@RestController
@Tag(name = "incident")
class IncidentController {
  private final RunIncident incidents;
  private final Bodies bodies;
  private final Clocks clocks;
  private final Idempotency idempotency;

  IncidentController(RunIncident incidents, Bodies bodies, Clocks clocks, Idempotency idempotency) {
    this.incidents = incidents;
    this.bodies = bodies;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  /**
   * @param call the alarm it began with
   * @param happenedAt null for now
   * @param risk that many people come together: low, medium or high; left out while not judged
   */
  record IncidentRequest(
      @Nullable UUID matter,
      @Nullable UUID call,
      @Nullable String title,
      @Nullable String division,
      @Nullable String address,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      @Nullable Instant happenedAt,
      @Nullable String risk,
      @Nullable String words) {}

  /**
   * @param kind note, measure or publicity
   */
  record IncidentEntryRequest(
      int version, String kind, @Nullable String risk, @Nullable String words) {}

  record ForceRequest(int version, String body, @Nullable String task) {}

  record ForceAcceptanceRequest(int version, @Nullable String people) {}

  /**
   * @param to null for whom the county's rule names
   */
  record IncidentReportRequest(int version, @Nullable String to, @Nullable String words) {}

  record IncidentCloseRequest(int version, @Nullable String report) {}

  record ForceView(
      BodyRef body,
      String task,
      Instant calledAt,
      @Nullable Instant acceptedAt,
      @Nullable Instant arrivedAt,
      String people) {}

  record IncidentEntryView(String kind, String words, Instant at, String by) {}

  record KnowsView(BodyRef body, Instant since, BodyRef from) {}

  /**
   * @param reported whether anybody above knows of it yet
   */
  record IncidentLine(
      UUID id,
      String title,
      String stage,
      BodyRef opener,
      CallPlace place,
      Instant happenedAt,
      String risk,
      boolean reported,
      @Nullable ObligationView clock,
      int version) {}

  record IncidentPaper(UUID letter, String number) {}

  /** One incident, whole. */
  record IncidentResponse(
      UUID id,
      @Nullable UUID matter,
      @Nullable UUID call,
      String title,
      String stage,
      BodyRef opener,
      CallPlace place,
      Instant happenedAt,
      String risk,
      boolean reported,
      List<ForceView> forces,
      List<IncidentEntryView> log,
      List<KnowsView> knows,
      String report,
      List<IncidentPaper> papers,
      Instant lastStepAt,
      String lastStepBy,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  @PostMapping("/api/incidents")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "openIncident", summary = "Open an incident")
  IncidentResponse openIncident(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody IncidentRequest r) {
    UUID made =
        idempotency.once(
            "openIncident",
            key,
            r,
            () ->
                incidents.open(
                    new RunIncident.Opening(
                        Typed.matterOrNone(r.matter()),
                        r.call(),
                        Typed.text(r.title()),
                        r.division(),
                        new Place(
                            Typed.text(r.division()), Typed.text(r.address()), r.lng(), r.lat()),
                        r.happenedAt(),
                        Typed.text(r.risk()),
                        Typed.text(r.words()))));
    return getIncident(made);
  }

  @GetMapping("/api/incidents")
  @Operation(operationId = "listIncidents", summary = "Incidents of one's desk, newest first")
  Page<IncidentLine> listIncidents(
      @RequestParam(defaultValue = "false") boolean county,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byId(
            after, limit, (last, most) -> incidents.list(county, open, last, most), i -> i.id()),
        Incident::reference,
        (i, clock) ->
            new IncidentLine(
                i.id(),
                i.title(),
                i.stage().key(),
                bodies.ref(i.opener()),
                CallPlace.of(i.place()),
                i.happenedAt(),
                i.content().risk(),
                i.content().log().stream().anyMatch(e -> e.kind().equals("report")),
                clock,
                i.version()));
  }

  @GetMapping("/api/incidents/{id}")
  @Operation(operationId = "getIncident", summary = "One incident with its log")
  IncidentResponse getIncident(@PathVariable UUID id) {
    RunIncident.Page page = incidents.page(id);
    Incident i = page.incident();
    return new IncidentResponse(
        i.id(),
        i.matter() == null ? null : i.matter().value(),
        i.call(),
        i.title(),
        i.stage().key(),
        bodies.ref(i.opener()),
        CallPlace.of(i.place()),
        i.happenedAt(),
        i.content().risk(),
        page.reported(),
        i.content().forces().stream()
            .map(
                f ->
                    new ForceView(
                        bodies.ref(f.body()),
                        f.task(),
                        f.calledAt(),
                        f.acceptedAt(),
                        f.arrivedAt(),
                        f.people()))
            .toList(),
        i.content().log().stream()
            .map(e -> new IncidentEntryView(e.kind(), e.words(), e.step().at(), e.step().by()))
            .toList(),
        i.content().knows().stream()
            .map(k -> new KnowsView(bodies.ref(k.body()), k.since(), bodies.ref(k.from())))
            .toList(),
        i.content().report(),
        i.content().papers().stream().map(p -> new IncidentPaper(p.letter(), p.number())).toList(),
        i.lastStep().at(),
        i.lastStep().by(),
        page.obligations(),
        i.version(),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/incidents/{id}/entries")
  @Operation(operationId = "noteIncident", summary = "Add to the log, and say how risky it is")
  IncidentResponse noteIncident(@PathVariable UUID id, @RequestBody IncidentEntryRequest r) {
    incidents.note(
        id, r.version(), Typed.text(r.kind()), Typed.text(r.risk()), Typed.text(r.words()));
    return getIncident(id);
  }

  @PostMapping("/api/incidents/{id}/forces")
  @Operation(operationId = "callForce", summary = "Call up forces of a body")
  IncidentResponse callForce(@PathVariable UUID id, @RequestBody ForceRequest r) {
    incidents.callForce(id, r.version(), Typed.body("body", r.body()), Typed.text(r.task()));
    return getIncident(id);
  }

  @PostMapping("/api/incidents/{id}/forces/acceptance")
  @Operation(operationId = "acceptCallUp", summary = "The body comes, and who")
  IncidentResponse acceptCallUp(@PathVariable UUID id, @RequestBody ForceAcceptanceRequest r) {
    incidents.accept(id, r.version(), Typed.text(r.people()));
    return getIncident(id);
  }

  @PostMapping("/api/incidents/{id}/forces/arrival")
  @Operation(operationId = "arriveAtIncident", summary = "The body's people are there")
  IncidentResponse arriveAtIncident(@PathVariable UUID id, @RequestBody VersionRequest r) {
    incidents.arrive(id, r.version());
    return getIncident(id);
  }

  @PostMapping("/api/incidents/{id}/reports")
  @Operation(operationId = "reportIncident", summary = "Tell it upward")
  IncidentResponse reportIncident(@PathVariable UUID id, @RequestBody IncidentReportRequest r) {
    incidents.report(id, r.version(), Typed.bodyOrNone("to", r.to()), Typed.text(r.words()));
    return getIncident(id);
  }

  @PostMapping("/api/incidents/{id}/closing")
  @Operation(operationId = "closeIncident", summary = "Close it with a report of what was done")
  IncidentResponse closeIncident(@PathVariable UUID id, @RequestBody IncidentCloseRequest r) {
    incidents.close(id, r.version(), Typed.text(r.report()));
    return getIncident(id);
  }

  @GetMapping("/api/incidents/{id}/papers/{paper}")
  @Operation(
      operationId = "getIncidentPaper",
      summary = "A report by which it was told upward, as Word or PDF")
  ResponseEntity<byte[]> getIncidentPaper(
      @PathVariable UUID id,
      @PathVariable UUID paper,
      @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(incidents.letter(id, paper, LetterDownload.format(format)));
  }
}
