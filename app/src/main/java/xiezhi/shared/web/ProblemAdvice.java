package xiezhi.shared.web;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import xiezhi.shared.Ids;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/**
 * The one place where a refusal or a fault becomes an answer. Refusals are told with all their
 * grounds; of faults the client learns a sentence and a name under which the log tells the rest.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  /** As the operating system words it (ENOSPC). */
  private static final String NO_SPACE = "No space left on device";

  /** PostgreSQL's state for the same. */
  private static final String DISK_FULL = "53100";

  @ExceptionHandler(RefusedException.class)
  ResponseEntity<Object> refused(RefusedException e) {
    // what is malformed or unknown is said before what the rules think of it
    Refusal.Kind kind = e.refusals().stream().map(Refusal::kind).min(Enum::compareTo).orElseThrow();
    return Problem.of(Problem.statusOf(kind), e.refusals()).asResponse();
  }

  @ExceptionHandler(ConcurrencyFailureException.class)
  ResponseEntity<Object> changedMeanwhile(ConcurrencyFailureException e) {
    log.debug("lost a race", e);
    return Problem.of(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "shared.changed-meanwhile",
                "Somebody else changed it in the meantime; look at it again and decide anew."))
        .asResponse();
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessResourceException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<Object> noDatabase(Exception e) {
    return failure(
        HttpStatus.SERVICE_UNAVAILABLE,
        "shared.database-unreachable",
        "The database cannot be reached at the moment; nothing was changed. Try again shortly.",
        e);
  }

  /** A lost connection can also come as any other kind; the state of the error tells. */
  @ExceptionHandler(DataAccessException.class)
  ResponseEntity<Object> database(DataAccessException e) {
    for (Throwable cause = e; cause != null && !isDiskFull(e); cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isGone(sql)) {
        return noDatabase(e);
      }
      if (cause instanceof SQLException sql && isValue(sql)) {
        log.info("a value the database does not take: {}", sql.getMessage());
        return malformed(
            List.of(
                Refusal.of(
                    Refusal.Kind.MALFORMED,
                    "shared.unacceptable-value",
                    "A value in the request is too long, out of range, or not text.")));
      }
    }
    return unexpected(e);
  }

  /** A file that was being written is not kept; its row was not written yet. */
  private static boolean isDiskFull(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (NO_SPACE.equals(cause.getMessage())
          || (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /** Data exceptions (22): too long, out of range, not in the encoding. */
  private static boolean isValue(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith("22");
  }

  private static boolean isGone(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> unexpected(Exception e) {
    if (isDiskFull(e)) {
      return failure(
          HttpStatus.INSUFFICIENT_STORAGE,
          "shared.disk-full",
          "The platform's disk is full; nothing was changed. Those who run it must make room.",
          e);
    }
    return failure(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "shared.fault",
        "The platform failed at this; the people who run it find the reason under the trace.",
        e);
  }

  private static ResponseEntity<Object> failure(
      HttpStatus status, String code, String sentence, Exception e) {
    String trace = Ids.next().toString();
    log.error("{} trace {}", code, trace, e);
    return Problem.failure(status, code, sentence, trace).asResponse();
  }

  // --- what Spring itself finds wrong with a request -------------------------------------------

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return malformed(e.getAllErrors().stream().map(ProblemAdvice::field).toList());
  }

  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Refusal> refusals = new ArrayList<>();
    for (var result : e.getParameterValidationResults()) {
      String parameter = String.valueOf(result.getMethodParameter().getParameterName());
      for (var error : result.getResolvableErrors()) {
        refusals.add(
            error instanceof ObjectError object
                ? field(object)
                : field(parameter, String.valueOf(error.getDefaultMessage())));
      }
    }
    return malformed(refusals);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (refusalIn(e) instanceof RefusedException refused) {
      return refused(refused);
    }
    if (e.getCause() instanceof StreamConstraintsException) {
      return Problem.of(HttpStatus.CONTENT_TOO_LARGE, List.of(tooLarge())).asResponse();
    }
    Map<String, Object> details = new HashMap<>();
    String where = "";
    if (e.getCause() instanceof JacksonException json) {
      String path =
          String.join(
              ".",
              json.getPath().stream()
                  .map(r -> r.getPropertyName() == null ? "" + r.getIndex() : r.getPropertyName())
                  .toList());
      if (!path.isEmpty()) {
        details.put("field", path);
        where = " at " + path;
      }
      details.put("reason", json.getOriginalMessage());
      where += ": " + json.getOriginalMessage();
    }
    return malformed(
        List.of(
            Refusal.of(
                Refusal.Kind.MALFORMED,
                "shared.unreadable",
                "The request cannot be read" + where + ".",
                details)));
  }

  private static @Nullable Throwable refusalIn(Throwable e) {
    Throwable cause = e;
    while (cause != null && !(cause instanceof RefusedException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String name =
        e instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : String.valueOf(e.getPropertyName());
    return malformed(List.of(field(name, "cannot be read: " + e.getValue())));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode code,
      WebRequest request) {
    HttpStatus status = HttpStatus.valueOf(code.value());
    if (status.is5xxServerError()) {
      return unexpected(e);
    }
    Refusal refusal =
        switch (e) {
          case NoResourceFoundException missing ->
              Refusal.of(
                  Refusal.Kind.UNKNOWN,
                  "shared.unknown-path",
                  "There is nothing at /" + missing.getResourcePath() + ".",
                  Map.of("path", "/" + missing.getResourcePath()));
          case HttpRequestMethodNotSupportedException method ->
              Refusal.of(
                  Refusal.Kind.MALFORMED,
                  "shared.unknown-method",
                  "This address does not know " + method.getMethod() + ".",
                  Map.of("method", method.getMethod()));
          case HttpMediaTypeNotSupportedException type ->
              Refusal.of(
                  Refusal.Kind.MALFORMED,
                  "shared.unknown-media-type",
                  "This address does not read " + type.getContentType() + ".");
          case MaxUploadSizeExceededException _ -> tooLarge();
          case MissingServletRequestPartException part ->
              field(part.getRequestPartName(), "is missing");
          case ServletRequestBindingException binding ->
              Refusal.of(Refusal.Kind.MALFORMED, "shared.malformed", sentence(binding));
          default -> Refusal.of(Refusal.Kind.MALFORMED, "shared.malformed", sentence(e));
        };
    ResponseEntity<Object> answer = Problem.of(status, List.of(refusal)).asResponse();
    return ResponseEntity.status(answer.getStatusCode())
        .headers(headers)
        .headers(answer.getHeaders())
        .body(answer.getBody());
  }

  private static Refusal tooLarge() {
    return Refusal.of(
        Refusal.Kind.MALFORMED,
        "shared.too-large",
        "The request is larger than the platform takes.");
  }

  private static String sentence(Exception e) {
    String words = String.valueOf(e.getMessage());
    return words.endsWith(".") ? words : words + ".";
  }

  private static ResponseEntity<Object> malformed(List<Refusal> refusals) {
    return Problem.of(HttpStatus.BAD_REQUEST, refusals).asResponse();
  }

  private static Refusal field(ObjectError error) {
    String name = error instanceof FieldError field ? field.getField() : error.getObjectName();
    return field(name, String.valueOf(error.getDefaultMessage()));
  }

  private static Refusal field(String name, String reason) {
    return Refusal.of(
        Refusal.Kind.MALFORMED,
        "shared.field",
        "The field " + name + " " + reason + ".",
        Map.of("field", name, "reason", reason));
  }
}
