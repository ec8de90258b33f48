package xiezhi.shared.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.shared.Refusal;

/** What fails before it reaches an operation is told in the same form. */
@RestController
@Hidden
class ErrorPage implements ErrorController {
  private final ProblemAdvice advice;

  ErrorPage(ProblemAdvice advice) {
    this.advice = advice;
  }

  @RequestMapping("/error")
  ResponseEntity<Object> error(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception e) {
      return advice.unexpected(e);
    }
    HttpStatus status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? HttpStatus.valueOf(code)
            : HttpStatus.NOT_FOUND;
    String said = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_MESSAGE));
    String words = said.isEmpty() || said.equals("null") ? status.getReasonPhrase() : said;
    return Problem.of(
            status,
            List.of(
                Refusal.of(
                    Refusal.Kind.MALFORMED,
                    status == HttpStatus.NOT_FOUND ? "shared.unknown-path" : "shared.malformed",
                    words,
                    Map.of("status", status.value()))))
        .asResponse();
  }
}
