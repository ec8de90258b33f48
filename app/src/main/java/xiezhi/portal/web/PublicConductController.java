package xiezhi.portal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
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
import xiezhi.intake.ConductReports;
import xiezhi.portal.application.MakeReport;
import xiezhi.portal.application.PublicCounty;
import xiezhi.portal.application.RateLimits;
import xiezhi.portal.application.RateLimits.Act;
import xiezhi.portal.application.Source;
import xiezhi.portal.web.TrackController.RatingRequest;
import xiezhi.portal.web.TrackController.RatingResponse;
import xiezhi.portal.web.TrackController.ReplyResponse;
import xiezhi.portal.web.TrackController.StepResponse;

/** 对执法行为的投诉, as the public makes and follows it: a path of its own. */
@RestController
@RequestMapping("/api/public")
@Tag(name = "public")
class PublicConductController {
  private final PublicCounty counties;
  private final ConductReports conduct;
  private final MakeReport making;
  private final CodeGuard codes;
  private final RateLimits limits;

  PublicConductController(
      PublicCounty counties,
      ConductReports conduct,
      MakeReport making,
      CodeGuard codes,
      RateLimits limits) {
    this.counties = counties;
    this.conduct = conduct;
    this.making = making;
    this.codes = codes;
    this.limits = limits;
  }

  /**
   * @param body whose officer it was, in the complainant's words
   * @param officer name or number, as far as known
   */
  record ConductReportRequest(
      @Nullable String body,
      @Nullable String officer,
      @Nullable String when,
      String description,
      boolean anonymous,
      @Nullable String name,
      @Nullable String phone) {}

  record ConductReceiptResponse(String code) {}

  /**
   * @param stage how far it has come: that it was received, who handles it, or that it was replied
   *     to
   */
  record TrackedConductResponse(
      String code,
      String stage,
      String handledBy,
      Instant receivedAt,
      List<StepResponse> steps,
      @Nullable ReplyResponse reply,
      @Nullable RatingResponse rating,
      List<String> may) {}

  @PostMapping("/counties/{county}/conduct-complaints")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "complainAboutConduct",
      summary = "Complain of how an officer behaved; the code in the answer follows it")
  ConductReceiptResponse complainAboutConduct(
      @PathVariable String county,
      @RequestBody ConductReportRequest r,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request) {
    limits.take(Act.REPORT, Source.of(request));
    return counties.in(
        county,
        () ->
            making.once(
                "complainAboutConduct",
                key,
                r,
                ConductReceiptResponse.class,
                () -> new ConductReceiptResponse(conduct.report(report(r)).code())));
  }

  private static ConductReports.Report report(ConductReportRequest r) {
    return new ConductReports.Report(
        r.body(), r.officer(), r.when(), r.description(), r.anonymous(), r.name(), r.phone());
  }

  @GetMapping("/conduct-complaints/{code}")
  @Operation(operationId = "trackConductComplaint", summary = "How far it is, and the reply")
  ResponseEntity<TrackedConductResponse> trackConductComplaint(
      @PathVariable String code, HttpServletRequest request) {
    limits.take(Act.LOOK, Source.of(request));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(codes.by(code, request, () -> view(conduct.track(code))));
  }

  private static TrackedConductResponse view(ConductReports.Tracked t) {
    return new TrackedConductResponse(
        t.code(),
        t.stage(),
        t.handledBy(),
        t.receivedAt(),
        t.steps().stream().map(s -> new StepResponse(s.at(), s.event(), t.handledBy())).toList(),
        t.reply() == null || t.repliedAt() == null
            ? null
            : new ReplyResponse(t.reply(), t.repliedAt(), t.handledBy()),
        t.satisfied() == null ? null : new RatingResponse(t.satisfied()),
        t.may());
  }

  @PostMapping("/conduct-complaints/{code}/rating")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "rateConductReply", summary = "Whether the reply was satisfactory")
  void rateConductReply(
      @PathVariable String code, @RequestBody RatingRequest r, HttpServletRequest request) {
    limits.take(Act.REPORT, Source.of(request));
    codes.by(
        code,
        request,
        () -> {
          conduct.rate(code, r.satisfied(), r.words());
          return true;
        });
  }
}
