package xiezhi.shared.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import xiezhi.shared.Ground;
import xiezhi.shared.Refusal;

/**
 * How an operation says no, or that it failed (RFC 9457).
 *
 * @param type {@code about:blank}: the code says more than an address would
 * @param title of the status
 * @param detail one English sentence; clients translate {@code code} instead
 * @param code the first refusal's
 * @param refusals everything that stands against it, at once
 * @param trace names the failure in the server's log; null for refusals
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<RefusalView> refusals,
    @Nullable String trace) {

  /** One reason, with the rules behind it. */
  public record RefusalView(
      String code, String message, Map<String, Object> details, List<Ground> grounds) {
    public static RefusalView of(Refusal refusal) {
      return new RefusalView(
          refusal.code(), refusal.message(), refusal.details(), refusal.grounds());
    }
  }

  public Problem {
    refusals = List.copyOf(refusals);
  }

  public static Problem of(HttpStatus status, List<Refusal> refusals) {
    return new Problem(
        "about:blank",
        status.getReasonPhrase(),
        status.value(),
        String.join(" ", refusals.stream().map(Refusal::message).toList()),
        refusals.getFirst().code(),
        refusals.stream().map(RefusalView::of).toList(),
        null);
  }

  public static Problem of(Refusal refusal) {
    return of(statusOf(refusal.kind()), List.of(refusal));
  }

  static Problem failure(HttpStatus status, String code, String sentence, String trace) {
    return new Problem(
        "about:blank", status.getReasonPhrase(), status.value(), sentence, code, List.of(), trace);
  }

  public static HttpStatus statusOf(Refusal.Kind kind) {
    return switch (kind) {
      case MALFORMED -> HttpStatus.BAD_REQUEST;
      case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case UNKNOWN -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case RULE -> HttpStatus.UNPROCESSABLE_CONTENT;
      case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
    };
  }

  ResponseEntity<Object> asResponse() {
    var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    refusals.stream()
        .map(r -> r.details().get("retryAfter"))
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds.toString()));
    return answer.body(this);
  }
}
