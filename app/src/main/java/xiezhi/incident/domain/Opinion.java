package xiezhi.incident.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * 舆情: what the public says, <b>registered</b> with its source and how loud it is; <b>answered</b>
 * and <b>guided</b>, as often as needed; <b>closed</b> when the county's gate lets it.
 *
 * @param incident what it is about; null if no single one
 * @param heat low, medium or high
 */
public record Opinion(
    UUID id,
    @Nullable UUID incident,
    BodyId owner,
    String source,
    String heat,
    String words,
    List<Measure> measures,
    Stage stage,
    Step lastStep,
    int version) {
  public Opinion {
    measures = List.copyOf(measures);
  }

  /**
   * @param kind response (回应) or guidance (引导)
   */
  public record Measure(String kind, String words, Step step) {}

  public enum Stage {
    OPEN,
    ANSWERED,
    CLOSED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Change<Opinion> register(
      @Nullable UUID incident, BodyId owner, String source, String heat, Step step) {
    return new Change<>(
        new Opinion(
            Ids.next(), incident, owner, source, heat, step.note(), List.of(), Stage.OPEN, step, 0),
        "opinion.registered",
        Map.of("source", source, "heat", heat, "words", step.note()));
  }

  public String reference() {
    return "opinion:" + id;
  }

  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    for (Measure m : measures) {
      fields.add(m.kind().equals("response") ? "public-response" : "guidance-measures");
    }
    return fields;
  }

  public Permission mayChange() {
    return stage != Stage.CLOSED
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "incident.opinion-closed",
                "It was closed by " + lastStep.by() + ".",
                Map.of("by", lastStep.by())));
  }

  public Change<Opinion> measure(String kind, String newHeat, Step step) {
    mayChange().orThrow();
    List<Measure> all = new ArrayList<>(measures);
    all.add(new Measure(kind, step.note(), step));
    boolean answered = kind.equals("response") || stage == Stage.ANSWERED;
    return new Change<>(
        new Opinion(
            id,
            incident,
            owner,
            source,
            newHeat.isEmpty() ? heat : newHeat,
            words,
            all,
            answered ? Stage.ANSWERED : Stage.OPEN,
            step,
            version + 1),
        kind.equals("response") ? "opinion.answered" : "opinion.guided",
        Map.of("words", step.note(), "heat", newHeat));
  }

  public Change<Opinion> close(Step step) {
    mayChange().orThrow();
    return new Change<>(
        new Opinion(
            id, incident, owner, source, heat, words, measures, Stage.CLOSED, step, version + 1),
        "opinion.closed",
        Map.of("words", step.note()));
  }
}
