package xiezhi.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiezhi.Xiezhi;

/**
 * Starts the platform with its demonstration on a folder of its own, plays {@link LoadScenario}
 * against it, stops it and removes the folder (unless {@code --keep} is given).
 */
public final class RunLoad {
  private static final Pattern READY = Pattern.compile("is ready: (http://\\S+)");

  private RunLoad() {}

  public static void main(String[] args) throws Exception {
    Map<String, String> arguments = LoadScenario.arguments(args);
    String given = arguments.get("data");
    Path data = given == null ? Files.createTempDirectory("xiezhi-load-data-") : Path.of(given);
    Process platform =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Xiezhi.class.getName(),
                "--server.port=0",
                "--xiezhi.data=" + data,
                "--xiezhi.demonstration=true",
                // all clients are one source
                "--xiezhi.portal.limits.look.times=100000000",
                "--xiezhi.portal.limits.report.times=100000000")
            .redirectErrorStream(true)
            .start();
    // also when it is interrupted or fails
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> end(platform, arguments.containsKey("keep"), data)));
    String url = ready(platform).get(10, TimeUnit.MINUTES);
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--url=" + url);
    all.add("--data=" + data);
    all.add("--pid=" + platform.pid());
    LoadScenario.main(all.toArray(String[]::new));
  }

  private static void end(Process platform, boolean keep, Path data) {
    platform.destroy();
    try {
      if (!platform.waitFor(2, TimeUnit.MINUTES)) {
        platform.destroyForcibly().waitFor();
      }
      if (!keep) {
        delete(data);
      }
    } catch (IOException | InterruptedException e) {
      System.err.println(data + " could not be removed: " + e);
    }
  }

  private static CompletableFuture<String> ready(Process platform) {
    CompletableFuture<String> url = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try (var lines =
                  new BufferedReader(new InputStreamReader(platform.getInputStream(), UTF_8))) {
                for (String line; (line = lines.readLine()) != null; ) {
                  System.err.println(line);
                  Matcher found = READY.matcher(line);
                  if (found.find()) {
                    url.complete(found.group(1));
                  }
                }
              } catch (IOException _) {
                // it was stopped
              }
              url.completeExceptionally(new IllegalStateException("the platform did not start"));
            });
    return url;
  }

  /** With everything in it. */
  static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    }
  }
}
