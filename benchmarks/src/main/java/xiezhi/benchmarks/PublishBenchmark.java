package xiezhi.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import xiezhi.Xiezhi;
import xiezhi.benchmarks.load.Installation;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.organisation.Counties;
import xiezhi.organisation.County;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Role;
import xiezhi.sharing.application.ShareInformation;
import xiezhi.sharing.domain.Information;
import xiezhi.testcounty.TestCounties;

/**
 * One item of information to so many bodies in one transaction: the whole use case on a PostgreSQL
 * of its own, with deliveries, boxes, notifications, clocks and the record. {@code cpuMillis /
 * calls} is the processor time of the application's thread, {@code databaseMillis / calls} that of
 * the database server, in steps of 10 ms.
 *
 * <p>{@code mvn verify -pl benchmarks -am -DskipTests -Dweb.skip -Dbenchmark=PublishBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class PublishBenchmark {
  @Param({"2", "200"})
  public int receivers;

  private @Nullable ConfigurableApplicationContext application;
  private @Nullable Actor clerk;
  private List<BodyId> to = List.of();
  private @Nullable Path data;

  private double databaseCpu() {
    try {
      return new Installation("", Objects.requireNonNull(data), 0).databaseCpu();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls and the processor time they took: what a shared machine does not distort. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Cpu {
    public long calls;
    public long cpuMillis;
    public long databaseMillis;
    private long began;
    private double databaseBegan;

    @Setup(Level.Iteration)
    public void begin(PublishBenchmark benchmark) {
      calls = 0;
      databaseBegan = benchmark.databaseCpu();
      began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void end(PublishBenchmark benchmark) {
      databaseMillis = Math.round(benchmark.databaseCpu() - databaseBegan);
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
      cpuMillis = nanos / 1_000_000;
    }
  }

  @Setup
  public void aCountyWithManyDepartments() throws IOException {
    data = Files.createTempDirectory("xiezhi-publish");
    application =
        new SpringApplicationBuilder(Xiezhi.class)
            .profiles("test")
            .run("--server.port=0", "--xiezhi.data=" + data);
    County base = application.getBean(Counties.class).known().getFirst();
    var county =
        application
            .getBean(TestCounties.class)
            .make(new TestCounties.Wanted(base.code(), Set.of(), null, directory(base), null));
    clerk =
        new Actor(
            new xiezhi.shared.AccountId("benchmark"),
            "benchmark",
            county.code(),
            Objects.requireNonNull(county.bodies().get("t1")),
            Set.of(Role.CLERK));
    Bodies bodies = application.getBean(Bodies.class);
    to =
        CurrentActor.as(
            clerk,
            () ->
                bodies.of(county.code()).stream()
                    .filter(b -> b.kind() == BodyKind.DEPARTMENT)
                    .map(Body::id)
                    .limit(receivers)
                    .toList());
  }

  /** The directory of that county, with two hundred more departments. */
  private static Map<String, String> directory(County base) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String file :
        List.of(
            "counties.csv",
            "divisions.csv",
            "departments.csv",
            "department-treatments.csv",
            "county-boundaries.geojson")) {
      try (InputStream in =
          Objects.requireNonNull(Xiezhi.class.getResourceAsStream("/data/" + file))) {
        files.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    StringBuilder departments = new StringBuilder(files.getOrDefault("departments.csv", ""));
    for (int i = 1; i <= 200; i++) {
      departments.append(
          "%s,%s,县第%03d局,测试,false,ASSUMED,测试\n".formatted(base.code(), base.name(), i));
    }
    files.put("departments.csv", departments.toString());
    return files;
  }

  @TearDown
  public void end() throws IOException {
    if (application != null) {
      application.close();
    }
    FileSystemUtils.deleteRecursively(data);
  }

  @Benchmark
  public UUID publish(Cpu cpu) {
    cpu.calls++;
    if (application == null || clerk == null) {
      throw new IllegalStateException("set up first");
    }
    ShareInformation share = application.getBean(ShareInformation.class);
    return CurrentActor.as(
        clerk,
        () ->
            share.publish(
                new ShareInformation.Draft(
                    "8",
                    new Information.Content(
                        "汛期安全提示", "请各单位加强巡查。", "共同关注", "", "", List.of(), List.of(), null),
                    null,
                    null,
                    to)));
  }
}
