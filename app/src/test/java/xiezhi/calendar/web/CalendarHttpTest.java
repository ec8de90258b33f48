package xiezhi.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.testing.Csrf.csrf;

import jakarta.servlet.http.Cookie;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.identity.Accounts;
import xiezhi.identity.Accounts.NewAccount;
import xiezhi.identity.Accounts.Post;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Role;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestCounty;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarHttpTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String FESTIVAL =
      """
      format: 1
      level: local
      notices:
        - id: new-rice
          year: 2026
          title: 县人民政府关于新米节放假的通知
          dated: 2026-09-01
          evidence: VERIFIED
          holidays:
            新米节: 2026-12-03
      """;

  @Autowired Accounts accounts;
  @Autowired MockMvcTester http;
  @Autowired JsonMapper json;

  private final TestCounty county = TestCounty.fresh();
  private final BodyId body = county.body("T1", "township");

  @BeforeAll
  void people() {
    CurrentActor.as(
        Actor.platform(county.code()),
        () -> {
          for (Role role : List.of(Role.ADMINISTRATOR, Role.CLERK)) {
            accounts.open(
                new NewAccount(login(role), "张三", PASSWORD, List.of(new Post(body, Set.of(role)))));
          }
        });
  }

  private String login(Role role) {
    return role.name().toLowerCase(java.util.Locale.ROOT) + "." + county.code();
  }

  private final Map<Role, Cookie> sessions = new EnumMap<>(Role.class);

  private Cookie as(Role role) {
    return sessions.computeIfAbsent(role, this::signIn);
  }

  private Cookie signIn(Role role) {
    MvcTestResult signedIn =
        http.post()
            .uri("/api/session")
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsString(Map.of("login", login(role), "password", PASSWORD)))
            .exchange();
    return Objects.requireNonNull(signedIn.getResponse().getCookie("XIEZHI"));
  }

  private MvcTestResult importYear(Cookie session, int year, String file, String key) {
    return http.post()
        .uri("/api/calendar/" + year)
        .with(csrf())
        .cookie(session)
        .header("Xiezhi-Clock", "2026-11-21T10:00:00+08:00")
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .content(json.writeValueAsString(Map.of("file", file)))
        .exchange();
  }

  @Test
  void aYearIsShownDayByDayWithItsPapers() {
    assertThat(http.get().uri("/api/calendar/2026").cookie(as(Role.CLERK)))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying("$.days.length()", n -> assertThat(n).isEqualTo(365))
        .hasPathSatisfying("$.published", p -> assertThat(p).isEqualTo(true))
        .hasPathSatisfying("$.notices[0].number", n -> assertThat(n).isEqualTo("国办发明电〔2025〕7号"))
        .hasPathSatisfying(
            "$.days[44]",
            d ->
                assertThat(d)
                    .convertTo(Map.class)
                    .hasFieldOrPropertyWithValue("day", "2026-02-14")
                    .hasFieldOrPropertyWithValue("kind", "make-up-workday"))
        .hasPathSatisfying("$.actions[0].allowed", a -> assertThat(a).isEqualTo(false));
  }

  @Test
  void theYearAsItWasKnownThen() {
    assertThat(
            http.get()
                .uri("/api/calendar/2019?knownAt={at}", "2019-01-10T09:00:00+08:00")
                .cookie(as(Role.CLERK)))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying("$.notices.length()", n -> assertThat(n).isEqualTo(1));
  }

  @Test
  void aLimitIsComputedAndExplained() {
    assertThat(
            http.get()
                .uri(
                    "/api/calendar/limit?start={s}&amount=3&unit=working-day",
                    "2026-02-13T10:20:00+08:00")
                .cookie(as(Role.CLERK)))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying("$.at", at -> assertThat(at).isEqualTo("2026-02-25T16:00:00Z"))
        .hasPathSatisfying("$.lastDay", d -> assertThat(d).isEqualTo("2026-02-25"))
        .hasPathSatisfying("$.skipped.length()", n -> assertThat(n).isEqualTo(10))
        .hasPathSatisfying("$.skipped[1].why", w -> assertThat(w).isEqualTo("holiday"));
  }

  @ParameterizedTest
  @CsvSource({
    "start=2026-02-13T10:20:00%2B08:00&amount=0&unit=working-day, calendar.limit-malformed",
    "start=2026-02-13T10:20:00%2B08:00&amount=-1&unit=hour, calendar.limit-malformed",
    "start=2026-02-13T10:20:00%2B08:00&amount=1&unit=hour&cutOff=25:00, calendar.limit-malformed",
    "start=2026-02-13T10:20:00%2B08:00&amount=1&unit=hour&cutOff=00:00, calendar.limit-malformed",
    "start=2026-02-13T10:20:00%2B08:00&amount=1&unit=fortnight, shared.field",
    "start=soon&amount=1&unit=hour, shared.field",
    "start=1948-02-13T10:20:00%2B08:00&amount=1&unit=hour, calendar.outside-bounds",
    "start=2026-02-13T10:20:00%2B08:00&amount=2000000000&unit=working-day, calendar.outside-bounds",
  })
  void aLimitThatIsNoneIsRefused(String query, String code) {
    assertThat(
            http.get()
                .uri(java.net.URI.create("/api/calendar/limit?" + query))
                .cookie(as(Role.CLERK)))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo(code);
  }

  @Test
  void outsideItsYearsTheCalendarIsRefused() {
    assertThat(http.get().uri("/api/calendar/1948").cookie(as(Role.CLERK))).hasStatus(400);
    assertThat(http.get().uri("/api/calendar/2101").cookie(as(Role.CLERK))).hasStatus(400);
    assertThat(http.get().uri("/api/calendar/soon").cookie(as(Role.CLERK))).hasStatus(400);
  }

  @Test
  void anImportSentTwiceIsDoneOnce() {
    Cookie session = as(Role.ADMINISTRATOR);

    MvcTestResult first = importYear(session, 2026, FESTIVAL, "import-1234");
    MvcTestResult second = importYear(session, 2026, FESTIVAL, "import-1234");
    MvcTestResult third = importYear(session, 2026, FESTIVAL, "import-5678");

    assertThat(first).hasStatus(201);
    assertThat(second).hasStatus(201);
    assertThat(second.getResponse().getContentAsByteArray())
        .isEqualTo(first.getResponse().getContentAsByteArray());
    assertThat(third)
        .hasStatus(409)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("calendar.unchanged");
    assertThat(http.get().uri("/api/calendar/2026").cookie(session))
        .bodyJson()
        .hasPathSatisfying("$.notices[1].scope", n -> assertThat(n).isEqualTo("local"))
        .hasPathSatisfying("$.days[336].kind", k -> assertThat(k).isEqualTo("local-holiday"))
        .hasPathSatisfying("$.actions[0].allowed", a -> assertThat(a).isEqualTo(true));
  }

  @Test
  void aClerkDoesNotImportAndAFaultyFileIsToldLineByLine() {
    assertThat(importYear(as(Role.CLERK), 2026, FESTIVAL, "import-1234"))
        .hasStatus(403)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("calendar.not-administrator");
    assertThat(
            importYear(
                as(Role.ADMINISTRATOR),
                2026,
                FESTIVAL.replace("2026-12-03", "[2026-12-03, 2026-12-03, 2026-02-30]"),
                "import-9012"))
        .hasStatus(400)
        .bodyJson()
        .hasPathSatisfying("$.refusals.length()", n -> assertThat(n).isEqualTo(2))
        .hasPathSatisfying("$.refusals[0].details.line", n -> assertThat(n).isEqualTo(10));
  }
}
