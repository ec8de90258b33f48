package xiezhi.benchmarks.load;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A working day under load: loads the bulk, warms up, then measures one operation after the other,
 * each beside pgbench running its statements. Bounded in count and time, and only against a
 * platform of this machine with demonstration people.
 *
 * <pre>
 * --url=http://localhost:8080 --data=./data --pid=123 [--matters=1000000] [--clients=4] [--seconds=10] [--warm=30] [--pgbench=pgbench]
 * </pre>
 */
public final class LoadScenario {
  private static final Set<String> WORKING = Set.of("CLERK", "OFFICER");

  private final Installation platform;
  private final Map<String, String> arguments;
  private final int clients;
  private final double seconds;
  private final List<Town> towns = new ArrayList<>();
  private final List<String> report = new ArrayList<>();

  private LoadScenario(Map<String, String> arguments) {
    this.arguments = arguments;
    this.platform =
        new Installation(
            arguments.getOrDefault("url", "http://localhost:8080"),
            Path.of(arguments.getOrDefault("data", "./data")),
            Long.parseLong(arguments.getOrDefault("pid", "0")));
    this.clients = Integer.parseInt(arguments.getOrDefault("clients", "4"));
    this.seconds = Double.parseDouble(arguments.getOrDefault("seconds", "10"));
    if (!platform.url().startsWith("http://localhost:")
        && !platform.url().startsWith("http://127.0.0.1:")) {
      throw new IllegalArgumentException("only against this machine: " + platform.url());
    }
  }

  public static void main(String[] args) throws Exception {
    new LoadScenario(arguments(args)).run();
  }

  static Map<String, String> arguments(String[] args) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String arg : args) {
      String[] pair = arg.replaceFirst("^--", "").split("=", 2);
      found.put(pair[0], pair.length == 1 ? "" : pair[1]);
    }
    return found;
  }

  /** A county's people who play, and what they look at. */
  private record Town(
      String county,
      String division,
      Desk worker,
      Desk signer,
      Desk department,
      Desk coordinator,
      List<String> theirMatters,
      List<String> names) {}

  void run() throws Exception {
    int matters = Integer.parseInt(arguments.getOrDefault("matters", "1000000"));
    long begin = System.nanoTime();
    new BulkData(platform).load(matters);
    System.err.printf(Locale.ROOT, "loaded in %.0f s%n", (System.nanoTime() - begin) / 1e9);
    people();
    String counts;
    try (Connection c = platform.asOwner()) {
      counts =
          String.join(
              "; ",
              Installation.rows(
                      c,
                      """
                      select relname || ' ' || reltuples::bigint from pg_class where oid in ('matter.matter'::regclass,
                        'obligation.obligation'::regclass, 'transfer.transfer'::regclass)
                      union all select 'database ' || pg_size_pretty(pg_database_size('xiezhi'))
                      union all select name || ' = ' || setting from pg_settings
                        where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers')
                      """)
                  .stream()
                  .map(List::getFirst)
                  .toList());
    }
    Map<String, Function<Town, Runnable>> reads = reads();
    Map<String, Function<Town, Runnable>> writes = writes();
    double warm = Double.parseDouble(arguments.getOrDefault("warm", "30"));
    int operations = reads.size() + writes.size();
    for (var all : List.of(reads, writes)) {
      for (var operation : all.values()) {
        measured(operation, warm / operations);
      }
    }
    report.add(
        "| operation | p50 ms | p95 ms | requests/s | CPU ms, application | CPU ms, database |"
            + " pgbench transactions/s | ratio |");
    report.add("| --- | --- | --- | --- | --- | --- | --- | --- |");
    Path folder = Files.createTempDirectory("xiezhi-load-");
    for (var operation : reads.entrySet()) {
      measure(folder, operation.getKey(), operation.getValue(), true);
    }
    for (var operation : writes.entrySet()) {
      measure(
          folder,
          operation.getKey(),
          operation.getValue(),
          operation.getKey().equals("register a lead"));
    }
    transfers();
    System.out.println();
    System.out.println(
        LocalDate.now(java.time.ZoneOffset.UTC)
            + "; "
            + clients
            + " clients; load average "
            + Files.readString(Path.of("/proc/loadavg")).strip()
            + "; "
            + counts);
    System.out.println();
    report.forEach(System.out::println);
  }

  /** Somebody of each kind in every county, and some of what is there to look at. */
  private void people() throws Exception {
    JsonNode people = Desk.anybody(platform.url(), "/api/demo/people");
    try (Connection c = platform.asOwner()) {
      Map<String, List<String>> bodies = new LinkedHashMap<>();
      for (List<String> row :
          Installation.rows(
              c,
              "select id, kind, coalesce(township, id), coalesce(division, '') from"
                  + " organisation.body")) {
        bodies.put(row.getFirst(), row);
      }
      Set<String> counties = new java.util.LinkedHashSet<>();
      people.forEach(p -> counties.add(p.get("county").asString()));
      for (String county : counties) {
        JsonNode worker = null;
        JsonNode signer = null;
        for (JsonNode p : people) {
          List<String> body = bodies.get(p.get("body").asString());
          if (body == null || !p.get("county").asString().equals(county)) {
            continue;
          }
          if (signer == null && body.get(1).equals("township") && has(p, Set.of("SIGNER"))) {
            JsonNode found = null;
            for (JsonNode w : people) {
              List<String> at = bodies.get(w.get("body").asString());
              if (at != null
                  && (at.getFirst().equals(body.getFirst())
                      || (at.get(1).equals("team") && at.get(2).equals(body.getFirst())))
                  && has(w, WORKING)) {
                found = w;
              }
            }
            if (found != null) {
              worker = found;
              signer = p;
            }
          }
        }
        JsonNode department = first(people, county, bodies, "department", WORKING);
        JsonNode coordinator = first(people, county, bodies, null, Set.of("COORDINATOR"));
        if (worker == null || signer == null || department == null || coordinator == null) {
          System.err.println(
              "not everybody is there in "
                  + county
                  + ": "
                  + java.util.Arrays.asList(worker, signer, department, coordinator));
          continue;
        }
        Desk desk = desk(worker);
        towns.add(
            new Town(
                county,
                java.util.Objects.requireNonNull(bodies.get(signer.get("body").asString())).get(3),
                desk,
                desk(signer),
                desk(department),
                desk(coordinator),
                column(
                    c,
                    "select matter from matter.access where county = '%s' and body = '%s' order by registered_at desc limit 2000"
                        .formatted(county, desk.body)),
                column(
                    c,
                    "select name from matter.party where county = '%s' and length(name) = 3 limit 500"
                        .formatted(county))));
      }
    }
  }

  private static List<String> column(Connection c, String sql) throws Exception {
    return Installation.rows(c, sql).stream().map(List::getFirst).toList();
  }

  private static @Nullable JsonNode first(
      JsonNode people,
      String county,
      Map<String, List<String>> bodies,
      @Nullable String kind,
      Set<String> roles) {
    for (JsonNode p : people) {
      List<String> body = bodies.get(p.get("body").asString());
      if (body != null
          && p.get("county").asString().equals(county)
          && (kind == null || body.get(1).equals(kind))
          && has(p, roles)) {
        return p;
      }
    }
    return null;
  }

  private static boolean has(JsonNode person, Set<String> roles) {
    for (JsonNode role : person.get("roles")) {
      if (roles.contains(role.asString().toUpperCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private Desk desk(JsonNode p) {
    return new Desk(
        platform.url(),
        p.get("county").asString(),
        p.get("body").asString(),
        p.get("login").asString(),
        p.get("password").asString());
  }

  private static <T> T any(List<T> of) {
    return of.get(ThreadLocalRandom.current().nextInt(of.size()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, Function<Town, Runnable>> reads() {
    Map<String, Function<Town, Runnable>> all = new LinkedHashMap<>();
    all.put("workbench: counts, to sign", t -> () -> t.signer().get("/api/workbench"));
    all.put("workbench: what we owe", t -> () -> t.worker().get("/api/obligations"));
    all.put(
        "obligations of the county",
        t -> () -> t.coordinator().get("/api/obligations?whose=county"));
    all.put("matters of a desk", t -> () -> t.worker().get("/api/matters"));
    all.put(
        "matters of a desk, one stage", t -> () -> t.worker().get("/api/matters?stage=registered"));
    all.put(
        "matters of the county, one division",
        t -> () -> t.coordinator().get("/api/matters?division=" + t.division()));
    all.put(
        "search a party's name, desk",
        t -> () -> t.worker().get("/api/matters?q=" + encoded(any(t.names()))));
    all.put(
        "search a party's name, county",
        t -> () -> t.coordinator().get("/api/matters?q=" + encoded(any(t.names()))));
    all.put(
        "search a common word, county",
        t -> () -> t.coordinator().get("/api/matters?q=" + encoded("占道")));
    all.put("in box", t -> () -> t.department().get("/api/transfers?box=in"));
    all.put("matter page", t -> () -> t.worker().get("/api/matters/" + any(t.theirMatters())));
    return all;
  }

  private static String lead(Town t) {
    return Desk.JSON.writeValueAsString(
        Map.of(
            "subject", "占道经营",
            "source", "own-discovery",
            "division", t.division(),
            "address", "人民路1号",
            "facts", "在人行道上摆摊设点,占用约三平方米,经劝导后仍未离开。",
            "parties", List.of(Map.of("kind", "person", "name", "张三"))));
  }

  private static Map<String, Function<Town, Runnable>> writes() {
    Map<String, Function<Town, Runnable>> all = new LinkedHashMap<>();
    all.put("register a lead", t -> () -> t.worker().post("/api/matters", lead(t)));
    return all;
  }

  private Measured measured(Function<Town, Runnable> operation, double time)
      throws IOException, InterruptedException {
    return Measured.of(
        platform, clients, time, client -> operation.apply(towns.get(client % towns.size())));
  }

  private void measure(Path folder, String name, Function<Town, Runnable> operation, boolean replay)
      throws Exception {
    Measured m = measured(operation, seconds);
    double tps = Double.NaN;
    if (replay) {
      tps =
          Replay.of(platform, folder, name, operation.apply(towns.getFirst()))
              .run(
                  platform,
                  arguments.getOrDefault("pgbench", "pgbench"),
                  clients,
                  Math.max(2, (int) seconds / 2));
    }
    add(name, m, tps);
  }

  private void add(String name, Measured m, double tps) {
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %.1f | %.1f | %.0f | %.1f | %.1f | %s | %s |",
            name,
            m.p50Millis(),
            m.p95Millis(),
            m.perSecond(),
            m.applicationCpuMillis(),
            m.databaseCpuMillis(),
            Double.isNaN(tps) ? "" : String.format(Locale.ROOT, "%.0f", tps),
            Double.isNaN(tps) ? "" : String.format(Locale.ROOT, "%.2f", m.perSecond() / tps));
    System.err.println(row);
    report.add(row);
  }

  /** Each step for itself, then the next: a matter must have come as far. */
  private void transfers() throws Exception {
    List<Town> playing = new ArrayList<>();
    for (Town t : towns) {
      try {
        Run run = new Run(t);
        for (Step step : Step.values()) {
          run.step(step);
        }
        playing.add(t);
      } catch (IllegalStateException e) {
        System.err.println("no transfer is measured in " + t.county() + ": " + e.getMessage());
      }
    }
    if (playing.isEmpty()) {
      return;
    }
    int each = (int) Math.clamp(seconds * 5, 10, 200);
    List<List<Run>> runs = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      List<Run> mine = new ArrayList<>();
      for (int i = 0; i < each; i++) {
        mine.add(new Run(playing.get(client % playing.size())));
      }
      runs.add(mine);
    }
    for (Step step : Step.values()) {
      double application = platform.applicationCpu();
      double database = platform.databaseCpu();
      long begin = System.nanoTime();
      List<Long> times = java.util.Collections.synchronizedList(new ArrayList<>());
      try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
        List<java.util.concurrent.Future<?>> all = new ArrayList<>();
        for (List<Run> mine : runs) {
          all.add(
              threads.submit(
                  () -> {
                    for (Run run : mine) {
                      long start = System.nanoTime();
                      run.step(step);
                      times.add(System.nanoTime() - start);
                    }
                  }));
        }
        for (var f : all) {
          f.get();
        }
      }
      long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
      int n = sorted.length;
      add(
          step.words,
          new Measured(
              sorted[n / 2] / 1e6,
              sorted[(int) (n * 0.95)] / 1e6,
              n / ((System.nanoTime() - begin) / 1e9),
              (platform.applicationCpu() - application) / n,
              (platform.databaseCpu() - database) / n),
          Double.NaN);
    }
  }

  private enum Step {
    REGISTER("transfer: register the lead"),
    JUDGE("transfer: judge it not ours"),
    UPLOAD("transfer: upload three materials"),
    PREPARE("transfer: prepare"),
    SUBMIT("transfer: submit to the signer"),
    SEND("transfer: sign and send"),
    RECEIVE("transfer: receive"),
    ACCEPT("transfer: accept");

    private final String words;

    Step(String words) {
      this.words = words;
    }
  }

  /** One matter on its way from a township to a department. */
  private static final class Run {
    private static final List<String> MATERIALS =
        List.of("statement-of-facts", "source-material", "preliminary-evidence");
    private final Town town;
    private String matter = "";
    private String transfer = "";
    private int version;
    private List<UUID> files = List.of();

    Run(Town town) {
      this.town = town;
    }

    void step(Step step) {
      switch (step) {
        case REGISTER ->
            matter = town.worker().act("/api/matters", lead(town)).get("id").asString();
        case JUDGE ->
            town.worker()
                .post(
                    "/api/matters/" + matter + "/judgement",
                    Desk.JSON.writeValueAsString(
                        Map.of(
                            "version",
                            0,
                            "ours",
                            false,
                            "reason",
                            "不属于本单位职权",
                            "competent",
                            town.department().body)));
        case UPLOAD -> files = MATERIALS.stream().map(town.worker()::upload).toList();
        case PREPARE -> {
          List<Map<String, String>> materials = new ArrayList<>();
          for (int i = 0; i < files.size(); i++) {
            materials.add(Map.of("kind", MATERIALS.get(i), "attachment", files.get(i).toString()));
          }
          JsonNode made =
              town.worker()
                  .act(
                      "/api/matters/" + matter + "/transfers",
                      Desk.JSON.writeValueAsString(
                          Map.of(
                              "kind",
                              "case",
                              "receiver",
                              town.department().body,
                              "reason",
                              "不属于本单位职权",
                              "materials",
                              materials)));
          transfer = made.get("id").asString();
          version = made.get("version").asInt();
        }
        case SUBMIT -> act(town.worker(), "submission");
        case SEND -> act(town.signer(), "dispatch");
        case RECEIVE -> act(town.department(), "receipt");
        case ACCEPT -> act(town.department(), "acceptance");
      }
    }

    private void act(Desk by, String verb) {
      version =
          by.act("/api/transfers/" + transfer + "/" + verb, "{\"version\":" + version + "}")
              .get("version")
              .asInt();
    }
  }
}
