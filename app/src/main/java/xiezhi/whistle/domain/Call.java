package xiezhi.whistle.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xiezhi.calendar.TimeLimit;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * One body called by a township. A <b>whistle</b>: <b>sent</b>; the body <b>reports in</b> with its
 * people, <b>arrives</b>, <b>does</b> the work, and the township <b>confirms</b> it or sends it
 * back. An <b>urging</b>: sent with a due date, answered (done), confirmed. Either may be
 * <b>refused</b>, with a reason or without one, <b>withdrawn</b> by the township, and, while there
 * is silence or no reason, <b>reported</b> to the government; the body may still come after that.
 *
 * @param whistle all calls of one whistle carry its id
 * @param limit the time to answer in, typed by the township; null if none
 * @param reportLetter by which the government was told; null if it was not
 */
public record Call(
    UUID id,
    UUID whistle,
    Kind kind,
    @Nullable MatterId matter,
    BodyId caller,
    BodyId called,
    String subject,
    String words,
    Stage stage,
    Instant sentAt,
    @Nullable Instant reportedInAt,
    @Nullable Instant arrivedAt,
    String people,
    String result,
    boolean reasonGiven,
    @Nullable BodyId reportedTo,
    @Nullable TimeLimit limit,
    @Nullable Letter letter,
    @Nullable Letter reportLetter,
    Step lastStep,
    int version) {

  public record Letter(UUID id, String number) {}

  public enum Kind {
    WHISTLE,
    URGING;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    String sent() {
      return this == WHISTLE ? "whistle.blown" : "urging.sent";
    }

    String done() {
      return this == WHISTLE ? "whistle.done" : "urging.answered";
    }
  }

  public enum Stage {
    SENT,
    REPORTED_IN,
    ARRIVED,
    DONE,
    CONFIRMED,
    REFUSED,
    REPORTED,
    WITHDRAWN;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Stage of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  public static Change<Call> send(
      UUID id,
      UUID whistle,
      Kind kind,
      @Nullable MatterId matter,
      BodyId caller,
      BodyId called,
      String subject,
      @Nullable TimeLimit limit,
      Letter letter,
      Step step) {
    if (caller.equals(called)) {
      throw Refusal.of(Refusal.Kind.RULE, "whistle.to-oneself", "A township does not call itself.")
          .exception();
    }
    Call call =
        new Call(
            id,
            whistle,
            kind,
            matter,
            caller,
            called,
            subject,
            step.note(),
            Stage.SENT,
            step.at(),
            null,
            null,
            "",
            "",
            false,
            null,
            limit,
            letter,
            null,
            step,
            0);
    return new Change<>(
        call,
        kind.sent(),
        Map.of(
            "to", called.value(),
            "subject", subject,
            "words", step.note(),
            "number", letter.number()));
  }

  public String reference() {
    return kind.key() + ":" + id;
  }

  public boolean isOpen() {
    return stage != Stage.CONFIRMED && stage != Stage.WITHDRAWN;
  }

  public Permission mayReportIn() {
    return among(
        "reported in to", kind == Kind.WHISTLE && (stage == Stage.SENT || stage == Stage.REPORTED));
  }

  public Permission mayArrive() {
    return among("arrived at", kind == Kind.WHISTLE && stage == Stage.REPORTED_IN);
  }

  public Permission mayFinish() {
    return among(
        "answered",
        kind == Kind.WHISTLE
            ? stage == Stage.ARRIVED
            : stage == Stage.SENT || stage == Stage.REPORTED);
  }

  public Permission mayConfirm() {
    return among("confirmed", stage == Stage.DONE);
  }

  public Permission mayRefuse() {
    return among("refused", stage == Stage.SENT || stage == Stage.REPORTED_IN);
  }

  /** Offered while nobody came and no reason was given. */
  public Permission mayReport() {
    return among(
        "reported",
        stage == Stage.SENT
            || stage == Stage.REPORTED_IN
            || (stage == Stage.REFUSED && !reasonGiven));
  }

  public Permission mayWithdraw() {
    return among(
        "withdrawn",
        stage == Stage.SENT
            || stage == Stage.REPORTED_IN
            || stage == Stage.REFUSED
            || stage == Stage.REPORTED);
  }

  private Permission among(String what, boolean fits) {
    return fits
        ? Permission.allowed()
        : lastStep.refuses(
            "whistle.wrong-stage", "This " + kind.key() + " cannot be " + what, stage.key());
  }

  public Change<Call> reportIn(String who, Step step) {
    mayReportIn().orThrow();
    return to(
        Stage.REPORTED_IN,
        "whistle.reported-in",
        step,
        d -> {
          d.reportedInAt = step.at();
          d.people = who;
        });
  }

  public Change<Call> arrive(Step step) {
    mayArrive().orThrow();
    return to(Stage.ARRIVED, "whistle.arrived", step, d -> d.arrivedAt = step.at());
  }

  public Change<Call> finish(Step step) {
    mayFinish().orThrow();
    return to(Stage.DONE, kind.done(), step, d -> d.result = step.note());
  }

  public Change<Call> confirm(Step step) {
    mayConfirm().orThrow();
    return to(Stage.CONFIRMED, kind.key() + ".confirmed", step, d -> {});
  }

  /** Not good enough: once more. */
  public Change<Call> sendBack(Step step) {
    mayConfirm().orThrow();
    return to(
        kind == Kind.WHISTLE ? Stage.ARRIVED : Stage.SENT,
        kind.key() + ".sent-back",
        step,
        d -> d.result = "");
  }

  /** A refusal without a reason is kept as such: it is what may be reported. */
  public Change<Call> refuse(Step step) {
    mayRefuse().orThrow();
    return to(
        Stage.REFUSED, kind.key() + ".refused", step, d -> d.reasonGiven = !step.note().isBlank());
  }

  public Change<Call> report(BodyId to, Letter told, Step step) {
    mayReport().orThrow();
    return to(
        Stage.REPORTED,
        kind.key() + ".reported",
        step,
        d -> {
          d.reportedTo = to;
          d.reportLetter = told;
        });
  }

  public Change<Call> withdraw(Step step) {
    mayWithdraw().orThrow();
    return to(Stage.WITHDRAWN, kind.key() + ".withdrawn", step, d -> {});
  }

  private Change<Call> to(Stage next, String event, Step step, Consumer<CallDraft> what) {
    CallDraft draft = new CallDraft(this);
    draft.stage = next;
    what.accept(draft);
    Call after = draft.done(step);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("words", step.note());
    if (!after.people.isEmpty()) {
      details.put("people", after.people);
    }
    if (after.reportedTo != null) {
      details.put("to", after.reportedTo.value());
    }
    return new Change<>(after, event, details);
  }
}
