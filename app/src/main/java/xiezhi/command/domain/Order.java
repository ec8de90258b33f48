package xiezhi.command.domain;

import java.time.Instant;
import java.util.List;
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
 * 勤务指令、执法任务、联合执法行动: what one body or person is ordered to do. It is <b>issued</b> in the name of
 * the post's head, <b>acknowledged</b> by whoever it went to, <b>started</b> on arrival, and
 * <b>completed</b> with a report. It may be <b>refused</b>, with a ground, until it was started,
 * and <b>withdrawn</b> by who gave it until it has ended.
 *
 * @param dispatch all orders given at once carry its id
 * @param post from which it was given
 * @param commander the body in whose name it went out
 * @param head who commands: what that is called, the account and the name
 * @param to whom it is for
 * @param slot from when until when; the end is when it is due
 * @param equipment what goes with it, by id of the roster
 * @param clash what was booked for that time already, in words; empty if nothing
 * @param times of its stages
 * @param photos taken when it was done
 */
public record Order(
    UUID id,
    UUID dispatch,
    Kind kind,
    String post,
    BodyId commander,
    Head head,
    Assignee to,
    Task task,
    Slot slot,
    List<UUID> equipment,
    String clash,
    @Nullable MatterId matter,
    Stage stage,
    Times times,
    String report,
    List<UUID> photos,
    Letter letter,
    Step lastStep,
    int version) {

  public Order {
    equipment = List.copyOf(equipment);
    photos = List.copyOf(photos);
  }

  /** Who commands. */
  public record Head(String title, String account, String name) {}

  /**
   * @param account null: the body decides who goes
   */
  public record Assignee(BodyId body, @Nullable String account, String person) {}

  /**
   * @param division null where it is not said
   */
  public record Task(String title, String content, String place, @Nullable String division) {}

  public record Slot(Instant from, Instant due) {
    public Slot {
      if (!due.isAfter(from)) {
        throw Refusal.of(
                Refusal.Kind.MALFORMED,
                "command.due-before-start",
                "An order is due after it begins: " + from + " to " + due + ".",
                Map.of("from", from.toString(), "due", due.toString()))
            .exception();
      }
    }

    public boolean overlaps(Instant otherFrom, Instant otherTo) {
      return from.isBefore(otherTo) && otherFrom.isBefore(due);
    }
  }

  public record Times(
      Instant issuedAt,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {}

  public record Letter(UUID id, String number) {}

  public enum Kind {
    /** 勤务指令. */
    DUTY,
    /** 执法任务. */
    TASK,
    /** 联合执法行动. */
    JOINT;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum Stage {
    ISSUED,
    ACKNOWLEDGED,
    STARTED,
    COMPLETED,
    REFUSED,
    WITHDRAWN;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOpen() {
      return this == ISSUED || this == ACKNOWLEDGED || this == STARTED;
    }
  }

  public static Change<Order> issue(Order issued) {
    return new Change<>(
        issued,
        "order.issued",
        Map.of(
            "kind", issued.kind.key(),
            "post", issued.post,
            "to", issued.to.body().value(),
            "person", issued.to.person(),
            "title", issued.task.title(),
            "due", issued.slot.due().toString(),
            "number", issued.letter.number(),
            "clash", issued.clash));
  }

  public String reference() {
    return "order:" + id;
  }

  public Permission mayAcknowledge() {
    return among("acknowledged", stage == Stage.ISSUED);
  }

  public Change<Order> acknowledge(Step step) {
    mayAcknowledge().orThrow();
    return Change.of(
        with(
            Stage.ACKNOWLEDGED,
            new Times(times.issuedAt(), step.at(), null, null),
            "",
            List.of(),
            step),
        "order.acknowledged");
  }

  public Permission mayStart() {
    return among("started", stage == Stage.ACKNOWLEDGED);
  }

  public Change<Order> start(Step step) {
    mayStart().orThrow();
    return Change.of(
        with(
            Stage.STARTED,
            new Times(times.issuedAt(), times.acknowledgedAt(), step.at(), null),
            "",
            List.of(),
            step),
        "order.started");
  }

  public Permission mayComplete() {
    return among("completed", stage == Stage.ACKNOWLEDGED || stage == Stage.STARTED);
  }

  /** What is carried out is reported: with words, with photos, or with both. */
  public Change<Order> complete(List<UUID> shown, Step step) {
    mayComplete().orThrow();
    if (step.note().isBlank() && shown.isEmpty()) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "command.report-missing",
              "Whoever has carried it out says so: a sentence, or a photo.")
          .exception();
    }
    return new Change<>(
        with(Stage.COMPLETED, ended(step), step.note(), shown, step),
        "order.completed",
        Map.of("report", step.note(), "photos", shown.size()));
  }

  public Permission mayRefuse() {
    return among("refused", stage == Stage.ISSUED || stage == Stage.ACKNOWLEDGED);
  }

  public Change<Order> refuse(Step step) {
    mayRefuse().orThrow();
    return new Change<>(
        with(Stage.REFUSED, ended(step), step.note(), List.of(), step),
        "order.refused",
        Map.of("ground", step.note()));
  }

  public Permission mayWithdraw() {
    return among("withdrawn", stage.isOpen());
  }

  public Change<Order> withdraw(Step step) {
    mayWithdraw().orThrow();
    return new Change<>(
        with(Stage.WITHDRAWN, ended(step), step.note(), List.of(), step),
        "order.withdrawn",
        Map.of("reason", step.note()));
  }

  private Times ended(Step step) {
    return new Times(times.issuedAt(), times.acknowledgedAt(), times.startedAt(), step.at());
  }

  private Permission among(String what, boolean fits) {
    return fits
        ? Permission.allowed()
        : lastStep.refuses("command.wrong-stage", "This order cannot be " + what, stage.key());
  }

  private Order with(Stage next, Times then, String said, List<UUID> shown, Step step) {
    return new Order(
        id,
        dispatch,
        kind,
        post,
        commander,
        head,
        to,
        task,
        slot,
        equipment,
        clash,
        matter,
        next,
        then,
        said,
        shown,
        letter,
        step,
        version + 1);
  }
}
