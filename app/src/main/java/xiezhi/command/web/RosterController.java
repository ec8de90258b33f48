package xiezhi.command.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.command.application.KeepRoster;
import xiezhi.command.domain.Listed;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.Refusal;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;

@RestController
@Tag(name = "command")
class RosterController {
  private final KeepRoster roster;
  private final Bodies bodies;
  private final Idempotency idempotency;

  RosterController(KeepRoster roster, Bodies bodies, Idempotency idempotency) {
    this.roster = roster;
    this.bodies = bodies;
    this.idempotency = idempotency;
  }

  /**
   * @param account the officer's; left out for equipment, which has a {@code name}
   * @param certificate number of the enforcement certificate, or of the equipment
   */
  record RosterRequest(
      @Nullable String body,
      @Nullable String account,
      @Nullable String name,
      @Nullable String certificate) {}

  record AbsenceRequest(
      @Nullable String account,
      @Nullable UUID equipment,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String reason) {}

  record RosterEntry(
      UUID id,
      String post,
      String kind,
      @Nullable String account,
      String name,
      BodyRef body,
      String certificate,
      Instant since,
      int version) {}

  record TakenView(Instant from, Instant to, String why, boolean byOrder) {}

  /**
   * @param account of a person, {@code equipment} of a thing; both null for the body as such
   * @param onRoster whether it stands on the post's roster
   * @param open orders that have not ended, and how many of them are past due
   * @param taken when it is not free in the time asked about
   */
  record AssigneeView(
      BodyRef body,
      @Nullable String account,
      @Nullable UUID equipment,
      String name,
      boolean onRoster,
      long open,
      long overdue,
      List<TakenView> taken) {}

  @GetMapping("/api/command-posts/{id}/roster")
  @Operation(operationId = "getRoster", summary = "Officers and equipment on a post's roster")
  List<RosterEntry> getRoster(@PathVariable String id) {
    return roster.roster(id).stream()
        .map(
            (Listed l) ->
                new RosterEntry(
                    l.id(),
                    l.post(),
                    l.kind().key(),
                    l.account(),
                    l.name(),
                    bodies.ref(l.body()),
                    l.certificate(),
                    l.listedAt(),
                    l.version()))
        .toList();
  }

  @PostMapping("/api/command-posts/{id}/roster")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "addToRoster",
      summary = "An officer or a piece of equipment joins the roster; officers are published")
  List<RosterEntry> addToRoster(
      @PathVariable String id,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody RosterRequest r) {
    idempotency.once(
        "addToRoster",
        key,
        List.of(id, r),
        () ->
            roster.list(
                new KeepRoster.Listing(
                    id,
                    Typed.body("body", r.body()),
                    r.account(),
                    r.name(),
                    Typed.text(r.certificate()))));
    return getRoster(id);
  }

  @PostMapping("/api/roster-entries/{id}/removal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "removeFromRoster", summary = "Off the roster, and why")
  void removeFromRoster(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    roster.unlist(id, r.version(), Typed.text(r.reason()));
  }

  @PostMapping("/api/absences")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "reportAbsence",
      summary = "A person or a piece of equipment cannot be sent in that time")
  void reportAbsence(@RequestBody AbsenceRequest r) {
    Instant from = r.from();
    Instant to = r.to();
    if (from == null || to == null || (r.account() == null) == (r.equipment() == null)) {
      throw Refusal.malformed("from, to, account, equipment", "must say who or what, from when, to")
          .exception();
    }
    roster.absent(r.account(), r.equipment(), from, to, Typed.text(r.reason()));
  }

  @GetMapping("/api/command-posts/{id}/assignees")
  @Operation(
      operationId = "listAssignees",
      summary = "Whom and what the post can send, with open work, and when they are taken")
  List<AssigneeView> listAssignees(
      @PathVariable String id, @RequestParam Instant from, @RequestParam Instant to) {
    return roster.candidates(id, from, to).stream()
        .map(
            c ->
                new AssigneeView(
                    new BodyRef(c.body().value(), c.bodyName()),
                    c.account(),
                    c.equipment(),
                    c.name(),
                    c.entry() != null,
                    c.open(),
                    c.overdue(),
                    c.taken().stream()
                        .map(t -> new TakenView(t.from(), t.to(), t.why(), t.byOrder()))
                        .toList()))
        .toList();
  }
}
