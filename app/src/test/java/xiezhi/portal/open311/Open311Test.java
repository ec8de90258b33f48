package xiezhi.portal.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.Town;

/**
 * What the community's validator asks of a server, rule by rule, and what the standard says beyond
 * it, in both formats.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Open311Test {
  @Autowired MockMvcTester http;
  @Autowired JsonMapper json;
  @Autowired Town town;
  @Autowired Clock clock;

  private @Nullable Made made;

  private Made county() {
    Made county = made == null ? town.like("530426") : made;
    made = county;
    return county;
  }

  private String base() {
    return "/open311/" + county().code() + "/v2";
  }

  private String division() {
    return Objects.requireNonNull(county().bodies().get("t1")).value();
  }

  private MvcTestResult get(String path) {
    return http.get().uri(URI.create(path)).exchange();
  }

  private MvcTestResult post(String path, Map<String, String> form) {
    var request =
        http.post().uri(URI.create(path)).contentType(MediaType.APPLICATION_FORM_URLENCODED);
    form.forEach(request::param);
    return request.exchange();
  }

  private JsonNode json(MvcTestResult answer, String schema) throws Exception {
    assertThat(answer.getResponse().getContentType())
        .isEqualToIgnoringCase("application/json;charset=utf-8");
    String text = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    try (var in =
        Objects.requireNonNull(getClass().getResourceAsStream("/open311/" + schema + ".json"))) {
      var read =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
      assertThat(
              read.validate(
                  text,
                  InputFormat.JSON,
                  c -> c.executionConfig(e -> e.formatAssertionsEnabled(true))))
          .as(text)
          .isEmpty();
    }
    return json.readTree(text);
  }

  private Element xml(MvcTestResult answer, String root) throws Exception {
    byte[] bytes = answer.getResponse().getContentAsByteArray();
    assertThat(answer.getResponse().getContentType())
        .isEqualToIgnoringCase("text/xml;charset=utf-8");
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    Element element =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes))
            .getDocumentElement();
    assertThat(element.getTagName()).isEqualTo(root);
    return element;
  }

  private static List<Element> children(Element parent, String... path) {
    List<Element> at = List.of(parent);
    for (String name : path) {
      List<Element> next = new ArrayList<>();
      for (Element e : at) {
        for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling()) {
          if (n instanceof Element child && child.getTagName().equals(name)) {
            next.add(child);
          }
        }
      }
      at = next;
    }
    return at;
  }

  private static String text(Element parent, String name) {
    return children(parent, name).getFirst().getTextContent();
  }

  private static Set<String> names(Element parent) {
    Set<String> names = new HashSet<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e) {
        names.add(e.getTagName());
      }
    }
    return names;
  }

  private String report(Map<String, String> more) throws Exception {
    Map<String, String> form = new java.util.HashMap<>();
    form.put("service_code", "city-appearance");
    form.put("description", "路口堆放垃圾");
    form.put("lat", "24.17");
    form.put("long", "102.40");
    form.put("attribute[division]", division());
    form.putAll(more);
    MvcTestResult answer = post(base() + "/requests.json", form);
    assertThat(answer).hasStatusOk();
    return json(answer, "created").get(0).path("service_request_id").asString("");
  }

  // --- the validator's rules --------------------------------------------------------------------

  @Test
  void discoveryIsTheSameInBothFormatsAndNamesLivingEndpoints() throws Exception {
    JsonNode j = json(get(base() + "/discovery.json"), "discovery");
    Element x = xml(get(base() + "/discovery.xml"), "discovery");

    for (String field : new String[] {"contact", "key_service", "changeset"}) {
      assertThat(text(x, field)).isNotBlank().isEqualTo(j.path(field).asString(""));
    }
    List<Element> endpoints = children(x, "endpoints", "endpoint");
    assertThat(endpoints.size()).isGreaterThan(1).isEqualTo(j.path("endpoints").size());
    for (Element endpoint : endpoints) {
      assertThat(text(endpoint, "specification")).isEqualTo("http://wiki.open311.org/GeoReport_v2");
      assertThat(OffsetDateTime.parse(text(endpoint, "changeset")).toInstant())
          .isBefore(clock.instant());
      assertThat(text(endpoint, "type")).isEqualTo("test");
      assertThat(children(endpoint, "formats", "format"))
          .extracting(Element::getTextContent)
          .containsExactly("text/xml", "application/json");
      String path = URI.create(text(endpoint, "url")).getPath();
      assertThat(json(get(path + "/services.json?jurisdiction_id="), "services")).isNotEmpty();
      assertThat(children(xml(get(path + "/services.xml?jurisdiction_id="), "services"), "service"))
          .isNotEmpty();
    }
    assertThat(json(get("/open311/v2/discovery.json"), "discovery").path("endpoints").toString())
        .contains(base());
  }

  @Test
  void everyServiceHasACodeAndADefinition() throws Exception {
    JsonNode services = json(get(base() + "/services.json"), "services");
    List<Element> elements = children(xml(get(base() + "/services.xml"), "services"), "service");

    assertThat(services.size()).isEqualTo(elements.size()).isGreaterThan(5);
    for (int i = 0; i < services.size(); i++) {
      Element element = elements.get(i);
      assertThat(names(element))
          .containsExactlyInAnyOrder(
              "service_code",
              "service_name",
              "description",
              "metadata",
              "type",
              "keywords",
              "group");
      String code = services.get(i).path("service_code").asString("");
      assertThat(text(element, "service_code")).isEqualTo(code).matches("[a-z-]+");
      JsonNode definition = json(get(base() + "/services/" + code + ".json"), "definition");
      assertThat(definition.path("service_code").asString("")).isEqualTo(code);
      Element same = xml(get(base() + "/services/" + code + ".xml"), "service_definition");
      assertThat(children(same, "attributes", "attribute", "values", "value"))
          .hasSameSizeAs(definition.path("attributes").get(0).path("values"));
    }
  }

  @Test
  void aRequestIsMadeInEachFormatWithAnAddressOnly() throws Exception {
    String name =
        json(get(base() + "/services/gas.json"), "definition")
            .path("attributes")
            .get(0)
            .path("values")
            .get(0)
            .path("name")
            .asString("");
    Map<String, String> form =
        Map.of(
            "api_key", "none-is-needed",
            "jurisdiction_id", county().code().value(),
            "service_code", "gas",
            "address_string", name + "人民路1号",
            "email", "foo@bar.example",
            "description", "I know <b>&\"它\"</b>");

    JsonNode j = json(post(base() + "/requests.json", form), "created");
    Element x = xml(post("/open311/v2/requests.xml", form), "service_requests");

    assertThat(j.get(0).path("service_request_id").asString("")).startsWith(county().code() + "-");
    Element request = children(x, "request").getFirst();
    assertThat(text(request, "service_request_id")).startsWith(county().code() + "-");
    assertThat(text(request, "service_notice")).contains("查询码");
    assertThat(names(request)).doesNotContain("token");
  }

  // --- what the standard says beyond ------------------------------------------------------------

  @Test
  void aRequestIsFoundByIdByTokenAndInTheListWithoutAnythingPersonal() throws Exception {
    String id =
        report(
            Map.of(
                "first_name", "四",
                "last_name", "李",
                "phone", "13812345678",
                "email", "li@bar.example",
                "device_id", "device-4711",
                "account_id", "account-4711",
                "media_url", "https://pictures.example/1.jpg",
                "address_string", "李四家门口"));

    for (String path :
        List.of(
            base() + "/requests/" + id + ".json",
            "/open311/v2/requests/" + id + ".json",
            base() + "/requests.json?service_request_id=" + id,
            "/open311/v2/requests.json?service_request_id=" + id + "," + UUID.randomUUID(),
            base() + "/requests.json?service_code=city-appearance&status=open")) {
      MvcTestResult answer = get(path);
      JsonNode found = json(answer, "requests");
      assertThat(found.toString()).as(path).contains(id);
      assertThat(found.toString())
          .doesNotContain("李", "13812345678", "li@bar", "4711", "pictures.example", "垃圾");
    }
    Element x =
        children(xml(get(base() + "/requests/" + id + ".xml"), "service_requests"), "request")
            .getFirst();
    assertThat(names(x))
        .containsExactlyInAnyOrder(
            "service_request_id",
            "status",
            "status_notes",
            "service_name",
            "service_code",
            "description",
            "agency_responsible",
            "service_notice",
            "requested_datetime",
            "updated_datetime",
            "expected_datetime",
            "address",
            "address_id",
            "zipcode",
            "lat",
            "long",
            "media_url");
    assertThat(text(x, "status")).isEqualTo("open");
    assertThat(text(x, "lat")).startsWith("24.17");
    JsonNode token =
        json.readTree(
            get(base() + "/tokens/" + id + ".json").getResponse().getContentAsByteArray());
    assertThat(token.get(0).path("service_request_id").asString("")).isEqualTo(id);
  }

  @Test
  void theListIsNarrowedByEveryStandardParameter() throws Exception {
    String id = report(Map.of());
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    String before = now.minusHours(1).toString();
    String after = now.plusHours(1).toString();

    assertThat(ids("?service_code=gas,city-appearance")).contains(id);
    assertThat(ids("?service_code=fireworks")).doesNotContain(id);
    assertThat(ids("?status=closed")).doesNotContain(id);
    assertThat(ids("?status=open,closed")).contains(id);
    assertThat(ids("?status=")).contains(id);
    assertThat(ids("?start_date=" + before + "&end_date=" + after)).contains(id);
    assertThat(ids("?start_date=" + after)).doesNotContain(id);
    assertThat(ids("?end_date=" + before)).doesNotContain(id);
    assertThat(ids("?start_date=" + now.toLocalDate())).contains(id);
    assertThat(ids("?updated_since=" + before)).contains(id);
    assertThat(ids("?updated_since=" + after)).doesNotContain(id);
    assertThat(ids("?page=1&page_size=1")).hasSize(1);
    assertThat(ids("?page=1000&page_size=100")).isEmpty();
    // what an unescaped plus becomes
    assertThat(ids("?start_date=" + now.toLocalDate().minusDays(1) + "T00:00:00%2B08:00"))
        .contains(id);
  }

  private List<String> ids(String query) throws Exception {
    List<String> ids = new ArrayList<>();
    json(get(base() + "/requests.json" + query), "requests")
        .forEach(r -> ids.add(r.path("service_request_id").asString("")));
    return ids;
  }

  @Test
  void historyComesWhenItIsAskedFor() throws Exception {
    String id = report(Map.of());

    MvcTestResult answer = get(base() + "/requests/" + id + ".json?extensions=true");

    JsonNode notes =
        json.readTree(answer.getResponse().getContentAsByteArray()).get(0).path("notes");
    assertThat(notes).isNotEmpty();
    assertThat(notes.get(0).path("datetime").asString("")).endsWith("Z");
    String own =
        "/api/public/counties/%s/reports?updatedSince=%s"
            .formatted(county().code(), clock.instant().minus(Duration.ofHours(1)));
    assertThat(get(own)).bodyJson().extractingPath("$.items[0].history").asArray().isNotEmpty();
    assertThat(get("/api/public/counties/" + county().code() + "/reports/" + id.substring(7)))
        .hasStatusOk();
  }

  @Test
  void aPointIsEnoughToFindTheCounty() throws Exception {
    MvcTestResult answer =
        post(
            "/open311/v2/requests.json",
            Map.of(
                "service_code", "gas",
                "lat", "24.51",
                "long", "117.65",
                "address_string", "芗城区巷口街道",
                "description", "x"));

    assertThat(answer).hasStatusOk();
    assertThat(json(answer, "created").toString()).contains("350602-");
  }

  @ParameterizedTest
  @CsvSource({
    "/open311/v2/requests.json, 400, jurisdiction_id was not provided",
    "/open311/v2/requests.xml?jurisdiction_id=city.gov, 404, jurisdiction_id was not found",
    "/open311/999999/v2/services.xml, 404, jurisdiction_id was not found",
    "/open311/v2/services/gas.json, 400, jurisdiction_id was not provided",
    "BASE/services/nonsense.json, 404, service_code was not found",
    "BASE/requests/nonsense.xml, 404, service_request_id was not found",
    "BASE/requests/00000000-0000-4000-8000-000000000000.json, 404, service_request_id was not"
        + " found",
    "BASE/tokens/12345.json, 404, token was not found",
    "BASE/requests.json?status=pending, 400, status must be",
    "BASE/requests.json?start_date=yesterday, 400, start_date must be a date",
    "BASE/requests.json?start_date=2020-01-01&end_date=2020-12-31, 400, 90 days",
    "BASE/requests.json?page_size=5000, 400, page_size",
    "BASE/requests.json?service_code=nonsense, 404, service_code was not found",
    "BASE/nothing.json, 404, nothing at this address",
    "BASE/nothing, 404, nothing at this address",
  })
  void errorsComeAsTheStandardHasThem(String path, int status, String words) throws Exception {
    errorIs(get(path.replace("BASE", base())), path, status, words);
  }

  private void errorIs(MvcTestResult answer, String path, int status, String words)
      throws Exception {
    assertThat(answer).hasStatus(status);
    if (path.contains(".json")) {
      JsonNode errors = json(answer, "errors");
      assertThat(errors.get(0).path("code").asInt()).isEqualTo(status);
      assertThat(errors.get(0).path("description").asString("")).contains(words);
    } else {
      Element error = children(xml(answer, "errors"), "error").getFirst();
      assertThat(text(error, "code")).isEqualTo(String.valueOf(status));
      assertThat(text(error, "description")).contains(words);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400, service_code was not provided",
    "service_code=nonsense, 404, service_code was not found",
    "service_code=gas, 400, A location is needed",
    "service_code=gas&lat=24.17, 400, lat and long must both be sent",
    "service_code=gas&lat=x&long=102.40, 400, must be a number of degrees",
    "service_code=gas&lat=1e99&long=102.40, 400, must be a number of degrees",
    "service_code=gas&lat=24.51&long=117.65&description=x, 400, report it there",
    "service_code=gas&address_string=somewhere&description=x, 400, In which township",
    "service_code=gas&address_string=x&media_url=javascript:alert(1), 400, media_url",
  })
  void whatIsPostedWronglyIsSaid(String form, int status, String words) throws Exception {
    Map<String, String> fields = new java.util.HashMap<>();
    for (String pair : form.split("&", -1)) {
      String[] both = pair.split("=", 2);
      if (both.length == 2) {
        fields.put(both[0], both[1]);
      }
    }
    for (String format : new String[] {".json", ".xml"}) {
      String path = base() + "/requests" + format;
      errorIs(post(path, fields), path, status, words);
    }
  }
}
