package xiezhi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.testing.Csrf.csrf;

import jakarta.servlet.http.Cookie;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import xiezhi.identity.Accounts.NewAccount;
import xiezhi.identity.Accounts.Post;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Role;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestCounty;
import xiezhi.testing.TestDatabase;

@PlatformTest
class SignInTest {
  private static final String PASSWORD = "correct horse battery";

  @Autowired Accounts accounts;
  @Autowired MockMvcTester http;

  private final TestCounty county = TestCounty.fresh();
  private final String login = "zhang." + county.code();
  private final BodyId township = county.body("T1", "township");
  private final BodyId bureau = county.body("D1", "department");

  @BeforeEach
  void somebodyHasAnAccount() {
    CurrentActor.as(
        Actor.platform(county.code()),
        () ->
            accounts.open(
                new NewAccount(
                    login,
                    "张三",
                    PASSWORD,
                    List.of(
                        new Post(bureau, Set.of(Role.CLERK)),
                        new Post(township, Set.of(Role.OFFICER, Role.SIGNER))))));
  }

  private MvcTestResult signIn(String password) {
    return http.post()
        .uri("/api/session")
        .with(csrf())
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}")
        .exchange();
  }

  private static Cookie session(MvcTestResult signedIn) {
    Cookie cookie =
        Objects.requireNonNull(signedIn.getMvcResult().getResponse().getCookie("XIEZHI"));
    return new Cookie("XIEZHI", cookie.getValue());
  }

  private static void update(String sql) {
    try (var c = TestDatabase.shared().asOwner();
        var s = c.createStatement()) {
      s.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoSignsInIsKnownUntilSigningOut() {
    MvcTestResult in = signIn(PASSWORD);

    assertThat(in).hasStatusOk();
    assertThat(in.getResponse().getHeaders("Set-Cookie"))
        .anyMatch(
            c -> c.startsWith("XIEZHI=") && c.contains("HttpOnly") && c.contains("SameSite=Lax"));
    Cookie cookie = session(in);
    assertThat(http.get().uri("/api/session").cookie(cookie))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"name": "张三", "county": {"code": "%s"}, "body": {"id": "%s"}, "roles": ["clerk"],
             "seats": [{"body": {"id": "%s"}, "roles": ["clerk"]},
                       {"body": {"id": "%s"}, "roles": ["officer", "signer"]}]}
            """
                .formatted(county.code(), bureau, bureau, township));

    assertThat(http.delete().uri("/api/session").with(csrf()).cookie(cookie)).hasStatus(204);

    assertThat(http.get().uri("/api/session").cookie(cookie))
        .hasStatus(401)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("identity.not-signed-in");
  }

  @Test
  void onePersonSitsAtSeveralDesksButNotAtAnybodyElses() {
    Cookie cookie = session(signIn(PASSWORD));

    assertThat(sitIn(cookie, township.value()))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"roles\": [\"officer\", \"signer\"]}");
    assertThat(sitIn(cookie, county.code() + "-elsewhere"))
        .hasStatus(403)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("identity.not-your-seat");
  }

  private MvcTestResult sitIn(Cookie cookie, String body) {
    return http.put()
        .uri("/api/session/body")
        .with(csrf())
        .cookie(cookie)
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"body\":\"" + body + "\"}")
        .exchange();
  }

  @Test
  void fiveWrongPasswordsLockTheAccountForAWhile() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("wrong"))
          .hasStatus(401)
          .bodyJson()
          .extractingPath("code")
          .isEqualTo("identity.wrong-credentials");
    }

    assertThat(signIn(PASSWORD))
        .hasStatus(401)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("identity.locked");

    update(
        "update identity.account set locked_until = now() - interval '1 second' where login = '"
            + login
            + "'");
    assertThat(signIn(PASSWORD)).hasStatusOk();
  }

  @Test
  void aSessionEndsByDisuseAndByAge() {
    Cookie unused = session(signIn(PASSWORD));
    update(
        "update identity.session set seen_at = now() - interval '31 minutes' where county = '"
            + county.code()
            + "'");
    assertThat(http.get().uri("/api/session").cookie(unused)).hasStatus(401);

    Cookie old = session(signIn(PASSWORD));
    update(
        "update identity.session set signed_in_at = now() - interval '13 hours' where county = '"
            + county.code()
            + "'");
    assertThat(http.get().uri("/api/session").cookie(old)).hasStatus(401);
  }

  @Test
  void aChangeNeedsTheTokenOfOurOwnPage() {
    assertThat(
            http.post()
                .uri("/api/session")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"login\":\"a\",\"password\":\"b\"}"))
        .hasStatus(403)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("identity.no-csrf-token");
  }

  @Test
  void everyFaultyFieldIsToldAtOnce() {
    assertThat(
            http.post()
                .uri("/api/session")
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"login\":\"\",\"password\":\" \"}"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("refusals.length()")
        .isEqualTo(2);
  }

  @Test
  void whatNobodyCanReadIsToldAsSuch() {
    assertThat(
            http.post()
                .uri("/api/session")
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"login\":"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("shared.unreadable");
    assertThat(http.get().uri("/api/nothing").cookie(session(signIn(PASSWORD))))
        .hasStatus(404)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("shared.unknown-path");
  }

  @Test
  void withoutASessionNothingIsAnswered() {
    assertThat(http.get().uri("/api/accounts"))
        .hasStatus(401)
        .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("identity.not-signed-in");
  }
}
