package xiezhi.transfer.domain;

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
 * 立即通知: a body tells another at once of a serious hazard in the other's jurisdiction, or of a
 * violation in progress. <b>Sent</b>, it is <b>acknowledged</b> with the people sent out and
 * <b>handled</b>, or <b>refused</b> with a reason or without one. The sender may <b>report</b> a
 * refusal or silence where the county's clause says to whom. It is <b>closed</b> only when the
 * county's gate lets it.
 *
 * @param letter the notice itself
 * @param report the letter by which it was reported; null before
 */
public record Notice(
    UUID id,
    MatterId matter,
    Purpose purpose,
    BodyId notifier,
    BodyId notified,
    String content,
    Stage stage,
    boolean acknowledged,
    boolean reasonGiven,
    @Nullable BodyId reportedTo,
    Transfer.@Nullable Letter letter,
    Transfer.@Nullable Letter report,
    Step lastStep,
    int version) {

  public enum Purpose {
    HAZARD,
    IN_PROGRESS;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The event by which the mechanism knows the sending. */
    public String sentEvent() {
      return this == HAZARD ? "hazard.notified" : "act.notified";
    }
  }

  public enum Stage {
    SENT,
    ACKNOWLEDGED,
    HANDLED,
    REFUSED,
    REPORTED,
    CLOSED;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public static Change<Notice> send(
      MatterId matter,
      Purpose purpose,
      BodyId notifier,
      BodyId notified,
      String content,
      Transfer.@Nullable Letter letter,
      Step step) {
    Transfer.mayGo(notifier, notified).orThrow();
    return new Change<>(
        new Notice(
            Ids.next(),
            matter,
            purpose,
            notifier,
            notified,
            content,
            Stage.SENT,
            false,
            false,
            null,
            letter,
            null,
            step,
            0),
        purpose.sentEvent(),
        Map.of("to", notified.value(), "content", content));
  }

  public String reference() {
    return "notice:" + id;
  }

  public Permission mayAcknowledge() {
    return among("acknowledged", stage == Stage.SENT || stage == Stage.REPORTED);
  }

  public Permission mayHandle() {
    return among("handled", stage == Stage.ACKNOWLEDGED || stage == Stage.REPORTED);
  }

  public Permission mayRefuse() {
    return among("refused", stage == Stage.SENT || stage == Stage.ACKNOWLEDGED);
  }

  /** Offered while there is no handling and no reason. */
  public Permission mayReport() {
    return among(
        "reported",
        stage == Stage.SENT
            || stage == Stage.ACKNOWLEDGED
            || (stage == Stage.REFUSED && !reasonGiven));
  }

  public Permission mayClose() {
    return among("closed", stage != Stage.CLOSED);
  }

  /**
   * @param people who was sent out
   */
  public Change<Notice> acknowledge(String people, Step step) {
    mayAcknowledge().orThrow();
    return to(
        Stage.ACKNOWLEDGED,
        "hazard.acknowledged",
        true,
        reasonGiven,
        reportedTo,
        report,
        step,
        Map.of("people", people));
  }

  public Change<Notice> handle(Step step) {
    mayHandle().orThrow();
    return to(
        Stage.HANDLED,
        "hazard.handled",
        acknowledged,
        reasonGiven,
        reportedTo,
        report,
        step,
        Map.of("outcome", step.note()));
  }

  /** A refusal without a reason is kept as such: it is what may be reported. */
  public Change<Notice> refuse(Step step) {
    mayRefuse().orThrow();
    boolean reason = !step.note().isBlank();
    return to(
        Stage.REFUSED,
        "hazard.refused",
        acknowledged,
        reason,
        reportedTo,
        report,
        step,
        Map.of("reason", step.note()));
  }

  /**
   * @param with the letter that reports it
   */
  public Change<Notice> report(BodyId to, Transfer.Letter with, Step step) {
    mayReport().orThrow();
    return to(
        Stage.REPORTED,
        "hazard.reported",
        acknowledged,
        reasonGiven,
        to,
        with,
        step,
        Map.of("to", to.value(), "report", step.note()));
  }

  public Change<Notice> close(Step step) {
    mayClose().orThrow();
    return to(
        Stage.CLOSED,
        "notice.closed",
        acknowledged,
        reasonGiven,
        reportedTo,
        report,
        step,
        Map.of());
  }

  private Permission among(String what, boolean fits) {
    return fits
        ? Permission.allowed()
        : lastStep.refuses("notice.wrong-stage", "It cannot be " + what, stage.key());
  }

  private Change<Notice> to(
      Stage next,
      String event,
      boolean isAcknowledged,
      boolean hasReason,
      @Nullable BodyId told,
      Transfer.@Nullable Letter with,
      Step step,
      Map<String, Object> details) {
    return new Change<>(
        new Notice(
            id,
            matter,
            purpose,
            notifier,
            notified,
            content,
            next,
            isAcknowledged,
            hasReason,
            told,
            letter,
            with,
            step,
            version + 1),
        event,
        details);
  }
}
