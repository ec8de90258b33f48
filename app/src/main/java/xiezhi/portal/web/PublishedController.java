package xiezhi.portal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.intake.PublicReports;
import xiezhi.intake.PublicReports.Published;
import xiezhi.intake.PublicReports.Query;
import xiezhi.organisation.Divisions;
import xiezhi.portal.application.PublicCounty;
import xiezhi.portal.application.RateLimits;
import xiezhi.portal.application.RateLimits.Act;
import xiezhi.portal.application.Source;
import xiezhi.powers.PublicCategories;
import xiezhi.powers.PublicCategories.Category;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.web.Cursor;
import xiezhi.shared.web.Page;

/**
 * What Open311 lacks and its users have asked for since 2013: the history of a report, and what
 * changed since a time. Comments are added with the code of a report (addToReport), and shown to
 * whoever has it: they may tell of persons.
 */
@RestController
@RequestMapping("/api/public/counties/{county}/reports")
@Tag(name = "public")
class PublishedController {
  /**
   * @param service code of the public category; {@code other} if none was chosen
   * @param lng to about a hundred metres
   */
  record PublishedReport(
      UUID id,
      String service,
      String serviceName,
      String division,
      @Nullable String divisionName,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      String stage,
      String answerable,
      Instant receivedAt,
      Instant updatedAt,
      @Nullable Instant closedAt,
      List<HistoryEntry> history) {}

  record HistoryEntry(Instant at, String event, String body) {}

  private final PublicCounty counties;
  private final PublicReports reports;
  private final PublicCategories categories;
  private final Divisions divisions;
  private final RateLimits limits;

  PublishedController(
      PublicCounty counties,
      PublicReports reports,
      PublicCategories categories,
      Divisions divisions,
      RateLimits limits) {
    this.counties = counties;
    this.reports = reports;
    this.categories = categories;
    this.divisions = divisions;
    this.limits = limits;
  }

  @GetMapping
  @Operation(
      operationId = "listPublishedReports",
      summary = "Reports with their history, newest first, changed since a time; nothing personal")
  Page<PublishedReport> listPublishedReports(
      @PathVariable String county,
      @RequestParam(required = false) @Nullable Instant updatedSince,
      @RequestParam(required = false) @Nullable String service,
      @RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit,
      HttpServletRequest request) {
    limits.take(Act.LOOK, Source.of(request));
    int size = Page.limit(limit);
    int offset = Cursor.decode(after, 1).map(PublishedController::offset).orElse(0);
    List<String> names =
        service == null
            ? List.of()
            : List.of(categories.find(service).map(Category::name).orElse(service));
    return counties.in(
        county,
        () ->
            Page.of(
                    reports.published(
                        new Query(
                            List.of(), names, open, null, null, updatedSince, offset, size + 1)),
                    size,
                    _ -> Cursor.of(offset + size))
                .map(this::view));
  }

  private static int offset(Cursor cursor) {
    String number = cursor.key().getFirst();
    if (!number.matches("[0-9]{1,7}")) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED, "shared.unknown-cursor", "This page of the list is gone.")
          .exception();
    }
    return Integer.parseInt(number);
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getPublishedReport", summary = "One of them")
  PublishedReport getPublishedReport(
      @PathVariable String county, @PathVariable UUID id, HttpServletRequest request) {
    limits.take(Act.LOOK, Source.of(request));
    return counties.in(
        county,
        () ->
            reports
                .published(new Query(List.of(id), List.of(), null, null, null, null, 0, 1))
                .stream()
                .findFirst()
                .map(this::view)
                .orElseThrow(
                    () ->
                        Refusal.of(
                                Refusal.Kind.UNKNOWN,
                                "portal.no-such-report",
                                "There is no such report here.",
                                Map.of())
                            .exception()));
  }

  private PublishedReport view(Published r) {
    return new PublishedReport(
        r.id(),
        categories.named(r.service()).map(Category::code).orElse("other"),
        r.service(),
        r.division(),
        divisions
            .find(CurrentActor.get().county(), r.division())
            .map(xiezhi.organisation.Division::name)
            .orElse(null),
        r.lng(),
        r.lat(),
        r.stage(),
        r.answerable(),
        r.receivedAt(),
        r.updatedAt(),
        r.closedAt(),
        r.steps().stream().map(s -> new HistoryEntry(s.at(), s.event(), s.body())).toList());
  }
}
