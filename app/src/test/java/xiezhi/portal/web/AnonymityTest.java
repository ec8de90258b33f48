package xiezhi.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.testing.Csrf.csrf;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.document.photo.Pictures;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testcounty.TestCounties.Person;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestDatabase;
import xiezhi.testing.Town;

/**
 * Who reported stands in no answer, export, log, error and table in the clear; only {@code
 * seeComplainant} tells it, to the desk that answers. Every reading operation of the interface's
 * description is asked, by everybody in the county, with every id that any answer showed.
 */
@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class AnonymityTest {
  /** Of somebody who gave them. */
  private static final List<String> NAMED =
      List.of("欧阳举报甲", "13711112222", "ouyang-jubao@example.org");

  /** Of somebody who asked to stay unknown, and whose telephone sent them all the same. */
  private static final List<String> ANONYMOUS =
      List.of("司马匿名乙", "13733334444", "sima-niming@example.org");

  private static final String WORDS = "路口堆放垃圾若干";

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final int ROUNDS = 2;
  private static final int MOST_IDS = 16;

  @Autowired MockMvcTester http;
  @Autowired JsonMapper json;
  @Autowired Town town;

  private final Set<String> ids = new LinkedHashSet<>();
  private final Map<String, String> answers = new LinkedHashMap<>();

  @SuppressWarnings("NullAway.Init")
  private JsonNode paths;

  @BeforeEach
  void description() throws IOException {
    paths = json.readTree(Files.readString(Path.of("openapi.json"))).path("paths");
  }

  @Test
  void whoReportedStandsNowhereButWhereItsHandlersAreShownIt(CapturedOutput logs) throws Exception {
    Made county = town.like("530426");
    String division = Objects.requireNonNull(county.bodies().get("t1")).value();
    List<String> codes = new ArrayList<>();
    codes.add(report(county, division, false, NAMED));
    codes.add(report(county, division, true, ANONYMOUS));
    open311(county, division, NAMED);
    codes.add(conduct(county, NAMED));
    mistakes(county, division);

    for (int round = 0; round < ROUNDS; round++) {
      for (Person person : oneOfEachKind(county)) {
        readEverything(person.login(), signIn(person), county, division, codes);
      }
      readEverything("nobody", null, county, division, codes);
    }

    assertThat(answers).hasSizeGreaterThan(50);
    assertThat(answers.keySet()).anyMatch(a -> a.contains("/api/ledger/export"));
    assertThat(answers.keySet()).anyMatch(a -> a.matches(".* /api/complaints/[0-9a-f-]{36}.*"));
    List<String> secrets = new ArrayList<>(NAMED);
    secrets.addAll(ANONYMOUS);
    secrets.add(Pictures.OWNER);
    for (String secret : secrets) {
      answers.forEach((where, text) -> assertThat(text).as(where).doesNotContain(secret));
      assertThat(logs.getAll()).as("the log").doesNotContain(secret);
      assertThat(tablesWith(secret)).as(secret).isEmpty();
    }
    // the search itself finds what is there
    assertThat(answers.values()).anyMatch(text -> text.contains(WORDS));
    assertThat(tablesWith(WORDS)).contains("\"matter\".\"matter\"");
    assertThat(seenBy(county)).as("those at the desk are shown it").isTrue();
  }

  // --- reporting --------------------------------------------------------------------------------

  private String report(Made county, String division, boolean anonymous, List<String> who)
      throws IOException {
    MvcTestResult photo =
        http.post()
            .uri("/api/public/counties/{c}/photos", county.code())
            .multipart()
            .file(
                new MockMultipartFile(
                    "file", who.getFirst() + ".jpg", "image/jpeg", Pictures.jpeg(64, 48, 1)))
            .exchange();
    String id = json.readTree(text(photo)).path("id").asString("");
    MvcTestResult made =
        post(
            "/api/public/counties/" + county.code() + "/reports",
            Map.of(
                "description",
                WORDS,
                "service",
                "city-appearance",
                "division",
                division,
                "lng",
                102.40,
                "lat",
                24.17,
                "photos",
                List.of(id),
                "anonymous",
                anonymous,
                "name",
                who.get(0),
                "phone",
                who.get(1)),
            UUID.randomUUID().toString());
    assertThat(made).hasStatus(201);
    return json.readTree(text(made)).path("code").asString("");
  }

  private void open311(Made county, String division, List<String> who) {
    MvcTestResult made =
        http.post()
            .uri("/open311/{c}/v2/requests.json", county.code())
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("service_code", "gas")
            .param("lat", "24.17")
            .param("long", "102.40")
            .param("attribute[division]", division)
            .param("last_name", who.get(0))
            .param("phone", who.get(1))
            .param("email", who.get(2))
            .param("description", "x")
            .exchange();
    assertThat(made).hasStatusOk();
  }

  private String conduct(Made county, List<String> who) {
    MvcTestResult made =
        post(
            "/api/public/counties/" + county.code() + "/conduct-complaints",
            Map.of(
                "description", "态度恶劣", "anonymous", false, "name", who.get(0), "phone", who.get(1)),
            UUID.randomUUID().toString());
    assertThat(made).as(text(made)).hasStatus(201);
    return json.readTree(text(made)).path("code").asString("");
  }

  /** What goes wrong must not repeat who it went wrong for. */
  private void mistakes(Made county, String division) {
    String path = "/api/public/counties/" + county.code() + "/reports";
    Map<String, Object> good =
        Map.of(
            "description",
            "x",
            "division",
            division,
            "lng",
            102.40,
            "lat",
            24.17,
            "anonymous",
            false,
            "name",
            NAMED.get(0),
            "phone",
            NAMED.get(1));
    List<Map<String, Object>> bad = new ArrayList<>();
    bad.add(with(good, "description", ""));
    bad.add(with(good, "phone", NAMED.get(1) + "转" + NAMED.get(0)));
    bad.add(with(good, "name", NAMED.get(0).repeat(100)));
    bad.add(with(good, "division", "000000000"));
    bad.add(with(good, "at", "yesterday"));
    bad.add(with(good, "nonsense", NAMED.get(0)));
    bad.add(with(good, "photos", List.of(UUID.randomUUID().toString())));
    bad.add(with(good, "lng", 0));
    String key = UUID.randomUUID().toString();
    for (Map<String, Object> body : bad) {
      MvcTestResult answer = post(path, body, null);
      assertThat(answer.getResponse().getStatus()).as(body.toString()).isBetween(400, 499);
      answers.put("mistake " + answers.size(), text(answer));
    }
    assertThat(post(path, good, key)).hasStatus(201);
    MvcTestResult reused = post(path, with(good, "description", "y"), key);
    assertThat(reused).hasStatus(409);
    answers.put("reused key", text(reused));
  }

  private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(map);
    changed.put(key, value);
    return changed;
  }

  // --- reading ----------------------------------------------------------------------------------

  /**
   * Nothing that has an id is asked again by whom it has answered: the second round is for ids that
   * were not known yet, and for lists and records, which have grown.
   */
  private void readEverything(
      String name, @Nullable Cookie who, Made county, String division, List<String> codes)
      throws IOException {
    for (String path : paths.propertyNames()) {
      JsonNode get = paths.path(path).path("get");
      if (get.isMissingNode() || path.endsWith("/stream")) {
        continue;
      }
      for (String filled : fill(path, county, codes)) {
        String asked = filled + query(get, division, county);
        if (!ID.matcher(asked).find() || !answers.containsKey(name + " " + asked)) {
          read(name, who, asked);
        }
      }
    }
    String open311 = "/open311/" + county.code() + "/v2/";
    for (String format : new String[] {".json", ".xml"}) {
      read(name, who, open311 + "requests" + format + "?extensions=true");
      read(name, who, open311 + "services" + format);
    }
  }

  private static String query(JsonNode operation, String division, Made county) {
    Map<String, String> known =
        Map.of(
            "lng", "102.40",
            "lat", "24.17",
            "division", division,
            "q", "垃圾",
            "items", "SR004",
            "county", county.code().value(),
            "on", "2026-03-02");
    StringBuilder query = new StringBuilder();
    for (JsonNode p : operation.path("parameters")) {
      String name = p.path("name").asString("");
      boolean needed = p.path("required").asBoolean(false);
      if (p.path("in").asString("").equals("query") && needed && known.containsKey(name)) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(known.get(name));
      }
    }
    return query.toString();
  }

  /** The path with each of the ids and codes seen so far. */
  private List<String> fill(String path, Made county, List<String> codes) {
    var variable = VARIABLE.matcher(path);
    if (!variable.find()) {
      return List.of(path);
    }
    String name = variable.group(1);
    List<String> values =
        switch (name) {
          case "county" -> List.of(county.code().value());
          case "code" -> path.contains("public") ? codes : List.of("SR004", county.code().value());
          case "id", "matter" -> ids.stream().limit(MOST_IDS).toList();
          default -> List.of("2026");
        };
    return values.stream()
        .flatMap(v -> fill(path.replace("{" + name + "}", v), county, codes).stream())
        .toList();
  }

  private void read(String name, @Nullable Cookie who, String path) {
    var request = http.get().uri(path.replace("垃圾", "%E5%9E%83%E5%9C%BE"));
    if (who != null) {
      request.cookie(who);
    }
    MvcTestResult answer = request.exchange();
    String text = text(answer);
    assertThat(answer.getResponse().getStatus()).as(path + " " + text).isLessThan(500);
    answers.merge(name + " " + path, text, (a, b) -> a + b);
    if (answer.getResponse().getStatus() == 200 && isAboutMatters(path)) {
      ID.matcher(text).results().forEach(found -> ids.add(found.group()));
    }
  }

  private static boolean isAboutMatters(String path) {
    return path.contains("complaint") || path.contains("matter") || path.contains("reports");
  }

  /** As it went over the wire; a picture's bytes are searched as they are. */
  private static String text(MvcTestResult answer) {
    byte[] bytes = answer.getResponse().getContentAsByteArray();
    String type = String.valueOf(answer.getResponse().getContentType());
    // the original of a photo keeps what its camera wrote, for those who handle the matter
    boolean original =
        type.startsWith("image/") && answer.getResponse().getHeader("Content-Disposition") != null;
    return original ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  private MvcTestResult post(String path, Map<String, Object> body, @Nullable String key) {
    var request =
        http.post()
            .uri(path)
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsString(body));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.exchange();
  }

  private static List<Person> oneOfEachKind(Made county) {
    Map<String, Person> kinds = new LinkedHashMap<>();
    county.people().forEach(p -> kinds.putIfAbsent(p.role() + " " + p.bodyKind(), p));
    return List.copyOf(kinds.values());
  }

  private Cookie signIn(Person person) {
    MvcTestResult in =
        http.post()
            .uri("/api/session")
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                json.writeValueAsString(
                    Map.of("login", person.login(), "password", person.password())))
            .exchange();
    return new Cookie(
        "XIEZHI", Objects.requireNonNull(in.getResponse().getCookie("XIEZHI")).getValue());
  }

  /** The desk that answers sees the named one, whole; of the anonymous one there is nothing. */
  private boolean seenBy(Made county) {
    boolean seen = false;
    for (Person person : oneOfEachKind(county)) {
      Cookie who = signIn(person);
      for (String id : ids) {
        MvcTestResult answer =
            http.post()
                .uri("/api/complaints/{id}/contact-views", id)
                .with(csrf())
                .cookie(who)
                .exchange();
        String text = text(answer);
        seen |= text.contains(NAMED.get(0)) && text.contains(NAMED.get(1));
        for (String secret : ANONYMOUS) {
          assertThat(text).doesNotContain(secret);
        }
      }
    }
    return seen;
  }

  /** In which columns of which tables it stands in the clear, asked around the application. */
  private static List<String> tablesWith(String secret) throws Exception {
    List<String> found = new ArrayList<>();
    try (Connection c = TestDatabase.shared().asOwner();
        var tables =
            c.createStatement()
                .executeQuery(
                    "select table_schema, table_name from information_schema.tables where"
                        + " table_type = 'BASE TABLE' and table_schema not in ('pg_catalog',"
                        + " 'information_schema')")) {
      while (tables.next()) {
        String table = "\"%s\".\"%s\"".formatted(tables.getString(1), tables.getString(2));
        try (var rows =
            c.prepareStatement("select count(*) from " + table + " t where t::text like ?")) {
          rows.setString(1, "%" + secret + "%");
          try (var count = rows.executeQuery()) {
            if (count.next() && count.getInt(1) > 0) {
              found.add(table);
            }
          }
        }
      }
    }
    return found;
  }
}
