package xiezhi.conference.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * 议定事项: something a meeting agreed. It is <b>owed</b> by one body until a day; the body reports it
 * <b>done</b>; the meeting's office may <b>drop</b> it with a reason.
 */
public record Resolution(
    UUID id,
    UUID meeting,
    int position,
    String content,
    BodyId debtor,
    LocalDate dueOn,
    Stage stage,
    String report,
    @Nullable MatterId matter,
    Step lastStep,
    int version) {

  public enum Stage {
    OWED,
    DONE,
    DROPPED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Change<Resolution> make(
      UUID meeting,
      int position,
      String content,
      BodyId debtor,
      LocalDate dueOn,
      @Nullable MatterId matter,
      Step step) {
    return new Change<>(
        new Resolution(
            Ids.next(), meeting, position, content, debtor, dueOn, Stage.OWED, "", matter, step, 0),
        "resolution.made",
        Map.of("content", content, "debtor", debtor.value(), "dueOn", dueOn.toString()));
  }

  public String reference() {
    return "resolution:" + id;
  }

  public Permission mayEnd() {
    return stage == Stage.OWED
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "conference.resolution-ended",
                "This resolution is "
                    + stage.key()
                    + ", by "
                    + lastStep.by()
                    + " at "
                    + lastStep.at()
                    + ".",
                Map.of("stage", stage.key(), "by", lastStep.by(), "at", lastStep.at().toString())));
  }

  public Change<Resolution> done(Step step) {
    mayEnd().orThrow();
    return new Change<>(with(Stage.DONE, step), "resolution.done", Map.of("report", step.note()));
  }

  public Change<Resolution> drop(Step step) {
    mayEnd().orThrow();
    return new Change<>(
        with(Stage.DROPPED, step), "resolution.dropped", Map.of("reason", step.note()));
  }

  private Resolution with(Stage next, Step step) {
    return new Resolution(
        id,
        meeting,
        position,
        content,
        debtor,
        dueOn,
        next,
        step.note(),
        matter,
        step,
        version + 1);
  }
}
