package xiezhi.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiezhi.Xiezhi;

/** The application in a process of its own, so that it can fail to start, or be killed. */
public final class Application implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("is ready: (http://\\S+)");

  private final Process process;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final Thread reader;

  /** Starts it with these command line arguments. */
  public static Application start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dspring.main.banner-mode=off",
                "-cp",
                classPath(),
                Xiezhi.class.getName()));
    command.addAll(List.of(arguments));
    return new Application(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Without the tests' own classes: they have beans that belong to a test's context only. */
  private static String classPath() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(entry -> !entry.endsWith("test-classes"))
        .filter(entry -> !entry.endsWith("test-classes" + File.separator))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Application(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        output.add(line);
      }
    } catch (IOException _) {
      // it was killed
    }
  }

  public String output() {
    return String.join("\n", output);
  }

  /** The exit code of an application that ends by itself. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(6, TimeUnit.MINUTES)) {
      throw new AssertionError("it still runs:\n" + output());
    }
    reader.join();
    return process.exitValue();
  }

  /** Waits for the first line that matches, and gives the pattern's first group. */
  public String waitFor(Pattern pattern) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(6);
    while (System.nanoTime() < end) {
      for (String line : output) {
        Matcher found = pattern.matcher(line);
        if (found.find()) {
          return found.group(1);
        }
      }
      if (!process.isAlive()) {
        break;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("never said " + pattern + ":\n" + output());
  }

  public String address() throws InterruptedException {
    return waitFor(READY);
  }

  /** As {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /** As {@code kill} or Ctrl-C does. */
  public int stop() throws InterruptedException {
    process.toHandle().destroy();
    return exitCode();
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** A browser of sorts: keeps cookies and sends the token that changes need. */
  public static final class Visitor {
    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    public Visitor(String address) {
      this.address = address;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return send("GET", path, null);
    }

    public HttpResponse<String> post(String path, String json)
        throws IOException, InterruptedException {
      return send("POST", path, json);
    }

    private HttpResponse<String> send(String method, String path, @Nullable String json)
        throws IOException, InterruptedException {
      var request =
          HttpRequest.newBuilder(URI.create(address + path))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  json == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(json));
      for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
        if (cookie.getName().equals("XSRF-TOKEN")) {
          request.header("X-XSRF-TOKEN", cookie.getValue());
        }
      }
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
