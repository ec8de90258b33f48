package xiezhi.mechanism.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static xiezhi.testing.Csrf.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import xiezhi.identity.Accounts;
import xiezhi.identity.Accounts.NewAccount;
import xiezhi.identity.Accounts.Post;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.mechanism.MechanismDraft;
import xiezhi.mechanism.application.Archive;
import xiezhi.mechanism.source.PackagedMechanisms;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Role;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestCounty;
import xiezhi.testing.TestDatabase;

@PlatformTest
class MechanismHttpTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String NOW = "2026-03-02T09:00:00+08:00";

  @Autowired Accounts accounts;
  @Autowired MockMvcTester http;

  private final TestCounty county = TestCounty.fresh();
  private final BodyId government = county.body("G1", "county-government");
  private Cookie administrator = new Cookie("none", "");
  private Cookie clerk = new Cookie("none", "");

  @BeforeEach
  void twoPeopleWorkThere() {
    administrator = person("admin", Role.ADMINISTRATOR);
    clerk = person("clerk", Role.CLERK);
  }

  private Cookie person(String who, Role role) {
    String login = who + "." + county.code();
    CurrentActor.as(
        Actor.platform(county.code()),
        () ->
            accounts.open(
                new NewAccount(login, who, PASSWORD, List.of(new Post(government, Set.of(role))))));
    var answer =
        http.post()
            .uri("/api/session")
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"login\":\"" + login + "\",\"password\":\"" + PASSWORD + "\"}")
            .exchange();
    return new Cookie(
        "XIEZHI",
        Objects.requireNonNull(answer.getMvcResult().getResponse().getCookie("XIEZHI")).getValue());
  }

  private SortedMap<String, String> files(String amount) {
    return new MechanismDraft()
        .county(MechanismDraft.limit("transfer-limit", MechanismDraft.CLAUSE, "", amount))
        .bundle()
        .withCounty(county.code(), "清江县")
        .tier(MechanismBundle.COUNTY);
  }

  private MvcTestResult send(
      Cookie who, String path, Map<String, String> files, String from, String... key) {
    return send(who, path, List.of(Archive.zip(files)), from, key);
  }

  private MvcTestResult send(
      Cookie who, String path, List<byte[]> uploads, String from, String... key) {
    List<MockMultipartFile> parts = new ArrayList<>();
    for (byte[] upload : uploads) {
      parts.add(new MockMultipartFile("file", "mechanism.zip", "application/zip", upload));
    }
    var request =
        http.post()
            .uri("/api/mechanisms/" + county.code() + path)
            .multipart()
            .with(csrf())
            .cookie(who)
            .header("Xiezhi-Clock", NOW);
    parts.forEach(request::file);
    if (!from.isEmpty()) {
      request.param("effectiveFrom", from);
    }
    if (key.length > 0) {
      request.header("Idempotency-Key", key[0]);
    }
    return request.exchange();
  }

  private MvcTestResult get(String path) {
    return http.get()
        .uri("/api/mechanisms" + path)
        .cookie(clerk)
        .header("Xiezhi-Clock", NOW)
        .exchange();
  }

  private static String code(MvcTestResult answer) throws Exception {
    return tools.jackson.databind.json.JsonMapper.shared()
        .readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .path("code")
        .asString("");
  }

  @Test
  void aVersionIsCheckedThenImportedThenFollowedByTheNext() throws Exception {
    assertThat(send(administrator, "/checks", files("amount: 3, unit: working-day,"), ""))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"faults\": [], \"against\": null, \"objections\": []}");
    assertThat(get("/" + county.code())).hasStatus(404);

    assertThat(send(administrator, "/versions", files("amount: 3, unit: working-day,"), ""))
        .hasStatus(201)
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"number\": 1, \"inForceFrom\": \"2024-01-01\", \"inForce\": true, \"origin\":"
                + " \"imported\"}");
    assertThat(send(administrator, "/checks", files("amount: 5, unit: working-day,"), "2026-04-01"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"faults": [], "objections": [], "changes": [
              {"about": "rule", "change": "changed", "id": "transfer-limit", "key": "transfer_deadline",
               "fields": [{"field": "limit.amount", "before": "3", "after": "5"}]}]}
            """);
    assertThat(
            send(administrator, "/versions", files("amount: 5, unit: working-day,"), "2026-04-01"))
        .hasStatus(201);

    assertThat(get("/" + county.code() + "/versions"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            [{"number": 2, "inForceFrom": "2026-04-01", "inForceTo": null, "inForce": false},
             {"number": 1, "inForceFrom": "2024-01-01", "inForceTo": "2026-03-31", "inForce": true}]
            """);
    assertThat(get("/" + county.code()))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.rules[?(@.id=='transfer-limit')].value.amount")
        .asArray()
        .containsExactly(3);
  }

  @Test
  void theClausesAreMarkedInTheText() throws Exception {
    send(administrator, "/versions", files("amount: 3, unit: working-day,"), "");

    var answer = get("/" + county.code());

    var clause =
        tools.jackson.databind.json.JsonMapper.shared()
            .readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
            .at("/clauses/0");
    assertThat(clause.at("/start").asInt()).isEqualTo(4);
    assertThat(clause.at("/end").asInt()).isEqualTo(15);
    assertThat(clause.at("/rules/0").asString()).isEqualTo("transfer-limit");
    assertThat(answer)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"actions": [{"name": "checkMechanism", "allowed": false},
                         {"name": "importMechanism", "allowed": false}]}
            """);
  }

  @Test
  void whatIsExportedIsTheSameVersionWhenItIsImportedAgain() {
    send(administrator, "/versions", files("amount: 3, unit: working-day,"), "");

    byte[] zip = get("/" + county.code() + "/file").getResponse().getContentAsByteArray();

    assertThat(send(administrator, "/checks", List.of(zip), "2026-05-01"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"changes\": [], \"objections\": [{\"code\": \"mechanism.unchanged\"}]}");
  }

  @Test
  void theSameImportSentTwiceIsDoneOnce() throws Exception {
    var files = files("amount: 3, unit: working-day,");

    var first = send(administrator, "/versions", files, "", "key-12345");
    var second = send(administrator, "/versions", files, "", "key-12345");

    assertThat(second).hasStatus(201);
    assertThat(second.getResponse().getContentAsString())
        .isEqualTo(first.getResponse().getContentAsString());
    assertThat(get("/" + county.code() + "/versions"))
        .bodyJson()
        .extractingPath("$.length()")
        .isEqualTo(1);
  }

  @Test
  void faultsAreAllToldAndNothingIsLoaded() throws Exception {
    var files = files("amount: 3, unit: fortnight,");
    files.put("clauses.yaml", "- {id: QJ-001}\n");

    assertThat(send(administrator, "/checks", files, ""))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.faults.length()")
        .isEqualTo(8);
    var refused = send(administrator, "/versions", files, "");

    assertThat(refused)
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.refusals.length()")
        .isEqualTo(8);
    assertThat(refused)
        .bodyJson()
        .isLenientlyEqualTo("{\"code\": \"mechanism.fault\"}")
        .extractingPath("$.refusals[7].details.key")
        .isEqualTo("rules[transfer-limit].limit.unit");
    assertThat(get("/" + county.code())).hasStatus(404);
  }

  @Test
  void onlyTheAdministratorOfThatCountyImports() throws Exception {
    var files = files("amount: 3, unit: working-day,");

    assertThat(code(send(clerk, "/versions", files, ""))).isEqualTo("mechanism.not-administrator");
    assertThat(code(send(clerk, "/checks", files, ""))).isEqualTo("mechanism.not-administrator");
    TestCounty other = TestCounty.fresh();
    assertThat(
            code(
                http.post()
                    .uri("/api/mechanisms/" + other.code() + "/versions")
                    .multipart()
                    .file(new MockMultipartFile("file", "m.zip", null, Archive.zip(files)))
                    .with(csrf())
                    .cookie(administrator)
                    .exchange()))
        .isEqualTo("mechanism.other-county");
  }

  @Test
  void versionsFollowOneAnother() throws Exception {
    send(administrator, "/versions", files("amount: 3, unit: working-day,"), "");
    send(administrator, "/versions", files("amount: 5, unit: working-day,"), "2026-04-01");
    var next = files("amount: 6, unit: working-day,");

    assertThat(code(send(administrator, "/versions", next, "2026-03-01")))
        .isEqualTo("mechanism.effective-in-past");
    assertThat(code(send(administrator, "/versions", next, "2026-04-01")))
        .isEqualTo("mechanism.overlapping-version");
    assertThat(code(send(administrator, "/versions", next, "2026-03-15")))
        .isEqualTo("mechanism.overlapping-version");
    assertThat(send(administrator, "/versions", next, "2026-04-02")).hasStatus(201);
  }

  @Test
  void aFileOfAnotherCountyIsRefused() throws Exception {
    var files = new MechanismDraft().bundle().tier(MechanismBundle.COUNTY);

    assertThat(code(send(administrator, "/versions", files, "")))
        .isEqualTo("mechanism.county-mismatch");
  }

  @Test
  void archivesThatAreNoneGetASentence() throws Exception {
    byte[] broken = {'P', 'K', 3, 4, 1, 2, 3};

    assertThat(code(send(administrator, "/checks", List.of(broken), "")))
        .isEqualTo("mechanism.archive");
    assertThat(code(send(administrator, "/checks", Map.of("../../etc/passwd", "x"), "")))
        .isEqualTo("mechanism.archive");
    assertThat(code(send(administrator, "/checks", Map.of("bomb.txt", "0".repeat(10_000_001)), "")))
        .isEqualTo("mechanism.archive");
    assertThat(send(administrator, "/checks", List.of(new byte[0]), "")).hasStatus(400);
  }

  @Test
  void twoCountiesAreComparedKeyByKey() {
    var counties = PackagedMechanisms.counties();

    assertThat(
            get("/comparison?left=%s&right=%s".formatted(counties.getFirst(), counties.getFirst())))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$[?(@.same==false)]")
        .asArray()
        .isEmpty();
    assertThat(get("/comparison?left=%s&right=%s".formatted(counties.get(0), counties.get(1))))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$[?(@.relation=='different')]")
        .asArray()
        .isNotEmpty();
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    assertThat(code(get("/999999"))).isEqualTo("mechanism.no-such-county");
    assertThat(code(get("/9999990"))).isEqualTo("mechanism.no-such-county");
    assertThat(code(get("/" + PackagedMechanisms.counties().getFirst() + "?version=abc")))
        .isEqualTo("mechanism.no-such-version");
    assertThat(get("/keys")).hasStatusOk();
    assertThat(get("/vocabulary")).hasStatusOk();
    assertThat(get("")).hasStatusOk();
  }

  @Test
  void goingAroundTheApplicationNobodyAddsToAnotherCountyNorChangesAnything() throws Exception {
    send(administrator, "/versions", files("amount: 3, unit: working-day,"), "");

    try (var c = TestDatabase.shared().asApplication();
        var s = c.createStatement()) {
      s.execute("select set_config('xiezhi.county', '" + county.code() + "', false)");
      assertThatThrownBy(
              () ->
                  s.execute(
                      "insert into mechanism.version select '979797', number, hash, effective_from,"
                          + " origin, county_source, national_source, platform_source, imported_at,"
                          + " imported_by, importer from mechanism.version where county = '"
                          + county.code()
                          + "'"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("row-level security");
      for (String table : List.of("mechanism.version", "mechanism.source")) {
        assertThatThrownBy(() -> s.execute("delete from " + table))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
  }
}
