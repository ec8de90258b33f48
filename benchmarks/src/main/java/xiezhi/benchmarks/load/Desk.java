package xiezhi.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody signed in, as a browser would be. */
final class Desk {
  static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  final String county;
  final String body;
  private final String url;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  Desk(String url, String county, String body, String login, String password) {
    this.url = url;
    this.county = county;
    this.body = body;
    get("/api/session");
    post("/api/session", JSON.writeValueAsString(Map.of("login", login, "password", password)));
  }

  private Desk(String url, String county) {
    this.url = url;
    this.county = county;
    this.body = "";
  }

  /** Somebody of the public, who signs in nowhere. */
  static Desk visitor(String url, String county) {
    return new Desk(url, county);
  }

  /** The address of an installation that needs nobody signed in. */
  static JsonNode anybody(String url, String path) throws IOException, InterruptedException {
    return JSON.readTree(
        HTTP.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString())
            .body());
  }

  String get(String path) {
    return send(request(path).GET().build(), path.equals("/api/session"));
  }

  String post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        false);
  }

  JsonNode act(String path, String json) {
    String answer = post(path, json);
    return answer.isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer);
  }

  UUID upload(String kind) {
    String boundary = "xiezhi-" + UUID.randomUUID();
    String form =
        "--%1$s\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n%2$s\r\n--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%2$s.txt\"\r\nContent-Type: text/plain\r\n\r\n%2$s %3$s\r\n--%1$s--\r\n"
            .formatted(boundary, kind, UUID.randomUUID());
    String answer =
        send(
            request("/api/attachments")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(form, UTF_8))
                .build(),
            false);
    return UUID.fromString(JSON.readTree(answer).get("id").asString());
  }

  private HttpRequest.Builder request(String path) {
    StringBuilder all = new StringBuilder();
    cookies.forEach((name, value) -> all.append(name).append('=').append(value).append("; "));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
    if (!all.isEmpty()) {
      request.header("Cookie", all.toString());
    }
    String token = cookies.get("XSRF-TOKEN");
    return token == null ? request : request.header("X-XSRF-TOKEN", token);
  }

  private String send(HttpRequest request, boolean anyStatus) {
    HttpResponse<String> response;
    try {
      response = HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      String pair = cookie.split(";", 2)[0];
      int equals = pair.indexOf('=');
      if (equals > 0 && equals + 1 < pair.length()) {
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    if (response.statusCode() >= 300 && !anyStatus) {
      throw new IllegalStateException(
          request.method()
              + " "
              + request.uri()
              + " gave "
              + response.statusCode()
              + ": "
              + response.body());
    }
    return response.body();
  }
}
