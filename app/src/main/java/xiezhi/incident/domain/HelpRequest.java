package xiezhi.incident.domain;

import java.time.Instant;
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
 * What the police are asked for without an alarm: strength for a planned action (警力保障), or who
 * somebody is that will not say (协助查明身份). <b>Asked</b>, then <b>answered</b>: with the strength
 * they give, or with the identity, which only the handlers may read; or <b>declined</b> with a
 * reason.
 *
 * @param asker the body that asks
 * @param strength how many are wanted; 0 for an identity
 * @param given how many come; 0 before, or for an identity
 * @param sealed the identity, sealed; null before, or for strength
 */
public record HelpRequest(
    UUID id,
    Kind kind,
    @Nullable MatterId matter,
    BodyId asker,
    BodyId police,
    String words,
    String basis,
    @Nullable Place place,
    @Nullable Instant from,
    @Nullable Instant to,
    int strength,
    int given,
    @Nullable String sealed,
    Stage stage,
    Step lastStep,
    int version) {

  public enum Kind {
    STRENGTH,
    IDENTITY;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The event by which the mechanism knows the asking. */
    public String asked() {
      return this == STRENGTH ? "support.requested" : "identity.requested";
    }

    public String answered() {
      return this == STRENGTH ? "support.confirmed" : "identity.answered";
    }
  }

  public enum Stage {
    ASKED,
    ANSWERED,
    DECLINED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Change<HelpRequest> ask(
      Kind kind,
      @Nullable MatterId matter,
      BodyId asker,
      BodyId police,
      String words,
      String basis,
      @Nullable Place place,
      @Nullable Instant from,
      @Nullable Instant to,
      int strength,
      Step step) {
    return new Change<>(
        new HelpRequest(
            Ids.next(),
            kind,
            matter,
            asker,
            police,
            words,
            basis,
            place,
            from,
            to,
            strength,
            0,
            null,
            Stage.ASKED,
            step,
            0),
        kind.asked(),
        Map.of("to", police.value(), "strength", strength, "basis", basis));
  }

  public String reference() {
    return "help:" + id;
  }

  /** Fewer come than were wanted, or none. */
  public boolean isUnmet() {
    return kind == Kind.STRENGTH && stage != Stage.ASKED && given < strength;
  }

  public Permission mayAnswer() {
    return stage == Stage.ASKED
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "incident.help-answered",
                "It is " + stage.key() + " already, by " + lastStep.by() + ".",
                Map.of("stage", stage.key(), "by", lastStep.by())));
  }

  public Change<HelpRequest> confirm(int people, Step step) {
    mayAnswer().orThrow();
    return to(Stage.ANSWERED, people, null, kind.answered(), step, Map.of("given", people));
  }

  /** The words stay out of the record: it would tell everybody who reads it. */
  public Change<HelpRequest> identify(String sealedIdentity, Step step) {
    mayAnswer().orThrow();
    return to(Stage.ANSWERED, 0, sealedIdentity, kind.answered(), step, Map.of());
  }

  public Change<HelpRequest> decline(Step step) {
    mayAnswer().orThrow();
    return to(
        Stage.DECLINED, 0, null, kind.answered(), step, Map.of("given", 0, "reason", step.note()));
  }

  private Change<HelpRequest> to(
      Stage next,
      int people,
      @Nullable String identity,
      String event,
      Step step,
      Map<String, Object> details) {
    return new Change<>(
        new HelpRequest(
            id,
            kind,
            matter,
            asker,
            police,
            words,
            basis,
            place,
            from,
            to,
            strength,
            people,
            identity,
            next,
            step,
            version + 1),
        event,
        details);
  }
}
