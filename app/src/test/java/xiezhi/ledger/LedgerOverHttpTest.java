package xiezhi.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.testing.Csrf.csrf;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
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
class LedgerOverHttpTest {
  private static final String PASSWORD = "correct horse battery";

  @Autowired Accounts accounts;
  @Autowired MockMvcTester http;

  private final TestCounty county = TestCounty.fresh();
  private final BodyId town = county.body("T1", "township");

  @Test
  void theSupervisorVerifiesItAndTakesItAwayAndTheClerkDoesNot(@TempDir Path folder)
      throws IOException {
    Cookie supervisor = signIn("supervisor", Role.SUPERVISOR);
    Cookie clerk = signIn("clerk", Role.CLERK);

    MvcTestResult verified = get("/api/ledger/verification", supervisor);
    MvcTestResult exported = get("/api/ledger/export", supervisor);

    // opening the accounts and signing in was recorded
    assertThat(verified).hasStatusOk();
    assertThat(verified).bodyJson().extractingPath("$.whole").isEqualTo(true);
    assertThat(verified).bodyJson().extractingPath("$.brokenLink").isNull();
    assertThat(verified).bodyJson().extractingPath("$.entries").asNumber().isNotEqualTo(0);
    assertThat(exported).hasStatusOk();
    Path file =
        Files.writeString(
            folder.resolve("ledger.jsonl"), exported.getResponse().getContentAsString(UTF_8));
    assertThat(VerifyLedger.run(List.of(file.toString()), System.out, System.err)).isZero();
    assertThat(get("/api/ledger/verification", clerk)).hasStatus(403);
    assertThat(get("/api/ledger/export", clerk)).hasStatus(403);
  }

  @Test
  void aMatterNobodyKnowsHasNoRecordToShow() {
    Cookie clerk = signIn("clerk", Role.CLERK);

    assertThat(get("/api/matters/" + UUID.randomUUID() + "/ledger", clerk)).hasStatus(404);
  }

  private MvcTestResult get(String path, Cookie who) {
    return http.get().uri(path).cookie(who).exchange();
  }

  private Cookie signIn(String name, Role role) {
    String login = name + "." + county.code();
    CurrentActor.as(
        Actor.platform(county.code()),
        () ->
            accounts.open(
                new NewAccount(login, name, PASSWORD, List.of(new Post(town, Set.of(role))))));
    MvcTestResult in =
        http.post()
            .uri("/api/session")
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, PASSWORD))
            .exchange();
    return new Cookie(
        "XIEZHI", Objects.requireNonNull(in.getResponse().getCookie("XIEZHI")).getValue());
  }
}
