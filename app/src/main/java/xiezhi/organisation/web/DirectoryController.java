package xiezhi.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.organisation.Counties;
import xiezhi.organisation.County;
import xiezhi.organisation.Divisions;
import xiezhi.organisation.application.ListBodies;
import xiezhi.organisation.domain.BodyLines;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/** Which counties there are, to everybody; what is in one, to those who work there. */
@RestController
@RequestMapping("/api")
@Tag(name = "organisation")
class DirectoryController {
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  record CountyResponse(
      String code,
      String name,
      String level,
      String province,
      String prefecture,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      String mainDocument) {
    static CountyResponse of(County c) {
      return new CountyResponse(
          c.code().value(),
          c.name(),
          c.level(),
          c.province(),
          c.prefecture(),
          c.centerLng(),
          c.centerLat(),
          c.mainDocument());
    }
  }

  record DivisionResponse(
      String code, String name, String kind, @Nullable BigDecimal lng, @Nullable BigDecimal lat) {}

  record BodyResponse(
      String id,
      String name,
      String shortName,
      String kind,
      boolean legal,
      @Nullable String parent,
      @Nullable String parentName,
      @Nullable String township,
      @Nullable String townshipName,
      @Nullable String division,
      String function,
      String evidence) {
    static BodyResponse of(BodyLines.Line line) {
      Body b = line.body();
      return new BodyResponse(
          b.id().value(),
          b.name(),
          b.shortName(),
          b.kind().key(),
          b.kind().isLegal(),
          b.parent() == null ? null : b.parent().value(),
          line.parentName(),
          b.township() == null ? null : b.township().value(),
          line.townshipName(),
          b.division(),
          b.function(),
          b.evidence());
    }
  }

  /**
   * A GeoJSON feature.
   *
   * @param properties the county, and what the outline is not
   */
  record BoundaryResponse(
      String type, BoundaryProperties properties, Map<String, Object> geometry) {}

  /**
   * @param schematic always true: not a survey result, never to be published as a map
   * @param datum of the coordinates; {@code unknown}, because the source does not say
   */
  record BoundaryProperties(
      String code, String name, boolean schematic, String datum, String note) {}

  private final Counties counties;
  private final Divisions divisions;
  private final ListBodies bodies;
  private final JsonMapper json;

  DirectoryController(Counties counties, Divisions divisions, ListBodies bodies, JsonMapper json) {
    this.counties = counties;
    this.divisions = divisions;
    this.bodies = bodies;
    this.json = json;
  }

  @GetMapping("/counties")
  @Operation(operationId = "listCounties", summary = "All counties of this installation")
  List<CountyResponse> listCounties() {
    return counties.known().stream().map(CountyResponse::of).toList();
  }

  @GetMapping("/counties/{code}/boundary")
  @Operation(
      operationId = "getBoundary",
      summary = "A county's outline as GeoJSON: schematic, datum unknown, not a survey result")
  ResponseEntity<BoundaryResponse> getBoundary(@PathVariable String code) {
    County county =
        CODE.matcher(code).matches()
            ? counties.find(new CountyCode(code)).orElseThrow(() -> noCounty(code))
            : refuse(code);
    String geometry =
        counties
            .boundary(county.code())
            .orElseThrow(
                () ->
                    new RefusedException(
                        Refusal.of(
                            Refusal.Kind.UNKNOWN,
                            "organisation.no-boundary",
                            "No outline is held of " + county.name() + ".",
                            Map.of("county", code))));
    @SuppressWarnings("unchecked")
    Map<String, Object> read = json.readValue(geometry, Map.class);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
        .body(
            new BoundaryResponse(
                "Feature",
                new BoundaryProperties(
                    code,
                    county.name(),
                    true,
                    "unknown",
                    "示意边界,坐标基准未注明(国内地图来源多为GCJ-02),不是测绘成果;公开展示地图须用有审图号的标准地图"),
                read));
  }

  private static County refuse(String code) {
    throw noCounty(code);
  }

  private static RefusedException noCounty(String code) {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.UNKNOWN,
            "organisation.no-such-county",
            "There is no county " + code + " here.",
            Map.of("county", code)));
  }

  @GetMapping("/divisions")
  @Operation(operationId = "listDivisions", summary = "Townships and sub-districts, by code")
  List<DivisionResponse> listDivisions() {
    return divisions.of(CurrentActor.get().county()).stream()
        .map(d -> new DivisionResponse(d.code(), d.name(), d.kind(), d.lng(), d.lat()))
        .toList();
  }

  @GetMapping("/bodies")
  @Operation(operationId = "listBodies", summary = "The county's bodies, by pinyin")
  List<BodyResponse> listBodies(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "") String q) {
    return bodies.list(kind == null || kind.isEmpty() ? null : kind(kind), q.strip()).stream()
        .map(BodyResponse::of)
        .toList();
  }

  private static BodyKind kind(String key) {
    return BodyKind.of(key)
        .orElseThrow(
            () ->
                new RefusedException(
                    Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "organisation.no-such-kind",
                        "There is no kind of body “" + key + "”.",
                        Map.of(
                            "kind",
                            key,
                            "kinds",
                            Arrays.stream(BodyKind.values()).map(BodyKind::key).toList()))));
  }
}
