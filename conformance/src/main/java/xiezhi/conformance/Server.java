package xiezhi.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** A server that speaks the interface, known by nothing but its address and its own description. */
public final class Server {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CLOCK = "Xiezhi-Clock";

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final Map<String, Operation> operations;

  /**
   * @param base such as {@code http://localhost:8080}
   */
  public Server(URI base) {
    this.base = base;
    this.operations = operations(visitor().send("GET", "/api/openapi.json", null, null, null));
  }

  /** How an operation is called. */
  record Operation(String method, String path) {}

  /** An answer; a body that is no JSON is missing. */
  record Answer(int status, JsonNode body, String text) {}

  /** A file to send. */
  record File(String name, String type, byte[] content, @Nullable String kind) {}

  /** The server did not do its part: it failed, or could not be reached. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String what) {
      super(what);
    }

    Broken(String what, Throwable cause) {
      super(what, cause);
    }
  }

  private static Map<String, Operation> operations(Answer description) {
    Map<String, Operation> found = new TreeMap<>();
    for (var path : description.body().path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        String id = method.getValue().path("operationId").asString("");
        if (!id.isEmpty()) {
          found.put(id, new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey()));
        }
      }
    }
    if (found.isEmpty()) {
      throw new Broken("/api/openapi.json describes no operation: " + description.text());
    }
    return found;
  }

  Operation operation(String id) {
    Operation operation = operations.get(id);
    if (operation == null) {
      throw new Broken("the server has no operation " + id);
    }
    return operation;
  }

  /** Somebody who has not signed in. */
  Visitor visitor() {
    return new Visitor();
  }

  /** A fresh county, like another one but for those rules. */
  JsonNode freshCounty(JsonNode wanted) {
    Answer answer = visitor().send("POST", "/api/test/counties", null, null, wanted);
    if (answer.status() / 100 != 2) {
      throw new Broken(
          "no fresh county for " + wanted + ": " + answer.status() + " " + answer.text());
    }
    return answer.body();
  }

  /** Somebody with cookies of their own. */
  final class Visitor {
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Signs in; any other answer than yes is the server's fault. */
    JsonNode signIn(String login, String password) {
      send("GET", "/api/session", null, null, null);
      JsonNode words =
          JsonNodeFactory.instance.objectNode().put("login", login).put("password", password);
      Answer answer = send("POST", "/api/session", null, null, words);
      if (answer.status() != 200) {
        throw new Broken(login + " cannot sign in: " + answer.status() + " " + answer.text());
      }
      return answer.body();
    }

    /** Calls an operation with values for its path; the rest goes to the query. */
    Answer call(
        Operation operation,
        Map<String, JsonNode> in,
        @Nullable String clock,
        @Nullable String key,
        @Nullable JsonNode body,
        @Nullable File file) {
      String path = operation.path();
      StringBuilder query = new StringBuilder();
      for (var value : in.entrySet()) {
        String text = URLEncoder.encode(value.getValue().asString(), StandardCharsets.UTF_8);
        String hole = "{" + value.getKey() + "}";
        if (path.contains(hole)) {
          path = path.replace(hole, text);
        } else {
          query.append(query.isEmpty() ? '?' : '&').append(value.getKey()).append('=').append(text);
        }
      }
      return file == null
          ? send(operation.method(), path + query, clock, key, body)
          : post(operation.method(), path + query, clock, key, file);
    }

    Answer send(
        String method,
        String path,
        @Nullable String clock,
        @Nullable String key,
        @Nullable JsonNode body) {
      HttpRequest.Builder request = request(path, clock, key);
      if (body == null) {
        request.method(method, BodyPublishers.noBody());
      } else {
        request.header("Content-Type", "application/json");
        request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
      }
      return exchange(method, path, request);
    }

    private Answer post(
        String method, String path, @Nullable String clock, @Nullable String key, File file) {
      String boundary = "xiezhi-" + UUID.randomUUID();
      HttpRequest.Builder request = request(path, clock, key);
      request.header("Content-Type", "multipart/form-data; boundary=" + boundary);
      request.method(method, BodyPublishers.ofByteArray(multipart(boundary, file)));
      return exchange(method, path, request);
    }

    private static byte[] multipart(String boundary, File file) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (file.kind() != null) {
        out.writeBytes(
            utf8(
                "--"
                    + boundary
                    + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n"
                    + file.kind()
                    + "\r\n"));
      }
      out.writeBytes(
          utf8(
              "--"
                  + boundary
                  + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                  + file.name()
                  + "\"\r\nContent-Type: "
                  + file.type()
                  + "\r\n\r\n"));
      out.writeBytes(file.content());
      out.writeBytes(utf8("\r\n--" + boundary + "--\r\n"));
      return out.toByteArray();
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path, @Nullable String clock, @Nullable String key) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(base.resolve(path))
              .timeout(Duration.ofMinutes(2))
              .header("Accept", "application/json, application/problem+json, */*");
      if (clock != null) {
        request.header(CLOCK, clock);
      }
      if (key != null) {
        request.header("Idempotency-Key", key);
      }
      synchronized (cookies) {
        if (!cookies.isEmpty()) {
          request.header(
              "Cookie",
              String.join(
                  "; ",
                  cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).toList()));
        }
        String token = cookies.get("XSRF-TOKEN");
        if (token != null) {
          request.header("X-XSRF-TOKEN", token);
        }
      }
      return request;
    }

    private Answer exchange(String method, String path, HttpRequest.Builder request) {
      try {
        HttpResponse<byte[]> response =
            http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        keep(response.headers().allValues("Set-Cookie"));
        String text = new String(response.body(), StandardCharsets.UTF_8);
        Answer answer = new Answer(response.statusCode(), json(response, text), text);
        if (answer.status() >= 500) {
          throw new Broken(method + " " + path + " failed: " + answer.status() + " " + text);
        }
        return answer;
      } catch (IOException e) {
        throw new Broken(method + " " + base.resolve(path) + " did not answer: " + e, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Broken("interrupted", e);
      }
    }

    private void keep(List<String> headers) {
      synchronized (cookies) {
        for (String header : headers) {
          String cookie = header.split(";", 2)[0];
          int equals = cookie.indexOf('=');
          if (equals > 0) {
            cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
          }
        }
      }
    }

    private static JsonNode json(HttpResponse<byte[]> response, String text) {
      String type = response.headers().firstValue("Content-Type").orElse("");
      if (!type.contains("json") || text.isEmpty()) {
        return MissingNode.getInstance();
      }
      try {
        return JSON.readTree(text);
      } catch (JacksonException e) {
        throw new Broken("no JSON where JSON was said to be: " + text, e);
      }
    }
  }
}
