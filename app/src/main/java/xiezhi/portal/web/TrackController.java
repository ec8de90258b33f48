package xiezhi.portal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.intake.PublicReports;
import xiezhi.intake.PublicReports.Tracked;
import xiezhi.obligation.ObligationView.Light;
import xiezhi.portal.application.MakeReport;
import xiezhi.portal.application.PublicCounty;
import xiezhi.portal.application.RateLimits;
import xiezhi.portal.application.RateLimits.Act;
import xiezhi.portal.application.Source;
import xiezhi.shared.CurrentActor;

/** Following a report by its code. Whoever has the code is taken for its reporter. */
@RestController
@RequestMapping("/api/public/reports/{code}")
@Tag(name = "public")
class TrackController {
  /**
   * @param subject the public category; empty if none was chosen
   * @param answerable who answers for it now
   * @param due what is owed at this moment
   * @param may {@code addToReport}, {@code rateReply}
   */
  record TrackedResponse(
      String code,
      String county,
      String countyName,
      String subject,
      String stage,
      NameResponse answerable,
      NameResponse firstReceiver,
      Instant receivedAt,
      List<StepResponse> steps,
      List<DueResponse> due,
      @Nullable ReplyResponse reply,
      @Nullable RatingResponse rating,
      List<AdditionResponse> additions,
      List<String> may) {}

  record NameResponse(String name) {}

  record StepResponse(Instant at, String event, String body) {}

  record DueResponse(
      String duty,
      String words,
      @Nullable Instant dueAt,
      @Nullable LocalDate lastDay,
      Light light,
      String clause) {}

  record ReplyResponse(String text, Instant at, String body) {}

  record RatingResponse(boolean satisfied) {}

  record AdditionResponse(Instant at, String text) {}

  record AdditionRequest(String text, @Nullable List<UUID> photos) {}

  record RatingRequest(boolean satisfied, @Nullable String words) {}

  /** Remembered for whoever sends the same again. */
  record Done(boolean done) {}

  private final PublicCounty counties;
  private final PublicReports reports;
  private final MakeReport making;
  private final CodeGuard codes;
  private final RateLimits limits;

  TrackController(
      PublicCounty counties,
      PublicReports reports,
      MakeReport making,
      CodeGuard codes,
      RateLimits limits) {
    this.counties = counties;
    this.reports = reports;
    this.making = making;
    this.codes = codes;
    this.limits = limits;
  }

  @GetMapping
  @Operation(
      operationId = "trackReport",
      summary = "Who answers for it now, what happened, what is due, the reply")
  ResponseEntity<TrackedResponse> trackReport(
      @PathVariable String code, HttpServletRequest request) {
    limits.take(Act.LOOK, Source.of(request));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(codes.by(code, request, () -> view(reports.track(code))));
  }

  private TrackedResponse view(Tracked t) {
    var county = counties.get(CurrentActor.get().county().value());
    var reply = t.reply();
    return new TrackedResponse(
        t.code(),
        county.code().value(),
        county.name(),
        t.service(),
        t.stage(),
        new NameResponse(t.answerable()),
        new NameResponse(t.firstReceiver()),
        t.receivedAt(),
        t.steps().stream().map(s -> new StepResponse(s.at(), s.event(), s.body())).toList(),
        t.due().stream()
            .filter(d -> !d.done())
            .map(
                d ->
                    new DueResponse(
                        d.duty(), d.words(), d.dueAt(), d.lastDay(), d.light(), d.clause()))
            .toList(),
        reply == null ? null : new ReplyResponse(reply.text(), reply.at(), reply.body()),
        t.satisfied() == null ? null : new RatingResponse(t.satisfied()),
        t.additions().stream().map(a -> new AdditionResponse(a.at(), a.text())).toList(),
        t.may());
  }

  @PostMapping("/additions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "addToReport", summary = "Further words and photos, while it is open")
  void addToReport(
      @PathVariable String code,
      @RequestBody AdditionRequest body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request) {
    limits.take(Act.REPORT, Source.of(request));
    codes.by(
        code,
        request,
        () ->
            making.once(
                "addToReport",
                key,
                List.of(code, body),
                Done.class,
                () -> {
                  reports.add(code, body.text(), body.photos() == null ? List.of() : body.photos());
                  return new Done(true);
                }));
  }

  @PostMapping("/rating")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "rateReply", summary = "Whether the reply was satisfactory")
  void rateReply(
      @PathVariable String code, @RequestBody RatingRequest body, HttpServletRequest request) {
    limits.take(Act.REPORT, Source.of(request));
    codes.by(
        code,
        request,
        () -> {
          reports.rate(code, body.satisfied(), body.words());
          return true;
        });
  }
}
