package xiezhi.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.document.Photos;
import xiezhi.document.photo.Pictures;
import xiezhi.intake.domain.ComplaintCode;
import xiezhi.intake.domain.ComplaintRegister;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.Town;

/** What somebody without an account can do, over HTTP, without session and without token. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalTest {
  /** In the middle of the county the tests' counties are made after. */
  private static final String HERE = "\"lng\":102.40,\"lat\":24.17";

  @Autowired MockMvcTester http;
  @Autowired JsonMapper json;
  @Autowired Town town;
  @Autowired Photos photos;
  @Autowired ComplaintRegister complaints;
  @Autowired PlatformTransactionManager transactions;

  private @Nullable Made made;

  private Made county() {
    Made county = made == null ? town.like("530426") : made;
    made = county;
    return county;
  }

  private MvcTestResult get(String path, Object... values) {
    return http.get().uri(path, values).exchange();
  }

  private MvcTestResult post(String path, String body, @Nullable String key) {
    var request = http.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(body);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.exchange();
  }

  private JsonNode read(MvcTestResult answer) {
    return json.readTree(
        new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
  }

  private static String reports(Made county) {
    return "/api/public/counties/" + county.code() + "/reports";
  }

  private static String division(Made county) {
    return Objects.requireNonNull(county.bodies().get("t1")).value();
  }

  private static String body(Made county, String more) {
    return """
    {"service":"city-appearance","description":"路口堆放垃圾","division":"%s",%s,"anonymous":true%s}
    """
        .formatted(division(county), HERE, more);
  }

  private String code(MvcTestResult answer) {
    assertThat(answer).hasStatus(201);
    return read(answer).path("code").asString("");
  }

  private static void refuses(MvcTestResult answer, int status, String code) {
    assertThat(answer).hasStatus(status);
    assertThat(answer).bodyJson().extractingPath("$.code").asString().isEqualTo(code);
  }

  @Test
  void whatMayBeReportedIsWhatTheCountysListHolds() {
    Made county = county();

    MvcTestResult answer = get("/api/public/counties/" + county.code() + "/services");

    assertThat(answer).hasStatusOk();
    assertThat(answer).bodyJson().extractingPath("$[*].code").asArray().contains("gas", "other");
    refuses(get("/api/public/counties/999999/services"), 404, "organisation.no-such-county");
    refuses(get("/api/public/counties/x/services"), 404, "organisation.no-such-county");
  }

  @Test
  void somebodyReportsAndFollowsByCode() {
    Made county = county();

    String code = code(post(reports(county), body(county, ""), null));
    MvcTestResult tracked = get("/api/public/reports/{code}", code);

    assertThat(code).startsWith(county.code() + "-");
    assertThat(tracked).hasStatusOk();
    JsonNode view = read(tracked);
    assertThat(view.path("subject").asString("")).isEqualTo("市容环境");
    assertThat(view.path("county").asString("")).isEqualTo(county.code().value());
    assertThat(view.path("stage").asString("")).isEqualTo("received");
    assertThat(view.path("answerable").path("name").asString("")).isNotEmpty();
    assertThat(view.path("steps")).isNotEmpty();
    assertThat(tracked.getResponse().getHeader("Cache-Control")).contains("no-store");
    assertThat(get("/api/public/reports/{code}", code.toLowerCase(java.util.Locale.ROOT)))
        .hasStatusOk();
  }

  @Test
  void aCodeThatIsNoneTellsNothing() {
    Made county = county();

    for (String code : new String[] {county.code() + "-0000-0000-00", "999999-0000-0000-00", "x"}) {
      refuses(get("/api/public/reports/{code}", code), 404, "complaint.no-such-code");
    }
  }

  @Test
  void theSameReportSentAgainIsOneMatter() {
    Made county = county();
    String key = UUID.randomUUID().toString();

    String first = code(post(reports(county), body(county, ""), key));
    String again = code(post(reports(county), body(county, ""), key));
    String other = code(post(reports(county), body(county, ""), null));

    assertThat(again).isEqualTo(first).isNotEqualTo(other);
    refuses(
        post(reports(county), body(county, ",\"address\":\"人民路\""), key),
        409,
        "shared.idempotency-key-reused");
  }

  @Test
  void aPlaceOutsideIsToldWhomToTurnTo() {
    Made county = county();
    String elsewhere = "\"lng\":117.65,\"lat\":24.51";
    String path = "/api/public/counties/" + county.code() + "/place?lng={lng}&lat={lat}";

    refuses(
        post(reports(county), body(county, "").replace(HERE, elsewhere), null),
        422,
        "portal.outside-county");
    assertThat(get(path, "102.40", "24.17")).bodyJson().extractingPath("$.inside").isEqualTo(true);
    MvcTestResult out = get(path, "117.65", "24.51");
    assertThat(out).bodyJson().extractingPath("$.inside").isEqualTo(false);
    assertThat(out).bodyJson().extractingPath("$.turnTo.name").asString().isNotEmpty();
    assertThat(get(path, "0", "0")).bodyJson().extractingPath("$.turnTo.county").isNull();
    refuses(get(path, "1000", "0"), 400, "organisation.no-such-point");
    assertThat(get(path, "x", "0")).hasStatus(400);
  }

  @Test
  void theTownshipIsFoundInTheAddressOrAskedFor() {
    Made county = county();
    String without =
        body(county, "").replace("\"division\":\"%s\",".formatted(division(county)), "");
    JsonNode divisions = read(get("/api/public/counties/" + county.code() + "/divisions"));
    String name = divisions.get(0).path("name").asString("");

    refuses(
        post(reports(county), without.replace(HERE, "\"address\":\"某处\""), null),
        400,
        "portal.division-needed");
    String code =
        code(post(reports(county), without.replace(HERE, "\"address\":\"" + name + "1号\""), null));
    assertThat(get("/api/public/reports/{code}", code)).hasStatusOk();
  }

  @Test
  void whatIsMalformedIsSaid() {
    Made county = county();

    refuses(
        post(reports(county), body(county, "").replace("city-appearance", "nonsense"), null),
        404,
        "portal.no-such-service");
    assertThat(post(reports(county), body(county, "").replace("路口堆放垃圾", " "), null)).hasStatus(400);
    assertThat(post(reports(county), "{", null)).hasStatus(400);
    assertThat(
            post(
                reports(county), body(county, ",\"photos\":[\"" + UUID.randomUUID() + "\"]"), null))
        .hasStatus(404);
  }

  @Test
  void aPhotoIsReadByNobodyUntilItIsReportedThenByItsHandlersOnly() throws IOException {
    Made county = county();
    MvcTestResult uploaded =
        http.post()
            .uri("/api/public/counties/{county}/photos", county.code())
            .multipart()
            .file(new MockMultipartFile("file", "李四.jpg", "image/jpeg", Pictures.jpeg(640, 480, 1)))
            .exchange();
    assertThat(uploaded).hasStatus(201);
    UUID photo = UUID.fromString(read(uploaded).path("id").asString(""));
    Actor officer = Town.actor(county, "t1.team", Role.OFFICER);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> CurrentActor.as(officer, () -> photos.facts(photo))))
        .hasMessageContaining("There is no file");

    code(post(reports(county), body(county, ",\"photos\":[\"" + photo + "\"]"), null));

    assertThat(CurrentActor.as(officer, () -> photos.facts(photo)).lng())
        .isEqualByComparingTo("102.4");
    assertThat(get("/api/attachments/{id}", photo)).hasStatus(401);
    assertThat(get("/api/attachments/{id}/rendition", photo)).hasStatus(401);
  }

  @Test
  void furtherWordsAreAddedOnce() {
    Made county = county();
    String code = code(post(reports(county), body(county, ""), null));
    String path = "/api/public/reports/" + code + "/additions";
    String key = UUID.randomUUID().toString();

    assertThat(post(path, "{\"text\":\"还在堆放\"}", key)).hasStatus(204);
    assertThat(post(path, "{\"text\":\"还在堆放\"}", key)).hasStatus(204);

    JsonNode additions = read(get("/api/public/reports/{code}", code)).path("additions");
    assertThat(additions.size()).isEqualTo(1);
    assertThat(post("/api/public/reports/" + code + "/rating", "{\"satisfied\":true}", null))
        .hasStatus(409);
  }

  @Test
  void thatItWasReportedNearByIsToldAndNothingElse() {
    Made county = county();
    code(post(reports(county), body(county, ""), null));

    MvcTestResult near =
        get(
            "/api/public/counties/{c}/nearby?lng=102.401&lat=24.17&service=city-appearance",
            county.code());

    JsonNode one = read(near).get(0);
    assertThat(one.propertyNames())
        .containsExactlyInAnyOrder("metres", "service", "day", "stage", "ref");
    assertThat(one.path("metres").asInt()).isEqualTo(100);
    assertThat(
            read(get(
                    "/api/public/counties/{c}/nearby?lng=102.401&lat=24.17&service=gas",
                    county.code()))
                .size())
        .isZero();
  }

  @Test
  void aReportAboutTheSameIsRelatedToItAndTheReporterLearnsNothing() {
    Made county = town.like("530426");
    String first = code(post(reports(county), body(county, ""), null));
    String near = "/api/public/counties/{c}/nearby?lng=102.401&lat=24.17";
    JsonNode one = read(get(near, county.code())).get(0);
    String ref = one.path("ref").asString("");

    String again = code(post(reports(county), body(county, ",\"nearbyOf\":\"" + ref + "\""), null));
    String unread =
        code(post(reports(county), body(county, ",\"nearbyOf\":\"x" + ref + "\""), null));

    assertThat(related(county, again)).containsExactly(first);
    assertThat(related(county, first)).containsExactly(again);
    assertThat(related(county, unread)).as("what cannot be read loses no report").isEmpty();
    assertThat(read(get(near, county.code())).get(0).path("ref").asString(""))
        .as("nobody can tell by it whether two looks met the same")
        .isNotEqualTo(ref);
    assertThat(get("/api/public/reports/{code}", again)).bodyText().doesNotContain(first);
  }

  @Test
  void whatIsMuchTooLongIsRefusedBeforeItIsKept() {
    Made county = county();
    String much = ",\"name\":\"" + "长".repeat(700_000) + "\"";

    refuses(post(reports(county), body(county, much), null), 413, "shared.too-large");
  }

  /** The codes of what is related to it on the register. */
  private List<String> related(Made county, String code) {
    // the county wall is set up where a transaction begins
    return town.as(
        Town.actor(county, "gov", Role.COORDINATOR),
        "2026-03-02T10:00:00+08:00",
        () ->
            Objects.requireNonNull(
                new TransactionTemplate(transactions).execute(_ -> codes(county, code))));
  }

  private List<String> codes(Made county, String code) {
    UUID id =
        complaints
            .byCode(county.code(), ComplaintCode.typed(code).orElseThrow())
            .orElseThrow()
            .id();
    return complaints.links(county.code(), id).stream()
        .map(l -> complaints.find(county.code(), l).orElseThrow().code().text())
        .toList();
  }
}
