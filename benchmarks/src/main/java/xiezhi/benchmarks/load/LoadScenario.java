package xiezhi.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiezhi.benchmarks.load.TransferRun.Step;

/**
 * A working day under load: loads the bulk, warms up, then measures one operation after the other:
 * by few clients, who hardly wait for one another; by more than the machine can serve at once; and
 * beside pgbench running the same statements. Bounded in count and time, and only against a
 * platform of this machine with demonstration people. To the platform all clients of the public are
 * one source: its limits must be out of the way, as {@link RunLoad} sets them.
 *
 * <pre>
 * --url=http://localhost:8080 --data=./data --pid=123 and:
 * --matters=1000000   so many are loaded, unless a load is there already
 * --seconds=10        for each operation and mode
 * --clients=4         of the saturating mode; 0 leaves it (and pgbench) out
 * --latency=1         clients of the latency mode; 0 leaves it out
 * --warm=30           seconds over all operations before anything is measured
 * --only=             a regular expression; only operations whose name contains it
 * --pgbench=pgbench   empty: nothing is repeated
 * </pre>
 */
public final class LoadScenario {
  private final Installation platform;
  private final Map<String, String> arguments;
  private final int clients;
  private final int few;
  private final double seconds;
  private final Pattern only;
  private final String pgbench;
  private final List<Town> towns = new ArrayList<>();
  private final List<String> report = new ArrayList<>();

  private LoadScenario(Map<String, String> arguments) {
    this.arguments = arguments;
    this.platform =
        new Installation(
            arguments.getOrDefault("url", "http://localhost:8080"),
            Path.of(arguments.getOrDefault("data", "./data")),
            Long.parseLong(arguments.getOrDefault("pid", "0")));
    this.clients = number("clients", 4);
    this.few = number("latency", 1);
    this.seconds = Double.parseDouble(arguments.getOrDefault("seconds", "10"));
    this.only = Pattern.compile(arguments.getOrDefault("only", ""));
    this.pgbench = arguments.getOrDefault("pgbench", "pgbench");
    if (!platform.url().startsWith("http://localhost:")
        && !platform.url().startsWith("http://127.0.0.1:")) {
      throw new IllegalArgumentException("only against this machine: " + platform.url());
    }
    if (clients + few == 0) {
      throw new IllegalArgumentException("--clients and --latency are both 0: nobody would ask");
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

  private int number(String name, int otherwise) {
    return Integer.parseInt(arguments.getOrDefault(name, Integer.toString(otherwise)));
  }

  private boolean wanted(String operation) {
    return only.matcher(operation).find();
  }

  void run() throws Exception {
    long begin = System.nanoTime();
    new BulkData(platform).load(number("matters", 1_000_000));
    System.err.printf(Locale.ROOT, "loaded in %.0f s%n", (System.nanoTime() - begin) / 1e9);
    towns.addAll(Town.all(platform));
    String amounts = amounts();
    Map<String, Function<Town, Runnable>> repeated = new LinkedHashMap<>(Operations.reads());
    repeated.putAll(Operations.writes());
    repeated.keySet().removeIf(name -> !wanted(name));
    double warm = Double.parseDouble(arguments.getOrDefault("warm", "30"));
    for (var operation : repeated.values()) {
      measured(operation, Math.max(clients, few), warm / repeated.size());
    }
    report.add(
        "| operation | %1$d client%2$s: p50 ms | p95 ms | %3$d clients: p50 ms | p95 ms | requests/s"
                .formatted(few, few == 1 ? "" : "s", clients)
            + " | CPU ms, application | CPU ms, database | pgbench transactions/s | ratio |");
    report.add("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    Path scripts = Files.createTempDirectory("xiezhi-load-");
    try {
      for (var operation : repeated.entrySet()) {
        measure(scripts, operation.getKey(), operation.getValue());
      }
    } finally {
      RunLoad.delete(scripts);
    }
    transfers();
    System.out.println();
    System.out.println(
        LocalDate.now(ZoneOffset.UTC)
            + "; load average "
            + Files.readString(Path.of("/proc/loadavg")).strip()
            + "; "
            + amounts);
    System.out.println();
    report.forEach(System.out::println);
  }

  /** How much there is, and that durability is on. */
  private String amounts() throws IOException, SQLException {
    try (Connection c = platform.asOwner()) {
      return String.join(
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
  }

  private Measured measured(Function<Town, Runnable> operation, int by, double time)
      throws IOException, InterruptedException {
    return Measured.of(platform, by, time, client -> inTurn(operation, client));
  }

  /** Each client goes from county to county, each begins in another. */
  private Runnable inTurn(Function<Town, Runnable> operation, int client) {
    List<Runnable> everywhere = towns.stream().map(operation).toList();
    AtomicInteger next = new AtomicInteger(client);
    return () -> everywhere.get(next.getAndIncrement() % everywhere.size()).run();
  }

  private void measure(Path scripts, String name, Function<Town, Runnable> operation)
      throws Exception {
    Measured alone = few == 0 ? null : measured(operation, few, seconds);
    Measured crowded = clients == 0 ? null : measured(operation, clients, seconds);
    double tps = Double.NaN;
    if (crowded != null && !pgbench.isEmpty()) {
      tps =
          Replay.of(
                  platform,
                  scripts,
                  name,
                  operation.apply(towns.getFirst()),
                  InstantSource.system())
              .run(platform, pgbench, clients, Math.max(2, (int) seconds / 2));
    }
    add(name, alone, crowded, tps);
  }

  private void add(String name, @Nullable Measured alone, @Nullable Measured crowded, double tps) {
    Measured cost = crowded == null ? alone : crowded;
    if (cost == null) {
      return;
    }
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s | %.1f | %.1f | %s | %s |",
            name,
            times(alone),
            times(crowded),
            String.format(Locale.ROOT, "%.0f", cost.perSecond()),
            cost.applicationCpuMillis(),
            cost.databaseCpuMillis(),
            Double.isNaN(tps) ? "" : String.format(Locale.ROOT, "%.0f", tps),
            Double.isNaN(tps) ? "" : String.format(Locale.ROOT, "%.2f", cost.perSecond() / tps));
    System.err.println(row);
    report.add(row);
  }

  private static String times(@Nullable Measured m) {
    return m == null
        ? " | "
        : String.format(Locale.ROOT, "%.1f | %.1f", m.p50Millis(), m.p95Millis());
  }

  /** Each step for itself, then the next: a matter must have come as far. */
  private void transfers() throws IOException, InterruptedException, ExecutionException {
    if (!wanted("transfer:")) {
      return;
    }
    List<Town> playing = new ArrayList<>();
    for (Town t : towns) {
      try {
        TransferRun run = new TransferRun(t);
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
    List<List<TransferRun>> alone = runs(playing, few);
    List<List<TransferRun>> crowded = runs(playing, clients);
    for (Step step : Step.values()) {
      add(
          step.words,
          alone.isEmpty() ? null : once(alone, step),
          crowded.isEmpty() ? null : once(crowded, step),
          Double.NaN);
    }
  }

  private List<List<TransferRun>> runs(List<Town> playing, int by) {
    int each = (int) Math.clamp(seconds * 5, 10, 200);
    List<List<TransferRun>> runs = new ArrayList<>();
    for (int client = 0; client < by; client++) {
      Town town = playing.get(client % playing.size());
      runs.add(Collections.nCopies(each, town).stream().map(TransferRun::new).toList());
    }
    return runs;
  }

  private Measured once(List<List<TransferRun>> runs, Step step)
      throws IOException, InterruptedException, ExecutionException {
    double application = platform.applicationCpu();
    double database = platform.databaseCpu();
    long begin = System.nanoTime();
    List<Long> times = Collections.synchronizedList(new ArrayList<>());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (List<TransferRun> mine : runs) {
        all.add(
            threads.submit(
                () -> {
                  for (TransferRun run : mine) {
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
    return new Measured(
        sorted[n / 2] / 1e6,
        sorted[(int) (n * 0.95)] / 1e6,
        n / ((System.nanoTime() - begin) / 1e9),
        (platform.applicationCpu() - application) / n,
        (platform.databaseCpu() - database) / n);
  }
}
