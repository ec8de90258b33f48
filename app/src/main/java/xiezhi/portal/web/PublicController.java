package xiezhi.portal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import xiezhi.document.Photos;
import xiezhi.intake.PublicReports;
import xiezhi.organisation.Division;
import xiezhi.organisation.Divisions;
import xiezhi.organisation.Places;
import xiezhi.portal.application.MakeReport;
import xiezhi.portal.application.PublicCounty;
import xiezhi.portal.application.RateLimits;
import xiezhi.portal.application.RateLimits.Act;
import xiezhi.portal.application.Source;
import xiezhi.powers.PublicCategories;
import xiezhi.shared.CurrentActor;

/** Reporting in one county. */
@RestController
@RequestMapping("/api/public/counties/{county}")
@Tag(name = "public")
class PublicController {
  record ServiceResponse(String code, String name, String group, String description) {}

  record DivisionResponse(
      String code, String name, String kind, @Nullable BigDecimal lng, @Nullable BigDecimal lat) {
    static DivisionResponse of(Division d) {
      return new DivisionResponse(d.code(), d.name(), d.kind(), d.lng(), d.lat());
    }
  }

  /**
   * @param ref stands for it where a report says that it is about the same; tells nothing by itself
   */
  record NearbyResponse(int metres, String service, LocalDate day, String stage, String ref) {}

  /**
   * @param division a proposal: the township whose centre is nearest, if one is near
   * @param inside false only if the point is clearly outside the county
   * @param turnTo whom to turn to instead
   */
  record PlaceResponse(
      @Nullable String division, @Nullable String name, boolean inside, @Nullable TurnTo turnTo) {}

  /**
   * @param county of this installation; null if it is in none
   */
  record TurnTo(@Nullable String county, String name) {}

  record PhotoResponse(UUID id) {}

  /**
   * @param to the body it is addressed to, as a notice at its counter says; null for whom the
   *     county's rule names
   * @param nearbyOf the {@code ref} of what was reported near by, if it is about the same
   */
  record ReportRequest(
      @Nullable String service,
      String description,
      @Nullable String division,
      @Nullable String address,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      @Nullable List<UUID> photos,
      @Nullable Instant at,
      boolean anonymous,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String nearbyOf,
      @Nullable String to) {}

  record ReceiptResponse(String code) {}

  /** Said where a point lies in none of the counties here. */
  private static final String ELSEWHERE = "当地乡镇人民政府、街道办事处，或者拨打 12345";

  private final PublicCounty counties;
  private final PublicCategories categories;
  private final PublicReports reports;
  private final Divisions divisions;
  private final Places places;
  private final MakeReport making;
  private final Photos photos;
  private final RateLimits limits;

  PublicController(
      PublicCounty counties,
      PublicCategories categories,
      PublicReports reports,
      Divisions divisions,
      Places places,
      MakeReport making,
      Photos photos,
      RateLimits limits) {
    this.counties = counties;
    this.categories = categories;
    this.reports = reports;
    this.divisions = divisions;
    this.places = places;
    this.making = making;
    this.photos = photos;
    this.limits = limits;
  }

  @GetMapping("/services")
  @Operation(operationId = "listPublicServices", summary = "What may be reported there")
  ResponseEntity<List<ServiceResponse>> listPublicServices(
      @PathVariable String county, HttpServletRequest request) {
    limits.take(Act.LOOK, Source.of(request));
    return cached(
        counties.in(
            county,
            () ->
                categories.of(CurrentActor.get().county()).stream()
                    .map(c -> new ServiceResponse(c.code(), c.name(), c.group(), c.description()))
                    .toList()));
  }

  @GetMapping("/divisions")
  @Operation(operationId = "listPublicDivisions", summary = "Its townships and sub-districts")
  ResponseEntity<List<DivisionResponse>> listPublicDivisions(
      @PathVariable String county, HttpServletRequest request) {
    limits.take(Act.LOOK, Source.of(request));
    return cached(
        counties.in(
            county,
            () ->
                divisions.of(CurrentActor.get().county()).stream()
                    .map(DivisionResponse::of)
                    .toList()));
  }

  private static <T> ResponseEntity<T> cached(T body) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
        .body(body);
  }

  @GetMapping("/nearby")
  @Operation(
      operationId = "findNearbyReports",
      summary = "Whether it has been reported near by: how far, what, when; nothing else")
  List<NearbyResponse> findNearbyReports(
      @PathVariable String county,
      @RequestParam BigDecimal lng,
      @RequestParam BigDecimal lat,
      @RequestParam(required = false) @Nullable String service,
      HttpServletRequest request) {
    limits.take(Act.LOOK, Source.of(request));
    return counties.in(
        county,
        () ->
            reports.nearby(lng, lat, name(service)).stream()
                .map(n -> new NearbyResponse(n.metres(), n.service(), n.day(), n.stage(), n.ref()))
                .toList());
  }

  private @Nullable String name(@Nullable String code) {
    return code == null
        ? null
        : categories.find(code).map(PublicCategories.Category::name).orElse(code);
  }

  @GetMapping("/place")
  @Operation(
      operationId = "locatePlace",
      summary = "Whether a point lies in the county; its township as a proposal")
  PlaceResponse locatePlace(
      @PathVariable String county,
      @RequestParam BigDecimal lng,
      @RequestParam BigDecimal lat,
      HttpServletRequest request) {
    limits.take(Act.LOOK, Source.of(request));
    return counties.in(county, () -> place(places.locate(CurrentActor.get().county(), lng, lat)));
  }

  private static PlaceResponse place(Places.Found found) {
    Division division = found.division();
    var other = found.other();
    return new PlaceResponse(
        division == null ? null : division.code(),
        division == null ? null : division.name(),
        found.inside(),
        found.inside()
            ? null
            : other == null
                ? new TurnTo(null, ELSEWHERE)
                : new TurnTo(other.code().value(), other.name()));
  }

  @PostMapping(value = "/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "uploadPublicPhoto",
      summary = "A photo ahead of its report; nobody can read it until the report comes")
  PhotoResponse uploadPublicPhoto(
      @PathVariable String county,
      @RequestParam("file") MultipartFile file,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request)
      throws IOException {
    limits.take(Act.PHOTO, Source.of(request));
    try (InputStream content = file.getInputStream()) {
      return counties.in(
          county, () -> new PhotoResponse(photos.take("public-photo", content, key)));
    }
  }

  @PostMapping("/reports")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "reportViolation",
      summary = "Report; the code in the answer is the only way to follow it")
  ReceiptResponse reportViolation(
      @PathVariable String county,
      @RequestBody ReportRequest body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request) {
    limits.take(Act.REPORT, Source.of(request));
    return counties.in(county, () -> new ReceiptResponse(making.make(entry(body), key).code()));
  }

  private static MakeReport.Entry entry(ReportRequest r) {
    return new MakeReport.Entry(
        r.service(),
        r.description(),
        r.division(),
        r.address(),
        r.lng(),
        r.lat(),
        r.at(),
        r.photos() == null ? List.of() : r.photos(),
        r.anonymous(),
        r.anonymous() ? null : r.name(),
        r.anonymous() ? null : r.phone(),
        null,
        "web",
        r.to(),
        r.nearbyOf());
  }
}
