package xiezhi.portal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.command.PublishedRoster;
import xiezhi.guidance.PublishedGuidance;
import xiezhi.portal.application.PublicCounty;
import xiezhi.portal.application.RateLimits;
import xiezhi.portal.application.RateLimits.Act;
import xiezhi.portal.application.Source;
import xiezhi.shared.Ground;

/** What a county's rules want published: who enforces jointly, and what keeps people from wrong. */
@RestController
@RequestMapping("/api/public/counties/{county}")
@Tag(name = "public")
class PublishedListsController {
  /**
   * @param post whose roster, as the name of an area
   */
  record PublicOfficer(
      String post, String name, String body, String certificate, Instant since, Ground ground) {}

  /**
   * @param kind as the county's rule names it
   * @param trade for whom it is meant
   */
  record PublicGuidance(
      UUID id,
      String kind,
      String trade,
      String title,
      String content,
      String legalBasis,
      String body,
      Instant publishedAt) {}

  private final PublicCounty counties;
  private final PublishedRoster roster;
  private final PublishedGuidance guidance;
  private final RateLimits limits;

  PublishedListsController(
      PublicCounty counties,
      PublishedRoster roster,
      PublishedGuidance guidance,
      RateLimits limits) {
    this.counties = counties;
    this.roster = roster;
    this.guidance = guidance;
    this.limits = limits;
  }

  @GetMapping("/roster")
  @Operation(operationId = "getPublicRoster", summary = "Officers of joint enforcement, by name")
  List<PublicOfficer> getPublicRoster(@PathVariable String county, HttpServletRequest request) {
    limits.take(Act.LOOK, Source.of(request));
    return counties.in(
        county,
        () ->
            roster.published().stream()
                .map(
                    l ->
                        new PublicOfficer(
                            l.post(), l.name(), l.body(), l.certificate(), l.since(), l.ground()))
                .toList());
  }

  @GetMapping("/guidance")
  @Operation(
      operationId = "getPublicGuidance",
      summary = "Compliance lists by trade, and typical cases without names")
  List<PublicGuidance> getPublicGuidance(@PathVariable String county, HttpServletRequest request) {
    limits.take(Act.LOOK, Source.of(request));
    return counties.in(
        county,
        () ->
            guidance.published().stream()
                .map(
                    e ->
                        new PublicGuidance(
                            e.id(),
                            e.kind(),
                            e.trade(),
                            e.title(),
                            e.content(),
                            e.legalBasis(),
                            e.body(),
                            e.publishedAt()))
                .toList());
  }
}
