package xiezhi.command.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * 问题台账: a problem or difficulty that came up in enforcement. It is <b>open</b>, with one body that
 * owns it and a day until which it is to be solved; the owner says how it was <b>solved</b>; the
 * post's head may <b>drop</b> it with a reason.
 */
public record Problem(
    UUID id,
    String post,
    BodyId commander,
    String title,
    String content,
    BodyId owner,
    LocalDate dueOn,
    @Nullable MatterId matter,
    Stage stage,
    String resolution,
    Step lastStep,
    int version) {

  public enum Stage {
    OPEN,
    SOLVED,
    DROPPED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Change<Problem> register(Problem p) {
    return new Change<>(
        p,
        "problem.registered",
        Map.of("title", p.title, "owner", p.owner.value(), "dueOn", p.dueOn.toString()));
  }

  public String reference() {
    return "problem:" + id;
  }

  public Permission mayEnd() {
    return stage == Stage.OPEN
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "command.problem-ended",
                "This problem is %s, by %s at %s."
                    .formatted(stage.key(), lastStep.by(), lastStep.at()),
                Map.of(
                    "stage", stage.key(),
                    "by", lastStep.by(),
                    "at", lastStep.at().toString())));
  }

  public Change<Problem> solve(Step step) {
    mayEnd().orThrow();
    return new Change<>(
        with(Stage.SOLVED, step), "problem.solved", Map.of("resolution", step.note()));
  }

  public Change<Problem> drop(Step step) {
    mayEnd().orThrow();
    return new Change<>(
        with(Stage.DROPPED, step), "problem.dropped", Map.of("reason", step.note()));
  }

  private Problem with(Stage next, Step step) {
    return new Problem(
        id,
        post,
        commander,
        title,
        content,
        owner,
        dueOn,
        matter,
        next,
        step.note(),
        step,
        version + 1);
  }
}
