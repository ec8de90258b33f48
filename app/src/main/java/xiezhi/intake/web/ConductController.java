package xiezhi.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.flow.Clocks;
import xiezhi.intake.application.HandleConduct;
import xiezhi.intake.domain.ConductComplaint;
import xiezhi.shared.AccountId;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.Typed;

@RestController
@Tag(name = "conduct-complaint")
class ConductController {
  private final HandleConduct handling;
  private final Clocks clocks;

  ConductController(HandleConduct handling, Clocks clocks) {
    this.handling = handling;
    this.clocks = clocks;
  }

  /**
   * @param account of the supervisor who is to handle it
   */
  record AssignmentRequest(int version, String account) {}

  record ConductReplyRequest(int version, @Nullable String text) {}

  @GetMapping("/api/conduct-complaints")
  @Operation(
      operationId = "listConductComplaints",
      summary = "Complaints about conduct, for the supervisors of the body that handles them")
  Page<HandleConduct.ConductLine> listConductComplaints(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byTime(after, limit, handling::list, c -> c.receivedAt(), c -> c.id()),
        ConductComplaint::reference,
        handling::line);
  }

  @GetMapping("/api/conduct-complaints/{id}")
  @Operation(
      operationId = "getConductComplaint",
      summary = "One complaint about conduct; the look goes on the sealed record")
  HandleConduct.ConductView getConductComplaint(@PathVariable UUID id) {
    return handling.view(id);
  }

  @PostMapping("/api/conduct-complaints/{id}/assignment")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "assignConductComplaint",
      summary = "Name who handles it; never the one complained of")
  void assignConductComplaint(@PathVariable UUID id, @RequestBody AssignmentRequest r) {
    handling.assign(id, r.version(), new AccountId(r.account()));
  }

  @PostMapping("/api/conduct-complaints/{id}/reply")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "replyConductComplaint", summary = "Reply, as the one who handles it")
  void replyConductComplaint(@PathVariable UUID id, @RequestBody ConductReplyRequest r) {
    handling.reply(id, r.version(), Typed.text(r.text()));
  }
}
