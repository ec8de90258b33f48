package xiezhi.sharing.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.Permission;

/**
 * 管理建议: what complaints and cases together suggest to an industry department. It is <b>made</b>,
 * <b>adopted</b> or <b>declined</b> with a reason; one adopted is <b>followed up</b> when its
 * outcome is told.
 *
 * @param information the copied figures it rests on; null if none
 */
public record Suggestion(
    UUID id,
    BodyId suggester,
    BodyId suggested,
    String field,
    String content,
    @Nullable UUID information,
    Instant madeAt,
    Stage stage,
    String answer,
    String outcome,
    Information.Letter letter,
    Step lastStep,
    int version) {

  public enum Stage {
    MADE,
    ADOPTED,
    DECLINED,
    FOLLOWED_UP;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static Change<Suggestion> make(
      BodyId suggester,
      BodyId suggested,
      String field,
      String content,
      @Nullable UUID information,
      Information.Letter letter,
      Step step) {
    return new Change<>(
        new Suggestion(
            Ids.next(),
            suggester,
            suggested,
            field,
            content,
            information,
            step.at(),
            Stage.MADE,
            "",
            "",
            letter,
            step,
            0),
        "management-suggestion.made",
        Map.of("to", suggested.value(), "field", field, "letter", letter.number()));
  }

  public String reference() {
    return "management-suggestion:" + id;
  }

  public Permission mayAnswer() {
    return among("answered", stage == Stage.MADE);
  }

  public Permission mayFollowUp() {
    return among("followed up", stage == Stage.ADOPTED);
  }

  public Change<Suggestion> answer(boolean adopted, Step step) {
    mayAnswer().orThrow();
    return new Change<>(
        with(adopted ? Stage.ADOPTED : Stage.DECLINED, step.note(), outcome, step),
        adopted ? "management-suggestion.adopted" : "management-suggestion.declined",
        Map.of("answer", step.note()));
  }

  public Change<Suggestion> followUp(Step step) {
    mayFollowUp().orThrow();
    return new Change<>(
        with(Stage.FOLLOWED_UP, answer, step.note(), step),
        "management-suggestion.followed-up",
        Map.of("outcome", step.note()));
  }

  private Suggestion with(Stage next, String said, String done, Step step) {
    return new Suggestion(
        id,
        suggester,
        suggested,
        field,
        content,
        information,
        madeAt,
        next,
        said,
        done,
        letter,
        step,
        version + 1);
  }

  private Permission among(String what, boolean fits) {
    return fits
        ? Permission.allowed()
        : lastStep.refuses("sharing.wrong-stage", "The suggestion cannot be " + what, stage.key());
  }
}
