package xiezhi.referral.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Ids;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * 违纪违法问题线索: whoever supervises <b>notes</b> what a body or an officer is suspected of, and
 * <b>sends</b> it to the organs of discipline inspection and supervision, or to the police. They
 * <b>sign</b> for it and <b>answer</b>. Only the supervisors of the finding body and the receiver
 * know of it; the body concerned never does.
 *
 * @param finder the body whose supervisor found it
 * @param concerned the body that it is about, or whose officer
 * @param receiver null before it is sent, and where the directory has no such body
 */
public record DisciplineLead(
    UUID id,
    BodyId finder,
    BodyId concerned,
    @Nullable BodyId receiver,
    Kind kind,
    Content content,
    Stage stage,
    @Nullable Letter letter,
    Step lastStep,
    int version) {

  public record Letter(UUID id, String number) {}

  /**
   * @param about the body or the person
   * @param materials what goes along, each named
   * @param receipt who signed for it, or the number of the slip
   */
  public record Content(
      String about, String words, List<String> materials, String receipt, String answer) {
    public Content {
      materials = List.copyOf(materials);
    }
  }

  public enum Kind {
    /** To the organs of discipline inspection and supervision. */
    DISCIPLINE,
    /** To the police. */
    CRIME;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What the county calls the receiver: a term of its mechanism. */
    public String receiver() {
      return this == DISCIPLINE ? "discipline-organ" : "police";
    }
  }

  public enum Stage {
    NOTED,
    SENT,
    RECEIVED,
    ANSWERED,
    DROPPED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Kept where only this module reads. */
  public interface Register {
    void insert(CountyCode county, DisciplineLead lead);

    void update(CountyCode county, DisciplineLead lead);

    Optional<DisciplineLead> find(CountyCode county, UUID id);

    /** Found by that body, or sent to one of these desks; newest first. */
    List<DisciplineLead> list(
        CountyCode county,
        @Nullable BodyId finder,
        List<BodyId> desk,
        @Nullable UUID before,
        int limit);
  }

  public static Change<DisciplineLead> note(
      BodyId finder,
      BodyId concerned,
      Kind kind,
      String about,
      String words,
      List<String> materials,
      Step step) {
    if (finder.equals(concerned)) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "discipline.own-body",
              "A body does not pursue a lead on itself: its superior does.")
          .exception();
    }
    return new Change<>(
        new DisciplineLead(
            Ids.next(),
            finder,
            concerned,
            null,
            kind,
            new Content(about, words, materials, "", ""),
            Stage.NOTED,
            null,
            step,
            0),
        "case.discipline-suspected",
        Map.of("about", about, "words", words));
  }

  public String reference() {
    return "discipline:" + id;
  }

  public Permission maySend() {
    return among("sent", Stage.NOTED);
  }

  public Permission mayReceive() {
    return among("signed for", Stage.SENT);
  }

  public Permission mayAnswer() {
    return among("answered", Stage.RECEIVED);
  }

  public Permission mayDrop() {
    return among("laid aside", Stage.NOTED);
  }

  private Permission among(String what, Stage fitting) {
    return stage == fitting
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "discipline.wrong-stage",
                "It cannot be " + what + ": it is " + stage.key() + ".",
                Map.of("stage", stage.key())));
  }

  public Change<DisciplineLead> send(@Nullable BodyId to, Letter signed, Step step) {
    maySend().orThrow();
    return to(
        to,
        content,
        Stage.SENT,
        signed,
        "case.discipline-transferred",
        step,
        Map.of("number", signed.number()));
  }

  public Change<DisciplineLead> receive(String receipt, Step step) {
    mayReceive().orThrow();
    Content c = new Content(content.about(), content.words(), content.materials(), receipt, "");
    return to(
        receiver,
        c,
        Stage.RECEIVED,
        letter,
        "case.discipline-received",
        step,
        Map.of("receipt", receipt));
  }

  public Change<DisciplineLead> answer(Step step) {
    mayAnswer().orThrow();
    Content c =
        new Content(
            content.about(), content.words(), content.materials(), content.receipt(), step.note());
    return to(
        receiver,
        c,
        Stage.ANSWERED,
        letter,
        "case.discipline-answered",
        step,
        Map.of("answer", step.note()));
  }

  public Change<DisciplineLead> drop(Step step) {
    mayDrop().orThrow();
    return to(
        receiver,
        content,
        Stage.DROPPED,
        letter,
        "case.discipline-dropped",
        step,
        Map.of("reason", step.note()));
  }

  private Change<DisciplineLead> to(
      @Nullable BodyId to,
      Content next,
      Stage then,
      @Nullable Letter signed,
      String event,
      Step step,
      Map<String, Object> details) {
    return new Change<>(
        new DisciplineLead(id, finder, concerned, to, kind, next, then, signed, step, version + 1),
        event,
        details);
  }
}
