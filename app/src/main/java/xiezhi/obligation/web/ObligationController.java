package xiezhi.obligation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.mechanism.Clause;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.application.ReadObligations;
import xiezhi.obligation.application.ReadObligations.Day;
import xiezhi.obligation.application.ReadObligations.Extended;
import xiezhi.obligation.application.ReadObligations.LimitView;
import xiezhi.obligation.application.ReadObligations.Paused;
import xiezhi.obligation.application.TendObligation;
import xiezhi.shared.Texts;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.VersionRequest;

@RestController
@Tag(name = "obligation")
@RequestMapping("/api/obligations/{id}")
class ObligationController {
  private final ReadObligations read;
  private final TendObligation tend;

  ObligationController(ReadObligations read, TendObligation tend) {
    this.read = read;
    this.tend = tend;
  }

  /** Why it is due then. */
  record WhyResponse(
      ObligationView obligation,
      @Nullable LimitView limit,
      List<Day> days,
      int counted,
      List<Extended> extensions,
      List<Paused> pauses,
      List<Integer> unpublishedYears,
      String calendarVersion,
      String mechanismVersion,
      @Nullable String reading,
      List<Clause> clauses,
      List<String> mayPauseFor,
      boolean extensionNeedsDate,
      List<ActionView> actions) {}

  record ExtensionRequest(int version, @Nullable LocalDate newLastDay, @Nullable String reason) {}

  record SuspensionRequest(int version, String kind, @Nullable String reason) {}

  @GetMapping
  @Operation(
      operationId = "explainObligation",
      summary = "Why it is due then: rule, start, every day, what moved it")
  WhyResponse explainObligation(@PathVariable UUID id) {
    ReadObligations.Why w = read.why(id);
    return new WhyResponse(
        w.obligation(),
        w.limit(),
        w.days(),
        w.counted(),
        w.extensions(),
        w.pauses(),
        w.unpublishedYears(),
        w.calendarVersion(),
        w.mechanismVersion(),
        w.reading(),
        w.clauses(),
        w.mayPauseFor(),
        w.extensionNeedsDate(),
        ActionView.of(w.acts()));
  }

  @PostMapping("/extension")
  @Operation(operationId = "extendObligation", summary = "Extend it, as its rule allows")
  WhyResponse extendObligation(@PathVariable UUID id, @RequestBody ExtensionRequest r) {
    tend.extend(id, r.version(), r.newLastDay(), Texts.required("reason", r.reason(), 2_000));
    return explainObligation(id);
  }

  @PostMapping("/suspension")
  @Operation(
      operationId = "suspendObligation",
      summary = "Stop its clock for what its rule does not count")
  WhyResponse suspendObligation(@PathVariable UUID id, @RequestBody SuspensionRequest r) {
    tend.suspend(id, r.version(), r.kind(), Texts.required("reason", r.reason(), 2_000));
    return explainObligation(id);
  }

  @PostMapping("/resumption")
  @Operation(operationId = "resumeObligation", summary = "Let its clock go on")
  WhyResponse resumeObligation(@PathVariable UUID id, @RequestBody VersionRequest r) {
    tend.resume(id, r.version());
    return explainObligation(id);
  }

  @PostMapping("/excuse")
  @Operation(
      operationId = "excuseObligation",
      summary = "Explain why it is late, where the rule holds in principle only")
  WhyResponse excuseObligation(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    tend.excuse(id, r.version(), Texts.required("reason", r.reason(), 2_000));
    return explainObligation(id);
  }
}
