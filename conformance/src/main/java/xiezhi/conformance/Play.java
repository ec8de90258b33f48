package xiezhi.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import xiezhi.conformance.Scenario.Expectation;
import xiezhi.conformance.Scenario.Passage;
import xiezhi.conformance.Scenario.Place;
import xiezhi.conformance.Scenario.Request;
import xiezhi.conformance.Scenario.Seat;
import xiezhi.conformance.Scenario.Shared;
import xiezhi.conformance.Scenario.Step;
import xiezhi.conformance.Scenario.Together;

/** Plays one scenario in a county of its own. */
final class Play {
  /** How it ended. */
  sealed interface Outcome {
    record Passed() implements Outcome {}

    /** Something was not as expected. */
    record Failed(String what) implements Outcome {}

    /** It could not be played: the server failed, or the scenario asks for what is not there. */
    record Broken(String what) implements Outcome {}
  }

  private static final class NotAsExpected extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAsExpected(Place place, String operation, String what) {
      super(place + " " + operation + "\n  " + what.replace("\n", "\n  "));
    }
  }

  private final Server server;
  private final Scenarios scenarios;
  private final Scenario scenario;
  private final FreshCounty county;
  private String clock;

  private Play(Server server, Scenarios scenarios, Scenario scenario, FreshCounty county) {
    this.server = server;
    this.scenarios = scenarios;
    this.scenario = scenario;
    this.county = county;
    this.clock = scenario.clock();
  }

  /**
   * @param without rules that the county lacks this time
   */
  static Outcome of(Server server, Scenarios scenarios, Scenario scenario, Set<String> without) {
    try {
      FreshCounty county = FreshCounty.found(server, scenario, without);
      Play play = new Play(server, scenarios, scenario, county);
      play.steps(scenario.steps(), play.names(), new LinkedHashSet<>());
      return new Outcome.Passed();
    } catch (NotAsExpected e) {
      return new Outcome.Failed(String.valueOf(e.getMessage()));
    } catch (Server.Broken | Path.Lost e) {
      return new Outcome.Broken(scenario.place() + ": " + e.getMessage());
    }
  }

  private Names names() {
    Names names = new Names();
    names.put("county", county.described());
    scenario
        .actors()
        .forEach(
            (name, seat) ->
                names.put(name, described(county.body(seat.body())).put("actor", name)));
    scenario.bodies().forEach((name, body) -> names.put(name, described(county.body(body))));
    return names;
  }

  private static ObjectNode described(JsonNode body) {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    told.set("body", body.path("id"));
    told.set("bodyName", body.path("name"));
    told.set("division", body.path("division"));
    return told;
  }

  private void steps(List<Step> steps, Names names, Set<String> saved) {
    for (Step step : steps) {
      switch (step) {
        case Request r -> {
          Server.Answer answer = ask(r, names);
          check(r, answer, names);
          keep(r, answer, names, saved);
        }
        case Together t -> together(t, names);
        case Passage p -> {
          Shared shared = scenarios.library().get(p.name());
          if (shared == null) {
            throw new Path.Lost("there is no passage " + p.name());
          }
          Names inner = names.inside(shared.given(), p.with());
          Set<String> innerSaved = new LinkedHashSet<>();
          try {
            steps(shared.steps(), inner, innerSaved);
          } catch (NotAsExpected e) {
            throw new NotAsExpected(p.place(), p.name(), String.valueOf(e.getMessage()));
          }
          names.learn(inner, innerSaved);
          saved.addAll(innerSaved);
        }
      }
    }
  }

  private Server.Answer ask(Request r, Names names) {
    Callable<Server.Answer> call = prepared(r, names);
    try {
      return call.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new Server.Broken(r.place() + " " + r.operation(), e);
    }
  }

  /** Everything filled in, ready to go. */
  private Callable<Server.Answer> prepared(Request r, Names names) {
    try {
      if (r.at() != null) {
        clock = Moments.move(clock, names.fill(r.at()).asString());
      }
      String now = clock;
      Server.Visitor visitor = visitor(r, names);
      if (r.operation().equals("sweep")) {
        return () -> visitor.send("POST", "/api/test/sweep", now, null, null);
      }
      Server.Operation operation = server.operation(r.operation());
      Map<String, JsonNode> in = new TreeMap<>();
      r.in().forEach((name, value) -> in.put(name, names.fill(value)));
      JsonNode body = r.body() == null ? null : wire(names.fill(r.body()));
      String key = r.key() == null ? null : names.fill(r.key()).asString();
      Server.File file = r.upload() == null ? null : file(names.fill(r.upload()));
      return () -> visitor.call(operation, in, now, key, body, file);
    } catch (Path.Lost e) {
      throw new Path.Lost(r.place() + " " + r.operation() + ": " + e.getMessage());
    }
  }

  private Server.Visitor visitor(Request r, Names names) {
    if (r.as() == null) {
      return server.visitor();
    }
    JsonNode as = names.fill(r.as());
    String actor = as.isObject() ? as.path("actor").asString() : as.asString();
    Seat seat = scenario.actors().get(actor);
    if (seat == null) {
      throw new Path.Lost("there is no actor " + actor);
    }
    return county.person(actor, seat);
  }

  /** Days and moments as the interface writes them. */
  private static JsonNode wire(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(e -> object.set(e.getKey(), wire(e.getValue())));
      return object;
    }
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> array.add(wire(item)));
      return array;
    }
    return node.isString()
        ? JsonNodeFactory.instance.stringNode(Moments.wire(node.asString()))
        : node;
  }

  private static Server.File file(JsonNode upload) {
    byte[] content =
        upload.has("base64")
            ? Base64.getDecoder().decode(upload.path("base64").asString())
            : upload.path("text").asString("").getBytes(StandardCharsets.UTF_8);
    return new Server.File(
        upload.path("name").asString("file.txt"),
        upload.path("type").asString("text/plain"),
        content,
        upload.has("kind") ? upload.path("kind").asString() : null);
  }

  private void keep(Request r, Server.Answer answer, Names names, Set<String> saved) {
    r.save()
        .forEach(
            (name, path) -> {
              JsonNode value = Path.find(answer.body(), names.text(path));
              if (value.isMissingNode()) {
                throw new NotAsExpected(
                    r.place(), r.operation(), "nothing at " + path + " to keep: " + answer.text());
              }
              names.put(name, value);
              saved.add(name);
            });
  }

  private void together(Together t, Names names) {
    List<Callable<Server.Answer>> calls =
        t.requests().stream().map(r -> prepared(r, names)).toList();
    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Server.Answer> answer : threads.invokeAll(calls)) {
        statuses.add(answer.get().status());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Server.Broken("interrupted", e);
    } catch (ExecutionException e) {
      throw new Server.Broken(t.place() + ": " + e.getCause(), e);
    }
    statuses.sort(null);
    if (!statuses.equals(t.statuses())) {
      throw new NotAsExpected(
          t.place(), "together", "expected the answers " + t.statuses() + ", found " + statuses);
    }
  }

  // ------------------------------------------------------------------ what must come of it

  private static void check(Request r, Server.Answer answer, Names names) {
    Expectation e = r.expect();
    List<String> wrong = new ArrayList<>();
    boolean fits = e.status() == null ? answer.status() / 100 == 2 : answer.status() == e.status();
    if (!fits) {
      wrong.add(
          "status: expected %s, found %s"
              .formatted(e.status() == null ? "2xx" : e.status(), answer.status()));
    }
    JsonNode refusals = answer.body().path("refusals");
    if (e.code() != null) {
      code(names.text(e.code()), refusals).ifWrong("", wrong);
    }
    for (String clause : e.grounds()) {
      ground(names.text(clause), refusals).ifWrong("", wrong);
    }
    e.fields()
        .forEach(
            (path, expected) ->
                Expected.check(
                        path, names.fill(expected), found(answer.body(), names.text(path), wrong))
                    .ifPresent(wrong::add));
    e.acts().forEach((act, expected) -> act(act, names.fill(expected), answer.body(), wrong));
    if (!wrong.isEmpty()) {
      String said = answer.status() >= 400 ? "\nanswer: " + answer.text() : "";
      throw new NotAsExpected(r.place(), r.operation(), String.join("\n", wrong) + said);
    }
  }

  private static JsonNode found(JsonNode body, String path, List<String> wrong) {
    try {
      return Path.find(body, path);
    } catch (Path.Lost e) {
      wrong.add(String.valueOf(e.getMessage()));
      return JsonNodeFactory.instance.missingNode();
    }
  }

  /** What is wrong with a part of an answer; null if nothing is. */
  private record Finding(@Nullable String wrong) {
    void ifWrong(String where, List<String> all) {
      if (wrong != null) {
        all.add(where + wrong);
      }
    }
  }

  private static Finding code(String code, JsonNode refusals) {
    List<String> codes = new ArrayList<>();
    refusals.forEach(refusal -> codes.add(refusal.path("code").asString()));
    return new Finding(codes.contains(code) ? null : "code: expected " + code + ", found " + codes);
  }

  private static Finding ground(String clause, JsonNode refusals) {
    List<String> cited = new ArrayList<>();
    for (JsonNode refusal : refusals) {
      for (JsonNode ground : refusal.path("grounds")) {
        cited.addAll(List.of(ground.path("citation").asString("").split("、")));
      }
    }
    return new Finding(
        cited.contains(clause) ? null : "grounds: expected " + clause + ", found " + cited);
  }

  private static void act(String act, JsonNode expected, JsonNode body, List<String> wrong) {
    Map<String, JsonNode> acts = new HashMap<>();
    body.path("actions").forEach(a -> acts.put(a.path("name").asString(), a));
    JsonNode found = acts.get(act);
    String where = "act " + act + ": ";
    if (found == null) {
      wrong.add(where + "expected, but the answer lists " + acts.keySet());
      return;
    }
    boolean allowed = expected.isBoolean() && expected.asBoolean();
    if (found.path("allowed").asBoolean() != allowed) {
      wrong.add(
          where
              + "expected "
              + (allowed ? "allowed" : "refused")
              + ", found "
              + Expected.shown(found));
    }
    if (expected.isObject()) {
      JsonNode refusals = found.path("refusals");
      if (expected.has("code")) {
        code(expected.path("code").asString(), refusals).ifWrong(where, wrong);
      }
      expected
          .path("grounds")
          .forEach(clause -> ground(clause.asString(), refusals).ifWrong(where, wrong));
    }
  }
}
