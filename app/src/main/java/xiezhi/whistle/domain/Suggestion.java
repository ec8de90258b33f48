package xiezhi.whistle.domain;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * 建议: a township suggests to a department what to do about the head of its station, or an officer
 * it sent. <b>Made</b>, it is <b>answered</b>, and has no effect by itself (coverage §6 #33). Only
 * the two parties and the organisation department know of it.
 *
 * @param organisation the organisation department; null where the directory has none
 * @param kind in the county's word, as 任免 or 调换
 * @param about the post or the person
 */
public record Suggestion(
    UUID id,
    BodyId caller,
    BodyId called,
    @Nullable BodyId organisation,
    String kind,
    String about,
    String words,
    String answer,
    Stage stage,
    @Nullable Letter letter,
    Step lastStep,
    int version) {

  public record Letter(UUID id, String number) {}

  public enum Stage {
    MADE,
    ANSWERED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Change<Suggestion> make(
      BodyId caller,
      BodyId called,
      @Nullable BodyId organisation,
      String kind,
      String about,
      String words,
      Letter letter,
      Step step) {
    return new Change<>(
        new Suggestion(
            Ids.next(),
            caller,
            called,
            organisation,
            kind,
            about,
            words,
            "",
            Stage.MADE,
            letter,
            step,
            0),
        "suggestion.made",
        Map.of("to", called.value(), "kind", kind, "about", about, "words", words));
  }

  public String reference() {
    return "suggestion:" + id;
  }

  public Permission mayAnswer() {
    return stage == Stage.MADE
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "whistle.suggestion-answered",
                "It was answered by " + lastStep.by() + ".",
                Map.of("by", lastStep.by())));
  }

  public Change<Suggestion> answer(Step step) {
    mayAnswer().orThrow();
    return new Change<>(
        new Suggestion(
            id,
            caller,
            called,
            organisation,
            kind,
            about,
            words,
            step.note(),
            Stage.ANSWERED,
            letter,
            step,
            version + 1),
        "suggestion.answered",
        Map.of("answer", step.note()));
  }
}
