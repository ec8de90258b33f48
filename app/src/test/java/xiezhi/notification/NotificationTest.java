package xiezhi.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.identity.Accounts;
import xiezhi.identity.Accounts.NewAccount;
import xiezhi.identity.Accounts.Post;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Role;
import xiezhi.testing.Browser;
import xiezhi.testing.ServerTest;
import xiezhi.testing.TestCounty;
import xiezhi.testing.TestDatabase;

/**
 * Over a real connection: what one is told arrives live, waits for whoever was away, and nobody
 * else hears it.
 */
@ServerTest
class NotificationTest {
  private static final String PASSWORD = "correct horse battery";
  private static final Instant AT = Instant.parse("2026-02-13T01:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired Accounts accounts;
  @Autowired Notifications notifications;
  @Autowired PlatformTransactionManager transactions;
  @LocalServerPort int port;

  private final TestCounty county = TestCounty.fresh();
  private final BodyId town = county.body("T1", "township");
  private final BodyId bureau = county.body("D1", "department");
  private final List<Browser> browsers = new ArrayList<>();
  private final List<Ear> ears = new ArrayList<>();

  @BeforeEach
  void people() {
    open("clerk", town, Set.of(Role.CLERK, Role.OFFICER));
    open("signer", town, Set.of(Role.SIGNER));
    open("other", bureau, Set.of(Role.CLERK));
  }

  @AfterEach
  void goHome() {
    ears.forEach(Ear::close);
    browsers.forEach(Browser::close);
  }

  @Test
  void whatIsToldArrivesLiveAtThoseItIsForAndAtNobodyElse() {
    Ear clerk = ear(signIn("clerk"), null);
    Ear signer = ear(signIn("signer"), null);
    Ear other = ear(signIn("other"), null);

    tell(town, Set.of(Role.CLERK, Role.OFFICER), "transfer.arrived");
    tell(town, Set.of(Role.SIGNER), "transfer.submitted");

    assertThat(clerk.hear().path("code").asString("")).isEqualTo("transfer.arrived");
    assertThat(signer.hear().path("code").asString("")).isEqualTo("transfer.submitted");
    // two roles of one person: told once; another body, another role: not told
    clerk.hearNothing();
    signer.hearNothing();
    other.hearNothing();
    assertThat(clerk.beats()).isPositive();
  }

  @Test
  void whatWasRolledBackWasNeverTold() {
    Ear clerk = ear(signIn("clerk"), null);
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      told(town, Set.of(Role.CLERK), "transfer.arrived");
                      throw new IllegalStateException("and then it failed");
                    }))
        .hasMessage("and then it failed");
    tell(town, Set.of(Role.CLERK), "transfer.withdrawn");

    assertThat(clerk.hear().path("code").asString("")).isEqualTo("transfer.withdrawn");
    assertThatThrownBy(
            () ->
                CurrentActor.as(
                    Actor.platform(county.code()),
                    () -> told(town, Set.of(Role.CLERK), "transfer.arrived")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void whoWasAwayCatchesUpFromTheLastThatWasHeard() {
    Browser browser = signIn("clerk");
    Ear before = ear(browser, null);
    tell(town, Set.of(Role.CLERK), "one");
    String last = before.hear().path("id").asString("");
    before.close();
    tell(town, Set.of(Role.CLERK), "two");
    tell(town, Set.of(Role.OFFICER), "three");

    Ear after = ear(browser, last);

    assertThat(after.hear().path("code").asString("")).isEqualTo("two");
    assertThat(after.hear().path("code").asString("")).isEqualTo("three");
    after.hearNothing();
    tell(town, Set.of(Role.CLERK), "four");
    assertThat(after.hear().path("code").asString("")).isEqualTo("four");
  }

  @Test
  void theListWaitsWithWhatIsUnreadFirst() {
    Browser browser = signIn("clerk");
    for (int i = 1; i <= 5; i++) {
      tell(town, Set.of(Role.CLERK, Role.OFFICER), "told." + i);
    }
    JsonNode all = list(browser, "");
    assertThat(codes(all)).containsExactly("told.5", "told.4", "told.3", "told.2", "told.1");
    assertThat(all.path("unread").asInt()).isEqualTo(5);
    assertThat(all.at("/items/0/details/number").asString("")).isEqualTo("某〔2026〕1号");

    for (int read : List.of(0, 2)) {
      String id = all.at("/items/" + read + "/id").asString("");
      assertThat(browser.post("/api/notifications/" + id + "/reading", "").statusCode())
          .isEqualTo(204);
      assertThat(browser.post("/api/notifications/" + id + "/reading", "").statusCode())
          .isEqualTo(204);
    }

    assertThat(codes(list(browser, "")))
        .containsExactly("told.4", "told.2", "told.1", "told.5", "told.3");
    assertThat(codes(list(browser, "?unread=true"))).containsExactly("told.4", "told.2", "told.1");
    assertThat(list(browser, "").path("unread").asInt()).isEqualTo(3);
    var paged = new ArrayList<String>();
    String next = "";
    do {
      JsonNode page = list(browser, "?limit=2" + (next.isEmpty() ? "" : "&after=" + next));
      paged.addAll(codes(page));
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    assertThat(paged).containsExactly("told.4", "told.2", "told.1", "told.5", "told.3");
  }

  @Test
  void readingIsEachPersonsOwnAndOnlyOfWhatOneWasTold() {
    tell(town, Set.of(Role.CLERK, Role.SIGNER), "transfer.arrived");
    Browser clerk = signIn("clerk");
    Browser signer = signIn("signer");
    Browser other = signIn("other");
    String id = list(clerk, "").at("/items/0/id").asString("");

    assertThat(other.post("/api/notifications/" + id + "/reading", "").statusCode()).isEqualTo(404);
    assertThat(clerk.post("/api/notifications/" + id + "/reading", "").statusCode()).isEqualTo(204);

    assertThat(list(clerk, "").at("/items/0/read").asBoolean()).isTrue();
    assertThat(list(signer, "").at("/items/0/read").asBoolean()).isFalse();
    assertThat(list(other, "").path("items")).isEmpty();
    assertThat(clerk.get("/api/notifications?after=nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void whoIsNotSignedInHearsNothing() {
    var stranger = new Browser(port);
    browsers.add(stranger);

    assertThat(stranger.get("/api/notifications/stream").statusCode()).isEqualTo(401);
    assertThat(stranger.get("/api/notifications").statusCode()).isEqualTo(401);
  }

  /** The database throws the listeners out, as when it is restarted. */
  @Test
  void aBrokenLineToTheDatabaseIsMendedAndNothingIsMissed() throws SQLException {
    Ear clerk = ear(signIn("clerk"), null);
    tell(town, Set.of(Role.CLERK), "before");
    assertThat(clerk.hear().path("code").asString("")).isEqualTo("before");

    try (var c = TestDatabase.shared().asOwner();
        var s = c.createStatement()) {
      s.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
              + " current_database() and query like 'listen %'");
    }
    tell(town, Set.of(Role.CLERK), "meanwhile");

    assertThat(clerk.hear().path("code").asString("")).isEqualTo("meanwhile");
  }

  private void open(String login, BodyId body, Set<Role> roles) {
    CurrentActor.as(
        Actor.platform(county.code()),
        () ->
            accounts.open(
                new NewAccount(
                    login + "." + county.code(), login, PASSWORD, List.of(new Post(body, roles)))));
  }

  private Browser signIn(String login) {
    var browser = new Browser(port);
    browsers.add(browser);
    assertThat(browser.signIn(login + "." + county.code(), PASSWORD).statusCode())
        .isBetween(200, 299);
    return browser;
  }

  private void tell(BodyId body, Set<Role> roles, String code) {
    inTransaction(() -> told(body, roles, code));
  }

  private void told(BodyId body, Set<Role> roles, String code) {
    notifications.tell(
        AT, body, roles, code, Map.of("number", "某〔2026〕1号"), MatterId.next(), "/matters/1");
  }

  private void inTransaction(Runnable work) {
    CurrentActor.as(
        Actor.platform(county.code()),
        () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
  }

  private static JsonNode list(Browser browser, String query) {
    return JSON.readTree(browser.get("/api/notifications" + query).body());
  }

  private static List<String> codes(JsonNode page) {
    return page.path("items").values().stream().map(n -> n.path("code").asString("")).toList();
  }

  private Ear ear(Browser browser, @Nullable String last) {
    var ear = new Ear(browser, last);
    ears.add(ear);
    return ear;
  }

  /** Listens to a stream. */
  private static final class Ear implements AutoCloseable {
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final java.util.concurrent.atomic.AtomicInteger beats =
        new java.util.concurrent.atomic.AtomicInteger();
    private final java.io.InputStream stream;

    Ear(Browser browser, @Nullable String last) {
      var request = browser.request("/api/notifications/stream");
      if (last != null) {
        request.setHeader("Last-Event-ID", last);
      }
      var response = browser.open(request.build());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      stream = response.body();
      Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
      try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        String id = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith(":")) {
            beats.incrementAndGet();
          } else if (line.startsWith("id: ")) {
            id = line.substring(4);
          } else if (line.startsWith("data: ")) {
            JsonNode told = JSON.readTree(line.substring(6));
            assertThat(told.path("id").asString("")).isEqualTo(id);
            heard.add(told);
          }
        }
      } catch (IOException | UncheckedIOException _) {
        // closed
      }
    }

    JsonNode hear() {
      try {
        return Objects.requireNonNull(heard.poll(15, TimeUnit.SECONDS), "nothing was heard");
      } catch (InterruptedException e) {
        return fail(e);
      }
    }

    /** For as long as two heartbeats: whatever had been told before would have come. */
    void hearNothing() {
      int start = beats.get();
      try {
        for (int i = 0; i < 200 && beats.get() < start + 2; i++) {
          assertThat(heard.poll(50, TimeUnit.MILLISECONDS)).isNull();
        }
      } catch (InterruptedException e) {
        fail(e);
      }
      assertThat(beats.get()).isGreaterThanOrEqualTo(start + 2);
    }

    int beats() {
      return beats.get();
    }

    @Override
    public void close() {
      try {
        stream.close();
      } catch (IOException _) {
        // gone already
      }
    }
  }
}
