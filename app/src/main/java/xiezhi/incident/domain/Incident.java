package xiezhi.incident.domain;

import java.time.Instant;
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
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * 突发事件: <b>opened</b> by whoever meets it, with the time it happened. Forces are called up, accept
 * and arrive; entries are added to its log; it is <b>reported</b> upward, and from there further,
 * so that it is known who knows since when. It is <b>closed</b> with a report of what was done,
 * when the county's gates let it.
 *
 * @param opener the body that opened it
 * @param call the alarm it began with; null if none
 */
public record Incident(
    UUID id,
    @Nullable MatterId matter,
    @Nullable UUID call,
    BodyId opener,
    String title,
    Place place,
    Instant happenedAt,
    Content content,
    Stage stage,
    Step lastStep,
    int version) {

  /**
   * @param knows who knows of it since when, in the order they were told
   * @param report what was done, written when it is closed
   * @param papers the letters by which it was told upward
   */
  public record Content(
      String risk,
      List<Force> forces,
      List<Entry> log,
      List<Knows> knows,
      String report,
      List<Paper> papers) {
    public Content {
      forces = List.copyOf(forces);
      log = List.copyOf(log);
      knows = List.copyOf(knows);
      papers = List.copyOf(papers);
    }
  }

  public record Force(
      BodyId body,
      String task,
      Instant calledAt,
      @Nullable Instant acceptedAt,
      @Nullable Instant arrivedAt,
      String people) {}

  /**
   * @param kind note, measure or publicity (宣传、解释)
   */
  public record Entry(String kind, String words, Step step) {}

  public record Paper(UUID letter, String number) {}

  public record Knows(BodyId body, Instant since, BodyId from) {}

  public enum Stage {
    OPEN,
    CLOSED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Change<Incident> open(
      @Nullable MatterId matter,
      @Nullable UUID call,
      BodyId opener,
      String title,
      Place place,
      Instant happenedAt,
      String risk,
      Step step) {
    place.mayBeFound().orThrow();
    Content content =
        new Content(
            risk,
            List.of(),
            List.of(new Entry("note", step.note(), step)),
            List.of(new Knows(opener, step.at(), opener)),
            "",
            List.of());
    return new Change<>(
        new Incident(
            Ids.next(),
            matter,
            call,
            opener,
            title,
            place,
            happenedAt,
            content,
            Stage.OPEN,
            step,
            0),
        "incident.happened",
        Map.of("title", title, "happenedAt", happenedAt.toString(), "words", step.note()));
  }

  public String reference() {
    return "incident:" + id;
  }

  public boolean knows(BodyId body) {
    return content.knows().stream().anyMatch(k -> k.body().equals(body));
  }

  /** What the county's gates on closing ask for, as far as it is there. */
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    if (content.log().stream().anyMatch(e -> e.kind().equals("publicity"))) {
      fields.add("publicity-done");
    }
    if (!content.risk().isEmpty()) {
      fields.add("mass-risk");
    }
    if (!content.report().isEmpty()) {
      fields.add("disposal-report");
    }
    return fields;
  }

  public Permission mayChange() {
    return stage == Stage.OPEN
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "incident.closed",
                "It was closed by " + lastStep.by() + " at " + lastStep.at() + ".",
                Map.of("by", lastStep.by(), "at", lastStep.at().toString())));
  }

  public Permission mayCall(BodyId body) {
    return mayChange().and(force(body) == null ? Permission.allowed() : refused("called"));
  }

  public Permission mayAccept(BodyId body) {
    Force force = force(body);
    return mayChange()
        .and(
            force != null && force.acceptedAt() == null
                ? Permission.allowed()
                : refused("accepted"));
  }

  public Permission mayArrive(BodyId body) {
    Force force = force(body);
    return mayChange()
        .and(
            force != null && force.arrivedAt() == null ? Permission.allowed() : refused("arrived"));
  }

  /** It can be told on only by who knows of it, and to who does not. */
  public Permission mayReport(BodyId to) {
    return mayChange()
        .and(
            knows(to)
                ? Permission.refused(
                    Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "incident.known-already",
                        "They know of it already.",
                        Map.of("body", to.value())))
                : Permission.allowed());
  }

  public @Nullable Force force(BodyId body) {
    return content.forces().stream().filter(f -> f.body().equals(body)).findFirst().orElse(null);
  }

  private static Permission refused(String what) {
    return Permission.refused(
        Refusal.of(
            Refusal.Kind.CONFLICT,
            "incident.force-wrong-stage",
            "This body has not been called up, or has " + what + " already."));
  }

  public Change<Incident> note(String kind, String risk, Step step) {
    mayChange().orThrow();
    List<Entry> log = new ArrayList<>(content.log());
    log.add(new Entry(kind, step.note(), step));
    return to(
        new Content(
            risk.isEmpty() ? content.risk() : risk,
            content.forces(),
            log,
            content.knows(),
            content.report(),
            content.papers()),
        Stage.OPEN,
        "incident.noted",
        step,
        Map.of("kind", kind, "words", step.note(), "risk", risk));
  }

  public Change<Incident> call(BodyId body, String task, Step step) {
    mayCall(body).orThrow();
    List<Force> forces = new ArrayList<>(content.forces());
    forces.add(new Force(body, task, step.at(), null, null, ""));
    return to(
        new Content(
            content.risk(),
            forces,
            content.log(),
            told(body, step, opener),
            content.report(),
            content.papers()),
        Stage.OPEN,
        "incident.force-called",
        step,
        Map.of("body", body.value(), "task", task));
  }

  public Change<Incident> accept(BodyId body, String people, Step step) {
    mayAccept(body).orThrow();
    return withForce(body, people, step.at(), null, "incident.force-accepted", step);
  }

  public Change<Incident> arrive(BodyId body, Step step) {
    mayArrive(body).orThrow();
    return withForce(body, "", null, step.at(), "incident.force-arrived", step);
  }

  private Change<Incident> withForce(
      BodyId body,
      String people,
      @Nullable Instant accepted,
      @Nullable Instant arrived,
      String event,
      Step step) {
    List<Force> forces =
        content.forces().stream()
            .map(
                f ->
                    f.body().equals(body)
                        ? new Force(
                            body,
                            f.task(),
                            f.calledAt(),
                            f.acceptedAt() == null ? step.at() : f.acceptedAt(),
                            arrived == null ? f.arrivedAt() : arrived,
                            people.isEmpty() ? f.people() : people)
                        : f)
            .toList();
    return to(
        new Content(
            content.risk(),
            forces,
            content.log(),
            content.knows(),
            content.report(),
            content.papers()),
        Stage.OPEN,
        event,
        step,
        Map.of("body", body.value(), "people", people, "accepted", accepted != null));
  }

  /** 上报: the body that knows tells the next. */
  public Change<Incident> report(BodyId from, BodyId to, Paper paper, Step step) {
    mayReport(to).orThrow();
    List<Paper> papers = new ArrayList<>(content.papers());
    papers.add(paper);
    List<Entry> log = new ArrayList<>(content.log());
    log.add(new Entry("report", step.note(), step));
    return to(
        new Content(
            content.risk(), content.forces(), log, told(to, step, from), content.report(), papers),
        Stage.OPEN,
        "incident.reported",
        step,
        Map.of("from", from.value(), "to", to.value(), "words", step.note()));
  }

  private List<Knows> told(BodyId body, Step step, BodyId from) {
    List<Knows> knows = new ArrayList<>(content.knows());
    if (!knows(body)) {
      knows.add(new Knows(body, step.at(), from));
    }
    return knows;
  }

  /** The same with its report, as gates on closing see it. */
  public Incident withReport(String words) {
    return new Incident(
        id,
        matter,
        call,
        opener,
        title,
        place,
        happenedAt,
        new Content(
            content.risk(),
            content.forces(),
            content.log(),
            content.knows(),
            words,
            content.papers()),
        stage,
        lastStep,
        version);
  }

  public Change<Incident> close(Step step) {
    mayChange().orThrow();
    return to(
        new Content(
            content.risk(),
            content.forces(),
            content.log(),
            content.knows(),
            step.note(),
            content.papers()),
        Stage.CLOSED,
        "incident.closed",
        step,
        Map.of("report", step.note()));
  }

  private Change<Incident> to(
      Content next, Stage then, String event, Step step, Map<String, Object> details) {
    return new Change<>(
        new Incident(
            id, matter, call, opener, title, place, happenedAt, next, then, step, version + 1),
        event,
        details);
  }
}
