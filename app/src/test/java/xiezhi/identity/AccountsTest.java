package xiezhi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.testing.Csrf.csrf;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.identity.Accounts.NewAccount;
import xiezhi.identity.Accounts.Post;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Role;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestCounty;

@PlatformTest
class AccountsTest {
  private static final String PASSWORD = "correct horse battery";

  @Autowired Accounts accounts;
  @Autowired MockMvcTester http;

  private final TestCounty county = TestCounty.fresh();
  private final BodyId government = county.body("G", "county-government");
  private final BodyId bureau = county.body("D1", "department");

  @BeforeEach
  void theCountyHasAnAdministratorAndAClerk() {
    CurrentActor.as(
        Actor.platform(county.code()),
        () -> {
          open("admin", government, Role.ADMINISTRATOR);
          open("clerk", bureau, Role.CLERK);
        });
  }

  private void open(String login, BodyId body, Role role) {
    accounts.open(
        new NewAccount(login(login), login, PASSWORD, List.of(new Post(body, Set.of(role)))));
  }

  private String login(String name) {
    return name + "." + county.code();
  }

  private MvcTestResult signIn(String name, String password) {
    return http.post()
        .uri("/api/session")
        .with(csrf())
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login(name), password))
        .exchange();
  }

  private Cookie as(String name) {
    MvcTestResult signedIn = signIn(name, PASSWORD);
    return new Cookie(
        "XIEZHI", Objects.requireNonNull(signedIn.getResponse().getCookie("XIEZHI")).getValue());
  }

  private MvcTestResult opened(Cookie by, String key, String login, String password) {
    return http.post()
        .uri("/api/accounts")
        .with(csrf())
        .cookie(by)
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            """
            {"login": "%s", "name": "李四", "password": "%s",
             "seats": [{"body": "%s", "roles": ["clerk", "signer"]}]}
            """
                .formatted(login, password, bureau))
        .exchange();
  }

  private MvcTestResult changed(Cookie by, String id, String change) {
    return http.put()
        .uri("/api/accounts/" + id)
        .with(csrf())
        .cookie(by)
        .contentType(MediaType.APPLICATION_JSON)
        .content(change)
        .exchange();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static String id(MvcTestResult answer) throws Exception {
    return JsonMapper.shared()
        .readTree(answer.getResponse().getContentAsString())
        .get("id")
        .asString();
  }

  @Test
  void anAdministratorLetsSomebodyInOnceHoweverOftenAsked() throws Exception {
    Cookie admin = as("admin");
    String key = key();

    MvcTestResult first = opened(admin, key, login("li"), PASSWORD);
    MvcTestResult again = opened(admin, key, login("li"), PASSWORD);

    assertThat(first).hasStatus(201);
    assertThat(id(again)).isEqualTo(id(first));
    assertThat(opened(admin, key(), login("li"), PASSWORD))
        .hasStatus(409)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("identity.login-taken");
    assertThat(signIn("li", PASSWORD)).hasStatusOk();
    assertThat(http.get().uri("/api/accounts?limit=2").cookie(admin))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("next")
        .isNotNull();
  }

  @Test
  void nobodyElseKeepsAccounts() {
    Cookie clerk = as("clerk");

    for (MvcTestResult refused :
        List.of(
            opened(clerk, key(), login("li"), PASSWORD),
            http.get().uri("/api/accounts").cookie(clerk).exchange())) {
      assertThat(refused)
          .hasStatus(403)
          .bodyJson()
          .extractingPath("code")
          .isEqualTo("identity.only-administrators");
    }
  }

  @Test
  void anEasyPasswordIsRefused() {
    Cookie admin = as("admin");

    for (String easy : List.of("short", "aaaaaaaaaaaaaaa", login("li") + "!!")) {
      assertThat(opened(admin, key(), login("li"), easy))
          .as(easy)
          .hasStatus(400)
          .bodyJson()
          .extractingPath("code")
          .isEqualTo("identity.weak-password");
    }
  }

  @Test
  void aClosedSeatTakesEffectAtOnce() throws Exception {
    Cookie admin = as("admin");
    String li = id(opened(admin, key(), login("li"), PASSWORD));
    Cookie hers = as("li");

    assertThat(
            changed(
                admin,
                li,
                "{\"seats\": [{\"body\": \"%s\", \"roles\": [\"officer\"]}]}".formatted(bureau)))
        .hasStatusOk();

    assertThat(http.get().uri("/api/session").cookie(hers))
        .bodyJson()
        .extractingPath("roles")
        .asArray()
        .containsExactly("officer");
  }

  @Test
  void whoIsDisabledIsOutAndStaysOut() throws Exception {
    Cookie admin = as("admin");
    String li = id(opened(admin, key(), login("li"), PASSWORD));
    Cookie hers = as("li");

    assertThat(changed(admin, li, "{\"disabled\": true}")).hasStatusOk();

    assertThat(http.get().uri("/api/session").cookie(hers)).hasStatus(401);
    assertThat(signIn("li", PASSWORD)).hasStatus(401);
    assertThat(changed(admin, li, "{\"disabled\": false}")).hasStatusOk();
    assertThat(signIn("li", PASSWORD)).hasStatusOk();
  }

  @Test
  void anAccountOfAnotherCountyIsNotThere() throws Exception {
    Cookie admin = as("admin");
    var elsewhere = new AccountsTest();
    elsewhere.accounts = accounts;
    elsewhere.http = http;
    elsewhere.theCountyHasAnAdministratorAndAClerk();
    String theirs =
        id(elsewhere.opened(elsewhere.as("admin"), key(), elsewhere.login("li"), PASSWORD));

    assertThat(changed(admin, theirs, "{\"disabled\": true}"))
        .hasStatus(404)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("identity.no-such-account");
  }

  @Test
  void aChangedPasswordEndsTheOtherSessions() {
    Cookie here = as("clerk");
    Cookie there = as("clerk");

    assertThat(
            http.put()
                .uri("/api/session/password")
                .with(csrf())
                .cookie(here)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"current\": \"" + PASSWORD + "\", \"next\": \"a new one altogether\"}"))
        .hasStatus(204);

    assertThat(http.get().uri("/api/session").cookie(here)).hasStatusOk();
    assertThat(http.get().uri("/api/session").cookie(there)).hasStatus(401);
    assertThat(signIn("clerk", "a new one altogether")).hasStatusOk();
  }

  @Test
  void hostileTextIsRefusedNotStored() {
    Cookie admin = as("admin");

    assertThat(opened(admin, key(), "li\\u0000", PASSWORD))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("shared.unreadable");
    assertThat(opened(admin, key(), "li\\ud800", PASSWORD)).hasStatus(400);
    assertThat(http.get().uri("/api/accounts?after=bm90aGluZw%00").cookie(admin)).hasStatus(400);
    assertThat(http.get().uri("/api/accounts?after=%7E").cookie(admin))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("shared.unknown-cursor");
    assertThat(changed(admin, "no such thing", "{}")).hasStatus(404);
  }
}
