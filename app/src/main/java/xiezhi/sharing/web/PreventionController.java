package xiezhi.sharing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.web.Created;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Typed;
import xiezhi.sharing.application.FeedBackToIndustry;
import xiezhi.sharing.application.ReadSharing;

/** 源头治理: what a department changed at the source, and whether less flows in since. */
@RestController
@Tag(name = "management-suggestion")
class PreventionController {
  private final FeedBackToIndustry industry;
  private final ReadSharing read;
  private final Idempotency idempotency;

  PreventionController(FeedBackToIndustry industry, ReadSharing read, Idempotency idempotency) {
    this.industry = industry;
    this.read = read;
    this.idempotency = idempotency;
  }

  record PreventionRequest(@Nullable String field, @Nullable String content, LocalDate from) {}

  record PreventionMeasure(
      UUID id,
      BodyRef department,
      String field,
      String content,
      LocalDate from,
      String by,
      int before,
      int after) {}

  @PostMapping("/api/prevention-measures")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "recordPrevention", summary = "Record a measure at the source")
  Created recordPrevention(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody PreventionRequest r) {
    return idempotency.created(
        "recordPrevention",
        key,
        r,
        () -> industry.measure(Typed.text(r.field()), Typed.text(r.content()), r.from()));
  }

  @GetMapping("/api/prevention-measures")
  @Operation(
      operationId = "listPrevention",
      summary = "Measures at the source, and what flowed in of the field before and after")
  List<PreventionMeasure> listPrevention(@RequestParam(required = false) @Nullable String field) {
    return read.measures(field).stream()
        .map(
            m ->
                new PreventionMeasure(
                    m.measure().id(),
                    m.body(),
                    m.measure().field(),
                    m.measure().content(),
                    m.measure().from(),
                    m.measure().by(),
                    m.before(),
                    m.after()))
        .toList();
  }
}
