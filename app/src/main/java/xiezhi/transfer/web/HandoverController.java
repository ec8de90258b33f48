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
import xiezhi.flow.TypedLimit;
import xiezhi.shared.MatterId;
import xiezhi.shared.web.Created;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Typed;
import xiezhi.shared.web.VersionRequest;
import xiezhi.transfer.application.HandOver;

@RestController
@Tag(name = "handover")
class HandoverController {
  private final HandOver handOver;
  private final Idempotency idempotency;

  HandoverController(HandOver handOver, Idempotency idempotency) {
    this.handOver = handOver;
    this.idempotency = idempotency;
  }

  /**
   * @param limitAmount the time to handle it in, where the county's text presupposes one
   * @param limitUnit minute, hour, working-day, calendar-day or month
   */
  record HandoverRequest(
      String station,
      @Nullable String items,
      @Nullable Integer limitAmount,
      @Nullable String limitUnit) {}

  record FeedbackRequest(int version, @Nullable String result) {}

  @PostMapping("/api/matters/{id}/handovers")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "makeHandover",
      summary = "Hand the matter to a station of the same township")
  Created makeHandover(
      @PathVariable UUID id,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody HandoverRequest r) {
    return idempotency.created(
        "makeHandover",
        key,
        List.of(id, r),
        () ->
            handOver.make(
                new MatterId(id),
                Typed.body("station", r.station()),
                Typed.text(r.items()),
                TypedLimit.of(r.limitAmount(), r.limitUnit())));
  }

  @PostMapping("/api/handovers/{id}/receipt")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "receiveHandover",
      summary = "Sign for it; the handover record is complete")
  void receiveHandover(@PathVariable UUID id, @RequestBody VersionRequest r) {
    handOver.receive(id, r.version());
  }

  @PostMapping("/api/handovers/{id}/feedback")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "feedBackHandover", summary = "Tell the team what came of it")
  void feedBackHandover(@PathVariable UUID id, @RequestBody FeedbackRequest r) {
    handOver.feedBack(id, r.version(), Typed.text(r.result()));
  }

  @PostMapping("/api/handovers/{id}/closing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "closeHandover", summary = "Close it")
  void closeHandover(@PathVariable UUID id, @RequestBody VersionRequest r) {
    handOver.close(id, r.version());
  }

  @GetMapping("/api/handovers/{id}/letter")
  @Operation(operationId = "getHandoverLetter", summary = "The handover record as Word or PDF")
  ResponseEntity<byte[]> getHandoverLetter(
      @PathVariable UUID id, @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(handOver.letter(id, LetterDownload.format(format)));
  }
}
