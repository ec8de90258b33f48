package xiezhi.command.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
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
import xiezhi.command.application.KeepProblems;
import xiezhi.command.domain.Problem;
import xiezhi.flow.Clocks;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.Typed;

@RestController
@Tag(name = "command")
class ProblemController {
  private final KeepProblems problems;
  private final Bodies bodies;
  private final Clocks clocks;
  private final Idempotency idempotency;

  ProblemController(KeepProblems problems, Bodies bodies, Clocks clocks, Idempotency idempotency) {
    this.problems = problems;
    this.bodies = bodies;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  record ProblemRequest(
      @Nullable String post,
      @Nullable String title,
      @Nullable String content,
      @Nullable String owner,
      @Nullable LocalDate dueOn,
      @Nullable UUID matter) {}

  record ProblemWordsRequest(int version, @Nullable String words) {}

  record ProblemView(
      UUID id,
      String post,
      BodyRef commander,
      String title,
      String content,
      BodyRef owner,
      LocalDate dueOn,
      @Nullable UUID matter,
      String stage,
      String resolution,
      Instant lastStepAt,
      String lastStepBy,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  record ProblemLine(
      UUID id,
      String title,
      BodyRef commander,
      BodyRef owner,
      LocalDate dueOn,
      String stage,
      String resolution,
      @Nullable ObligationView clock,
      int version) {}

  @PostMapping("/api/problems")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "registerProblem",
      summary = "A problem of enforcement, with who solves it and until when")
  ProblemView registerProblem(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ProblemRequest r) {
    UUID made =
        idempotency.once(
            "registerProblem",
            key,
            r,
            () ->
                problems.register(
                    new KeepProblems.Registering(
                        Typed.text(r.post()),
                        Typed.text(r.title()),
                        Typed.text(r.content()),
                        Typed.bodyOrNone("owner", r.owner()),
                        r.dueOn(),
                        Typed.matterOrNone(r.matter()))));
    return getProblem(made);
  }

  @GetMapping("/api/problems")
  @Operation(operationId = "listProblems", summary = "The register of problems, newest first")
  Page<ProblemLine> listProblems(
      @RequestParam(defaultValue = "false") boolean county,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byId(
            after, limit, (last, most) -> problems.list(county, open, last, most), p -> p.id()),
        Problem::reference,
        (p, clock) ->
            new ProblemLine(
                p.id(),
                p.title(),
                bodies.ref(p.commander()),
                bodies.ref(p.owner()),
                p.dueOn(),
                p.stage().key(),
                p.resolution(),
                clock,
                p.version()));
  }

  @GetMapping("/api/problems/{id}")
  @Operation(operationId = "getProblem", summary = "One problem")
  ProblemView getProblem(@PathVariable UUID id) {
    KeepProblems.Page page = problems.page(id);
    Problem p = page.problem();
    return new ProblemView(
        p.id(),
        p.post(),
        bodies.ref(p.commander()),
        p.title(),
        p.content(),
        bodies.ref(p.owner()),
        p.dueOn(),
        p.matter() == null ? null : p.matter().value(),
        p.stage().key(),
        p.resolution(),
        p.lastStep().at(),
        p.lastStep().by(),
        page.obligations(),
        p.version(),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/problems/{id}/solution")
  @Operation(operationId = "solveProblem", summary = "Its owner says how it was solved")
  ProblemView solveProblem(@PathVariable UUID id, @RequestBody ProblemWordsRequest r) {
    problems.solve(id, r.version(), Typed.text(r.words()));
    return getProblem(id);
  }

  @PostMapping("/api/problems/{id}/drop")
  @Operation(operationId = "dropProblem", summary = "It need not be solved any more, and why")
  ProblemView dropProblem(@PathVariable UUID id, @RequestBody ProblemWordsRequest r) {
    problems.drop(id, r.version(), Typed.text(r.words()));
    return getProblem(id);
  }
}
