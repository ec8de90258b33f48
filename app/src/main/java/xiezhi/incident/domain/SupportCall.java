package xiezhi.incident.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

/**
 * 出警请求: an officer in trouble <b>presses</b> the button. The police station of the place
 * <b>answers</b>, <b>sends</b> people out, <b>arrives</b>, <b>takes over</b> the scene and
 * <b>closes</b> with what was done; each step may be skipped but for arriving, since in an
 * emergency nobody writes. A call about obstruction stays open until the police have written down
 * what came of it for those who obstructed. The caller may <b>withdraw</b> it before anybody
 * arrives.
 *
 * @param team the body whose officer called
 * @param station the police who are to come
 * @param trigger what happened, in the county's word
 * @param danger somebody's safety is at risk: at the top of every list until the police are there
 * @param helps what else is asked for, as 固定证据, 现场控制
 * @param times when each step was
 */
public record SupportCall(
    UUID id,
    @Nullable MatterId matter,
    BodyId team,
    BodyId station,
    String trigger,
    boolean danger,
    Place place,
    String words,
    List<String> helps,
    Times times,
    Work work,
    Stage stage,
    Step lastStep,
    int version) {
  public SupportCall {
    helps = List.copyOf(helps);
  }

  /**
   * @param pressedAt by the phone's clock, which may have been without a network
   * @param receivedAt by the platform's
   */
  public record Times(
      Instant pressedAt,
      Instant receivedAt,
      @Nullable Instant answeredAt,
      @Nullable Instant sentAt,
      @Nullable Instant arrivedAt,
      @Nullable Instant takenOverAt,
      @Nullable Instant closedAt) {

    /** From the alarm to the arrival; null before. */
    public @Nullable Duration response() {
      return arrivedAt == null ? null : Duration.between(receivedAt, arrivedAt);
    }
  }

  /**
   * What the police did.
   *
   * @param people who came
   * @param scene control of the scene, evidence, dispersal
   * @param result how it ended
   * @param outcome what came of it for those who obstructed, in the county's word; empty before
   */
  public record Work(
      String people, String scene, String result, String outcome, String outcomeWords) {}

  public enum Stage {
    PRESSED,
    ANSWERED,
    SENT,
    ARRIVED,
    TAKEN_OVER,
    CLOSED,
    SETTLED,
    WITHDRAWN;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Stage of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The police have not intervened yet. */
    public boolean isAwaited() {
      return this == PRESSED || this == ANSWERED || this == SENT;
    }
  }

  public static Change<SupportCall> press(
      @Nullable MatterId matter,
      BodyId team,
      BodyId station,
      String trigger,
      boolean danger,
      Place place,
      String words,
      List<String> helps,
      Instant pressedAt,
      Step step) {
    place.mayBeFound().orThrow();
    SupportCall call =
        new SupportCall(
            Ids.next(),
            matter,
            team,
            station,
            trigger,
            danger,
            place,
            words,
            helps,
            new Times(pressedAt, step.at(), null, null, null, null, null),
            new Work("", "", "", "", ""),
            Stage.PRESSED,
            step,
            0);
    return new Change<>(
        call,
        "incident.alarm",
        Map.of(
            "trigger", trigger,
            "danger", danger,
            "station", station.value(),
            "address", place.address(),
            "pressedAt", pressedAt.toString(),
            "receivedAt", step.at().toString()));
  }

  public String reference() {
    return "call:" + id;
  }

  /** Still to be done something about. */
  public boolean isOpen() {
    return stage != Stage.SETTLED && stage != Stage.WITHDRAWN;
  }

  /** At the top of every list. */
  public boolean isUrgent() {
    return danger && stage.isAwaited();
  }

  public Permission mayAnswer() {
    return among("answered", stage == Stage.PRESSED);
  }

  public Permission maySend() {
    return among("sent out to", stage == Stage.PRESSED || stage == Stage.ANSWERED);
  }

  public Permission mayArrive() {
    return among("arrived at", stage.isAwaited());
  }

  public Permission mayTakeOver() {
    return among("taken over", stage == Stage.ARRIVED);
  }

  public Permission mayClose() {
    return among("closed", stage == Stage.ARRIVED || stage == Stage.TAKEN_OVER);
  }

  public Permission maySettle() {
    return among("settled", stage == Stage.CLOSED);
  }

  public Permission mayWithdraw() {
    return among("withdrawn", stage.isAwaited());
  }

  private Permission among(String what, boolean fits) {
    return fits
        ? Permission.allowed()
        : lastStep.refuses("incident.call-wrong-stage", "It cannot be " + what, stage.key());
  }

  public Change<SupportCall> answer(Step step) {
    mayAnswer().orThrow();
    Times t = new Times(times.pressedAt(), times.receivedAt(), step.at(), null, null, null, null);
    return to(Stage.ANSWERED, "incident.alarm-answered", t, work, step, Map.of());
  }

  /**
   * @param people who was sent out
   */
  public Change<SupportCall> send(String people, Step step) {
    maySend().orThrow();
    Times t =
        new Times(
            times.pressedAt(),
            times.receivedAt(),
            or(times.answeredAt(), step),
            step.at(),
            null,
            null,
            null);
    return to(
        Stage.SENT,
        "incident.police-sent",
        t,
        new Work(people, "", "", "", ""),
        step,
        Map.of("people", people));
  }

  public Change<SupportCall> arrive(Step step) {
    mayArrive().orThrow();
    Times t =
        new Times(
            times.pressedAt(),
            times.receivedAt(),
            or(times.answeredAt(), step),
            or(times.sentAt(), step),
            step.at(),
            null,
            null);
    return to(
        Stage.ARRIVED,
        "incident.police-arrived",
        t,
        work,
        step,
        Map.of("responseSeconds", Duration.between(times.receivedAt(), step.at()).toSeconds()));
  }

  /** 控制现场、调查取证、疏散群众. */
  public Change<SupportCall> takeOver(String scene, Step step) {
    mayTakeOver().orThrow();
    Times t =
        new Times(
            times.pressedAt(),
            times.receivedAt(),
            times.answeredAt(),
            times.sentAt(),
            times.arrivedAt(),
            step.at(),
            null);
    return to(
        Stage.TAKEN_OVER,
        "incident.taken-over",
        t,
        new Work(work.people(), scene, "", "", ""),
        step,
        Map.of("scene", scene));
  }

  /**
   * The scene is over.
   *
   * @param obstruction somebody obstructed: open until the police say what came of it
   */
  public Change<SupportCall> close(String result, boolean obstruction, Step step) {
    mayClose().orThrow();
    Times t =
        new Times(
            times.pressedAt(),
            times.receivedAt(),
            times.answeredAt(),
            times.sentAt(),
            times.arrivedAt(),
            times.takenOverAt(),
            step.at());
    return to(
        obstruction ? Stage.CLOSED : Stage.SETTLED,
        obstruction ? "incident.obstruction-closed" : "incident.police-closed",
        t,
        new Work(work.people(), work.scene(), result, "", ""),
        step,
        Map.of("result", result, "obstruction", obstruction));
  }

  public Change<SupportCall> settle(String outcome, String outcomeWords, Step step) {
    maySettle().orThrow();
    return to(
        Stage.SETTLED,
        "incident.outcome-recorded",
        times,
        new Work(work.people(), work.scene(), work.result(), outcome, outcomeWords),
        step,
        Map.of("outcome", outcome, "words", outcomeWords));
  }

  public Change<SupportCall> withdraw(Step step) {
    mayWithdraw().orThrow();
    return to(
        Stage.WITHDRAWN,
        "incident.alarm-withdrawn",
        times,
        work,
        step,
        Map.of("reason", step.note()));
  }

  private static Instant or(@Nullable Instant known, Step step) {
    return known == null ? step.at() : known;
  }

  private Change<SupportCall> to(
      Stage next, String event, Times t, Work w, Step step, Map<String, Object> details) {
    return new Change<>(
        new SupportCall(
            id,
            matter,
            team,
            station,
            trigger,
            danger,
            place,
            words,
            helps,
            t,
            w,
            next,
            step,
            version + 1),
        event,
        details);
  }
}
