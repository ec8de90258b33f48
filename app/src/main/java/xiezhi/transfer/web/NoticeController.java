package xiezhi.transfer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.document.LetterDownload;
import xiezhi.shared.MatterId;
import xiezhi.shared.web.Created;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;
import xiezhi.shared.web.VersionRequest;
import xiezhi.transfer.application.GiveNotice;
import xiezhi.transfer.domain.Notice;

@RestController
@Tag(name = "notice")
class NoticeController {
  private final GiveNotice give;
  private final Idempotency idempotency;

  NoticeController(GiveNotice give, Idempotency idempotency) {
    this.give = give;
    this.idempotency = idempotency;
  }

  /**
   * @param purpose hazard or in-progress
   */
  record NoticeRequest(String purpose, String to, @Nullable String content) {}

  record AcknowledgementRequest(int version, @Nullable String people) {}

  record OutcomeRequest(int version, @Nullable String outcome) {}

  record NoticeReportRequest(int version, @Nullable String report) {}

  @PostMapping("/api/matters/{id}/notices")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "sendNotice",
      summary = "Tell another body at once of a hazard or of a violation in progress")
  Created sendNotice(
      @PathVariable UUID id,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody NoticeRequest r) {
    Notice.Purpose purpose = Typed.word("purpose", Notice.Purpose.class, r.purpose());
    return idempotency.created(
        "sendNotice",
        key,
        List.of(id, r),
        () ->
            give.send(
                new MatterId(id), purpose, Typed.body("to", r.to()), Typed.text(r.content())));
  }

  @PostMapping("/api/notices/{id}/acknowledgement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "acknowledgeNotice", summary = "Acknowledge it and say who was sent out")
  void acknowledgeNotice(@PathVariable UUID id, @RequestBody AcknowledgementRequest r) {
    give.acknowledge(id, r.version(), Typed.text(r.people()));
  }

  @PostMapping("/api/notices/{id}/outcome")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "handleNotice", summary = "Say how it was handled")
  void handleNotice(@PathVariable UUID id, @RequestBody OutcomeRequest r) {
    give.handle(id, r.version(), Typed.text(r.outcome()));
  }

  @PostMapping("/api/notices/{id}/refusal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "refuseNotice", summary = "Say that it will not be handled, and why")
  void refuseNotice(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    give.refuse(id, r.version(), Typed.text(r.reason()));
  }

  @PostMapping("/api/notices/{id}/report")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "reportNotice",
      summary = "Report silence or a refusal without reason to whom the clause names")
  void reportNotice(@PathVariable UUID id, @RequestBody NoticeReportRequest r) {
    give.report(id, r.version(), Typed.text(r.report()));
  }

  @PostMapping("/api/notices/{id}/closing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "closeNotice", summary = "Close it")
  void closeNotice(@PathVariable UUID id, @RequestBody VersionRequest r) {
    give.close(id, r.version());
  }

  @GetMapping("/api/notices/{id}/letter")
  @Operation(
      operationId = "getNoticeLetter",
      summary = "Its letter as Word or PDF, or the report of a refusal or silence")
  ResponseEntity<byte[]> getNoticeLetter(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean report,
      @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(give.letter(id, report, LetterDownload.format(format)));
  }
}
