package xiezhi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.testing.Application;
import xiezhi.testing.Application.Visitor;

/**
 * A new installation in production mode: its first administrator gets in by the printed code and
 * opens accounts from several places at once, while the application and then the database are
 * killed. What was acknowledged is there, the ledger verifies, nothing is left in the way.
 */
class KilledApplicationTest {
  private static final Pattern CODE = Pattern.compile("within 24 hours: (\\S+)");
  private static final String PASSWORD = "correct horse battery";

  @TempDir Path folder;

  private final JsonMapper json = JsonMapper.shared();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  private Application start() throws IOException {
    return Application.start("--xiezhi.data=" + folder, "--server.port=0");
  }

  private Visitor administrator(String address) throws Exception {
    Visitor visitor = new Visitor(address);
    visitor.get("/api/session");
    assertThat(
            visitor
                .post(
                    "/api/session", "{\"login\":\"first.admin\",\"password\":\"" + PASSWORD + "\"}")
                .statusCode())
        .isEqualTo(200);
    return visitor;
  }

  private void opensAccounts(Visitor administrator, String body, String prefix) {
    try {
      for (int i = 0; ; i++) {
        String login = prefix + i;
        var answer =
            administrator.post(
                "/api/accounts",
                """
                {"login": "%s", "name": "某人", "password": "%s", "seats": [{"body": "%s", "roles": ["clerk"]}]}
                """
                    .formatted(login, PASSWORD, body));
        if (answer.statusCode() == 201) {
          acknowledged.add(login);
        }
      }
    } catch (IOException | InterruptedException _) {
      // the application is gone
    }
  }

  private List<Thread> load(Application application, String round) throws Exception {
    String address = application.address();
    String body =
        json.readTree(administrator(address).get("/api/session").body()).at("/body/id").asString();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Visitor visitor = administrator(address);
      String prefix = round + (char) ('a' + i);
      threads.add(Thread.ofVirtual().start(() -> opensAccounts(visitor, body, prefix)));
    }
    return threads;
  }

  private void untilAcknowledged(int number) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (acknowledged.size() < number && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(number);
  }

  @Test
  void losesNothingItHasAcknowledged() throws Exception {
    try (Application first = start()) {
      Visitor visitor = new Visitor(first.address());
      String county =
          json.readTree(visitor.get("/api/counties").body()).get(0).get("code").asString();
      String setup =
          """
          {"code": "%s", "county": "%s", "login": "first.admin", "name": "首任", "password": "%s"}
          """
              .formatted(first.waitFor(CODE), county, PASSWORD);
      assertThat(visitor.post("/api/setup", setup).statusCode()).isEqualTo(204);
      assertThat(visitor.post("/api/setup", setup).statusCode()).as("once only").isEqualTo(403);
      assertThat(visitor.get("/api/demo/people").statusCode()).isEqualTo(404);

      List<Thread> threads = load(first, "one");
      untilAcknowledged(20);
      first.kill();
      for (Thread thread : threads) {
        thread.join();
      }
    }

    try (Application second = start()) {
      List<Thread> threads = load(second, "two");
      untilAcknowledged(acknowledged.size() + 20);
      long server =
          Long.parseLong(
              Files.readAllLines(folder.resolve("db/pg18/postmaster.pid")).getFirst().strip());
      ProcessHandle.of(server).orElseThrow().destroyForcibly();
      untilAcknowledged(acknowledged.size() + 10); // it comes back under the living application

      Visitor visitor = administrator(second.address());
      // what is acknowledged while the list is read need not be on it
      List<String> before = List.copyOf(acknowledged);
      assertThat(logins(visitor)).containsAll(before);
      JsonNode ledger = json.readTree(visitor.get("/api/ledger/verification").body());
      assertThat(ledger.get("whole").asBoolean()).as(ledger.toString()).isTrue();
      second.kill();
      for (Thread thread : threads) {
        thread.join();
      }
    }

    try (Application third = start()) {
      assertThat(logins(administrator(third.address()))).containsAll(acknowledged);
      List<ProcessHandle> children = third.process().descendants().toList();
      assertThat(third.stop()).isIn(0, 143);
      for (ProcessHandle child : children) {
        child.onExit().get(30, TimeUnit.SECONDS);
      }
    }
  }

  private List<String> logins(Visitor visitor) throws Exception {
    List<String> logins = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = json.readTree(visitor.get("/api/accounts?limit=200&after=" + after).body());
      page.get("items").values().forEach(a -> logins.add(a.get("login").asString()));
      after = page.get("next").isNull() ? "" : page.get("next").asString();
    } while (!after.isEmpty());
    return logins;
  }
}
