package xiezhi.sharing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.Permission;

/**
 * A normative document that a department is about to revise (修订规范性文件).
 *
 * <p>It is <b>drafted</b>; the body that enforces is <b>asked</b> for its opinion, which it
 * <b>answers</b>; then it is <b>issued</b>. Whether it may be issued without an opinion is the
 * county's rules' affair, not this record's: here it may.
 */
public record RulesDraft(
    UUID id,
    BodyId drafter,
    String title,
    String text,
    List<String> items,
    Instant draftedAt,
    Stage stage,
    @Nullable Consultation consultation,
    Step lastStep,
    int version) {

  /** The question to the body consulted, and its opinion once there is one. */
  public record Consultation(
      BodyId consulted, Instant askedAt, Information.Letter letter, @Nullable Opinion opinion) {}

  public record Opinion(String text, Instant at, String by) {}

  public sealed interface Stage {
    record Drafted() implements Stage {}

    record Asked() implements Stage {}

    record Answered() implements Stage {}

    record Issued(String number, LocalDate effectiveOn) implements Stage {}

    record Dropped() implements Stage {}
  }

  public RulesDraft {
    items = List.copyOf(items);
  }

  public static Change<RulesDraft> draft(
      BodyId drafter, String title, String text, List<String> items, Step step) {
    return new Change<>(
        new RulesDraft(
            Ids.next(), drafter, title, text, items, step.at(), new Stage.Drafted(), null, step, 0),
        "rules.drafted",
        Map.of("title", title, "items", items));
  }

  public String reference() {
    return "rules:" + id;
  }

  public String stageName() {
    return switch (stage) {
      case Stage.Drafted() -> "drafted";
      case Stage.Asked() -> "asked";
      case Stage.Answered() -> "answered";
      case Stage.Issued i -> "issued";
      case Stage.Dropped() -> "dropped";
    };
  }

  public Permission mayConsult() {
    return among("be sent for an opinion", stage instanceof Stage.Drafted);
  }

  public Permission mayOpine() {
    return among("be given an opinion", stage instanceof Stage.Asked);
  }

  public Permission mayIssue() {
    return among(
        "be issued",
        switch (stage) {
          case Stage.Drafted(), Stage.Asked(), Stage.Answered() -> true;
          case Stage.Issued _, Stage.Dropped() -> false;
        });
  }

  public Permission mayDrop() {
    return among("be dropped", mayIssue().isAllowed());
  }

  /** 事先征询. */
  public Change<RulesDraft> consult(BodyId whom, Information.Letter letter, Step step) {
    mayConsult().orThrow();
    return new Change<>(
        with(new Stage.Asked(), new Consultation(whom, step.at(), letter, null), step),
        "rules.consultation-asked",
        Map.of("consulted", whom.value(), "letter", letter.number()));
  }

  public Change<RulesDraft> opine(Step step) {
    mayOpine().orThrow();
    if (consultation == null) {
      throw new IllegalStateException("asked without a consultation");
    }
    return new Change<>(
        with(
            new Stage.Answered(),
            new Consultation(
                consultation.consulted(),
                consultation.askedAt(),
                consultation.letter(),
                new Opinion(step.note(), step.at(), step.by())),
            step),
        "rules.consulted",
        Map.of("opinion", step.note()));
  }

  public Change<RulesDraft> issue(String number, LocalDate effectiveOn, Step step) {
    mayIssue().orThrow();
    return new Change<>(
        with(new Stage.Issued(number, effectiveOn), consultation, step),
        "rules.issued",
        Map.of("number", number, "effectiveOn", effectiveOn.toString()));
  }

  public Change<RulesDraft> drop(Step step) {
    mayDrop().orThrow();
    return new Change<>(
        with(new Stage.Dropped(), consultation, step),
        "rules.dropped",
        Map.of("reason", step.note()));
  }

  private RulesDraft with(Stage next, @Nullable Consultation asked, Step step) {
    return new RulesDraft(
        id, drafter, title, text, items, draftedAt, next, asked, step, version + 1);
  }

  private Permission among(String what, boolean fits) {
    return fits
        ? Permission.allowed()
        : lastStep.refuses("sharing.wrong-stage", "The draft cannot " + what, stageName());
  }
}
