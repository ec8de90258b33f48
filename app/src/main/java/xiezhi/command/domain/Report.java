package xiezhi.command.domain;

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
 * 上报: what one body told another above it, and what came back. It is <b>made</b>, to a body of the
 * county or to a contact outside it, and <b>answered</b>; what a contact outside replied is entered
 * by who reported. An <b>area</b> report is about a matter and goes to the chief of its area.
 *
 * @param receiver null where it went to a contact outside
 * @param contact null where it went to a body of the county
 * @param post the area whose chief is told; null for any other report
 */
public record Report(
    UUID id,
    Kind kind,
    BodyId sender,
    @Nullable BodyId receiver,
    @Nullable UUID contact,
    @Nullable String post,
    @Nullable MatterId matter,
    String subject,
    String words,
    String answer,
    Stage stage,
    UUID letter,
    String letterNumber,
    Step lastStep,
    int version) {

  public enum Kind {
    UPWARD("upward-report.made"),
    AREA("case.area-reported");

    private final String made;

    Kind(String made) {
      this.made = made;
    }

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum Stage {
    MADE,
    ANSWERED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Change<Report> make(Report r) {
    return new Change<>(
        r,
        r.kind.made,
        Map.of(
            "to", r.receiver == null ? String.valueOf(r.contact) : r.receiver.value(),
            "subject", r.subject,
            "number", r.letterNumber));
  }

  public String reference() {
    return "upward-report:" + id;
  }

  public Permission mayAnswer() {
    return stage == Stage.MADE
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "command.already-answered",
                "This report was answered by %s at %s.".formatted(lastStep.by(), lastStep.at()),
                Map.of("by", lastStep.by(), "at", lastStep.at().toString())));
  }

  public Change<Report> answer(Step step) {
    mayAnswer().orThrow();
    return new Change<>(
        new Report(
            id,
            kind,
            sender,
            receiver,
            contact,
            post,
            matter,
            subject,
            words,
            step.note(),
            Stage.ANSWERED,
            letter,
            letterNumber,
            step,
            version + 1),
        "upward-report.answered",
        Map.of("answer", step.note()));
  }
}
