package xiezhi.guidance.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;

/**
 * 合规指导清单、典型案例: words that keep people from doing wrong. A <b>draft</b> is the body's own and may be
 * amended; once <b>published</b> everybody reads it; <b>withdrawn</b>, as a draft or later, it
 * stands with its reason and is read by the body alone.
 *
 * @param kind as the county's rule names it
 * @param trade the trade it is meant for, as 餐饮
 * @param matter the closed matter it is drawn from; null for a list
 */
public record Guidance(
    UUID id,
    String kind,
    String trade,
    String title,
    String content,
    String legalBasis,
    @Nullable MatterId matter,
    BodyId body,
    Stage stage,
    @Nullable Instant publishedAt,
    Step lastStep,
    int version) {

  public enum Stage {
    DRAFT,
    PUBLISHED,
    WITHDRAWN;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public String reference() {
    return "guidance:" + id;
  }

  /**
   * What it says.
   *
   * @param matter the closed matter it is drawn from; null for a list
   */
  public record Text(
      String kind,
      String trade,
      String title,
      String content,
      String legalBasis,
      @Nullable MatterId matter) {}

  public Permission mayAmend() {
    return among("amended", stage == Stage.DRAFT);
  }

  public Change<Guidance> amend(Text text, Step step) {
    mayAmend().orThrow();
    return new Change<>(
        new Guidance(
            id,
            text.kind(),
            text.trade(),
            text.title(),
            text.content(),
            text.legalBasis(),
            text.matter(),
            body,
            stage,
            publishedAt,
            step,
            version + 1),
        "guidance.amended",
        Map.of("title", text.title()));
  }

  public Permission mayPublish() {
    return among("published", stage == Stage.DRAFT);
  }

  public Change<Guidance> publish(Step step) {
    mayPublish().orThrow();
    return new Change<>(
        with(Stage.PUBLISHED, step.at(), step), "guidance.published", Map.of("title", title));
  }

  public Permission mayWithdraw() {
    return among("withdrawn", stage != Stage.WITHDRAWN);
  }

  public Change<Guidance> withdraw(Step step) {
    mayWithdraw().orThrow();
    return new Change<>(
        with(Stage.WITHDRAWN, publishedAt, step),
        "guidance.withdrawn",
        Map.of("title", title, "reason", step.note()));
  }

  private Permission among(String what, boolean fits) {
    return fits
        ? Permission.allowed()
        : lastStep.refuses("guidance.wrong-stage", "It cannot be " + what, stage.key());
  }

  private Guidance with(Stage next, @Nullable Instant published, Step step) {
    return new Guidance(
        id,
        kind,
        trade,
        title,
        content,
        legalBasis,
        matter,
        body,
        next,
        published,
        step,
        version + 1);
  }
}
