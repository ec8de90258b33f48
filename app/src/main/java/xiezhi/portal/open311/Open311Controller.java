package xiezhi.portal.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.organisation.County;
import xiezhi.portal.application.MakeReport;
import xiezhi.portal.application.PortalSettings;
import xiezhi.portal.application.RateLimits;
import xiezhi.portal.application.RateLimits.Act;
import xiezhi.portal.application.Source;
import xiezhi.portal.open311.Wire.Format;
import xiezhi.powers.PublicCategories;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/** The standard's addresses, for all counties together and for each by itself. */
@RestController
@RequestMapping({"/open311/v2", "/open311/{county:[0-9]{6}}/v2"})
class Open311Controller {
  private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
  private static final String NO_KEY =
      "不需要密钥；提交频率按来源限制。No key is needed; requests are limited by source.";

  private final Jurisdiction jurisdictions;
  private final ServiceList services;
  private final RequestList requests;
  private final PublicCategories categories;
  private final MakeReport making;
  private final RateLimits limits;
  private final PortalSettings settings;
  private final Wire wire;
  private final Clock clock;
  private final Instant changed;
  private final boolean demonstration;

  Open311Controller(
      Jurisdiction jurisdictions,
      ServiceList services,
      RequestList requests,
      PublicCategories categories,
      MakeReport making,
      RateLimits limits,
      PortalSettings settings,
      JsonMapper json,
      Clock clock,
      @Value("${xiezhi.demonstration:false}") boolean demonstration) {
    this.jurisdictions = jurisdictions;
    this.services = services;
    this.requests = requests;
    this.categories = categories;
    this.making = making;
    this.limits = limits;
    this.settings = settings;
    this.wire = new Wire(json);
    this.clock = clock;
    this.demonstration = demonstration;
    // services come with the program: they change at most when it starts anew
    this.changed = clock.instant().minusSeconds(1);
  }

  private ResponseEntity<byte[]> answer(
      HttpStatus status, HttpServletRequest request, String root, Object content) {
    Format format = Format.of(request.getRequestURI());
    return ResponseEntity.status(status)
        .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
        // read by pages of other origins, which get nothing but what everybody gets
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .body(wire.write(format, root, content));
  }

  private ResponseEntity<byte[]> look(
      HttpServletRequest request, String root, Supplier<Object> content) {
    limits.take(Act.LOOK, Source.of(request));
    return answer(HttpStatus.OK, request, root, content.get());
  }

  // --- discovery --------------------------------------------------------------------------------

  @GetMapping({"/discovery.xml", "/discovery.json"})
  ResponseEntity<byte[]> discovery(
      @PathVariable(required = false) @Nullable String county, HttpServletRequest request) {
    return look(request, "discovery", () -> discovery(county));
  }

  private Map<String, Object> discovery(@Nullable String county) {
    Map<String, Object> discovery = new LinkedHashMap<>();
    discovery.put("changeset", RequestList.text(changed));
    discovery.put("contact", settings.contact());
    discovery.put("key_service", NO_KEY);
    List<Map<String, Object>> endpoints = new ArrayList<>();
    List<County> all =
        county == null ? jurisdictions.all() : List.of(jurisdictions.needed(county, null));
    all.forEach(c -> endpoints.add(endpoint("/open311/" + c.code() + "/v2")));
    // some readers take a single element for no list
    if (endpoints.size() == 1) {
      endpoints.add(endpoint(jurisdictions.all().size() == 1 ? "/open311/v2" : path(county)));
    }
    discovery.put("endpoints", endpoints);
    return discovery;
  }

  private static String path(@Nullable String county) {
    return "/open311/" + county + "/v2";
  }

  private Map<String, Object> endpoint(String path) {
    Map<String, Object> endpoint = new LinkedHashMap<>();
    endpoint.put("specification", SPECIFICATION);
    endpoint.put(
        "url", ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString());
    endpoint.put("changeset", RequestList.text(changed));
    endpoint.put("type", demonstration ? "test" : "production");
    endpoint.put("formats", List.of("text/xml", "application/json"));
    return endpoint;
  }

  // --- services ---------------------------------------------------------------------------------

  @GetMapping({"/services.xml", "/services.json"})
  ResponseEntity<byte[]> services(
      @PathVariable(required = false) @Nullable String county,
      @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction,
      HttpServletRequest request) {
    return look(
        request,
        "services",
        () -> services.list(jurisdictions.named(county, jurisdiction).orElse(null)));
  }

  @GetMapping({"/services/{code}.xml", "/services/{code}.json"})
  ResponseEntity<byte[]> definition(
      @PathVariable(required = false) @Nullable String county,
      @PathVariable String code,
      @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction,
      HttpServletRequest request) {
    return look(
        request,
        "service_definition",
        () -> services.definition(jurisdictions.needed(county, jurisdiction), code));
  }

  // --- requests ---------------------------------------------------------------------------------

  @PostMapping({"/requests.xml", "/requests.json"})
  ResponseEntity<byte[]> create(
      @PathVariable(required = false) @Nullable String county,
      @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request) {
    limits.take(Act.REPORT, Source.of(request));
    var form = new NewRequest(request::getParameter);
    Optional<County> named = jurisdictions.named(county, jurisdiction);
    PublicCategories.Category service =
        categories
            .find(form.serviceCode())
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.UNKNOWN,
                            "portal.no-such-service",
                            "service_code was not found.")
                        .exception());
    MakeReport.Entry entry = form.entry(service);
    County here =
        named
            .or(() -> jurisdictions.at(entry.lng(), entry.lat()))
            .orElseThrow(jurisdictions::missing);
    MakeReport.Receipt receipt =
        CurrentActor.as(Actor.publicIn(here.code()), () -> making.make(entry, key));
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("service_request_id", RequestList.id(here, receipt.id()));
    made.put("service_notice", "查询码 " + receipt.code() + "：凭它查询办理情况和答复，请勿转告他人。");
    made.put("account_id", null);
    return answer(HttpStatus.OK, request, "service_requests", List.of(made));
  }

  @GetMapping({"/requests.xml", "/requests.json"})
  ResponseEntity<byte[]> list(
      @PathVariable(required = false) @Nullable String county,
      @RequestParam Map<String, String> p,
      HttpServletRequest request) {
    boolean extensions = "true".equals(p.get("extensions"));
    List<String> ids = RequestList.split(p.get("service_request_id"));
    return look(
        request,
        "service_requests",
        () ->
            ids.isEmpty()
                ? requests.search(
                    jurisdictions.needed(county, p.get("jurisdiction_id")),
                    new RequestList.Search(
                        p.get("service_code"),
                        p.get("start_date"),
                        p.get("end_date"),
                        p.get("status"),
                        p.get("updated_since"),
                        p.get("page"),
                        p.get("page_size"),
                        extensions),
                    clock.instant())
                : requests.byIds(
                    ofId(county, p.get("jurisdiction_id"), ids.getFirst()), ids, extensions));
  }

  @GetMapping({"/requests/{id}.xml", "/requests/{id}.json"})
  ResponseEntity<byte[]> one(
      @PathVariable(required = false) @Nullable String county,
      @PathVariable String id,
      @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction,
      @RequestParam(required = false) @Nullable String extensions,
      HttpServletRequest request) {
    return look(
        request,
        "service_requests",
        () -> {
          var found =
              requests.byIds(
                  ofId(county, jurisdiction, id), List.of(id), "true".equals(extensions));
          if (found.isEmpty()) {
            throw unknown("service_request_id was not found.");
          }
          return found;
        });
  }

  /** Reports have their id at once; a token, should somebody ask with one, is that id. */
  @GetMapping({"/tokens/{token}.xml", "/tokens/{token}.json"})
  ResponseEntity<byte[]> token(
      @PathVariable(required = false) @Nullable String county,
      @PathVariable String token,
      @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction,
      HttpServletRequest request) {
    return look(
        request,
        "service_requests",
        () -> {
          var found = requests.byIds(ofId(county, jurisdiction, token), List.of(token), false);
          if (found.isEmpty()) {
            throw unknown("token was not found.");
          }
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("service_request_id", found.getFirst().get("service_request_id"));
          one.put("token", token);
          return List.of(one);
        });
  }

  private County ofId(@Nullable String inPath, @Nullable String parameter, String id) {
    return jurisdictions
        .named(inPath, parameter)
        .or(() -> RequestList.county(id).flatMap(c -> jurisdictions.named(c, null)))
        .orElseThrow(jurisdictions::missing);
  }

  // --- errors -----------------------------------------------------------------------------------

  @RequestMapping("/**")
  ResponseEntity<byte[]> nothingHere() {
    throw unknown(
        "There is nothing at this address; the standard's addresses end in .xml or .json.");
  }

  private static RefusedException unknown(String sentence) {
    return Refusal.of(Refusal.Kind.UNKNOWN, "open311.unknown", sentence).exception();
  }

  /** 404 for what is not there, 429 for too often, 400 for all else, as the standard has it. */
  @ExceptionHandler(RefusedException.class)
  ResponseEntity<byte[]> refused(RefusedException e, HttpServletRequest request) {
    Refusal.Kind kind = e.refusals().getFirst().kind();
    HttpStatus status =
        switch (kind) {
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
          default -> HttpStatus.BAD_REQUEST;
        };
    List<Map<String, Object>> errors = new ArrayList<>();
    for (Refusal refusal : e.refusals()) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("code", status.value());
      error.put("description", refusal.message());
      errors.add(error);
    }
    var answer = answer(status, request, "errors", errors);
    Object wait = e.refusals().getFirst().details().get("retryAfter");
    return wait == null
        ? answer
        : ResponseEntity.status(status)
            .headers(answer.getHeaders())
            .header(HttpHeaders.RETRY_AFTER, wait.toString())
            .body(answer.getBody());
  }
}
