package xiezhi.conference.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * One meeting (联席会议、会商、专题会).
 *
 * <p>It is <b>called</b>: bodies are invited and may raise what they want on its agenda. It is
 * <b>held</b>: who came, who sent a substitute and who was absent is kept; no number of them is
 * needed. What was agreed is resolved, each thing owed by somebody. It is <b>closed</b> with its
 * minutes, or without where the county's rules do not ask for any. One that was called and not held
 * is <b>cancelled</b> with a reason.
 *
 * @param series those it counts for; two if it is recorded as combined (coverage §6 #24)
 * @param convener in whose name it is called
 * @param office at whose desk notices and minutes are made
 * @param township whose meeting it is; null for the county's
 * @param trigger what a special meeting is about, in the county's words; else empty
 */
public record Meeting(
    UUID id,
    Kind kind,
    Set<String> series,
    String title,
    BodyId convener,
    BodyId office,
    @Nullable BodyId township,
    String trigger,
    String reason,
    Slot slot,
    Stage stage,
    List<Invitation> invitations,
    List<AgendaItem> agenda,
    Minutes minutes,
    Step lastStep,
    int version) {

  public enum Kind {
    /** 例会: of a series. */
    REGULAR,
    /** 即时会商. */
    AD_HOC,
    /** 专题会议. */
    SPECIAL,
    /** 联合调研. */
    SURVEY;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** When and where. */
  public record Slot(Instant from, Instant to, String place) {
    public Slot {
      if (!to.isAfter(from)) {
        throw Refusal.of(
                Refusal.Kind.MALFORMED,
                "conference.ends-before-it-begins",
                "A meeting ends after it begins: " + from + " to " + to + ".")
            .exception();
      }
    }
  }

  public sealed interface Stage {
    record Called() implements Stage {}

    record Held(Instant at) implements Stage {}

    record Closed(Instant heldAt, Instant at) implements Stage {}

    record Cancelled(String reason) implements Stage {}
  }

  /** What a body says to its invitation. */
  public enum Answer {
    NONE,
    COMING,
    SUBSTITUTE,
    NOT_COMING;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public enum Came {
    UNKNOWN,
    PRESENT,
    SUBSTITUTE,
    ABSENT;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param required false for one whose presence the list of members leaves open
   * @param head its head is invited, not just anybody (各负责人)
   */
  public record Invitation(
      BodyId body,
      boolean required,
      boolean head,
      Answer answer,
      String answerNote,
      Came came,
      String cameName,
      String cameNote) {
    public static Invitation to(BodyId body, boolean required, boolean head) {
      return new Invitation(body, required, head, Answer.NONE, "", Came.UNKNOWN, "", "");
    }
  }

  /**
   * @param series whose agenda it belongs to; empty if none
   * @param part the standing part or the type of matter, in the county's words; empty if none
   * @param listedAs entry of the county's list of consultation matters, or {@code 新增}
   */
  public record AgendaItem(
      UUID id,
      String series,
      String part,
      String title,
      String content,
      String listedAs,
      BodyId raisedBy,
      @Nullable MatterId matter,
      String outcome) {}

  /**
   * @param nothingAgreed it is said that nothing was agreed which somebody would have to do
   */
  public record Minutes(String text, boolean nothingAgreed, @Nullable UUID letter, String number) {
    public static final Minutes NONE = new Minutes("", false, null, "");

    public boolean isTaken() {
      return !text.isBlank();
    }
  }

  /** Who came: one of these for each body invited. */
  public record Attendance(BodyId body, Came came, String name, String note) {}

  public Meeting {
    series = Set.copyOf(series);
    invitations = List.copyOf(invitations);
    agenda = List.copyOf(agenda);
  }

  /** What is known when it is called. */
  public record Call(
      Kind kind,
      Set<String> series,
      String title,
      BodyId convener,
      BodyId office,
      @Nullable BodyId township,
      String trigger,
      String reason,
      Slot slot,
      List<Invitation> invitations,
      List<AgendaItem> agenda) {}

  public static Change<Meeting> call(Call c, Step step) {
    if (c.slot().from().isBefore(step.at())) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "conference.in-the-past",
              "A meeting is called before it begins; this one would have begun at "
                  + c.slot().from()
                  + ".",
              Map.of("from", c.slot().from().toString()))
          .exception();
    }
    if (c.invitations().stream().allMatch(i -> i.body().equals(c.convener()))) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "conference.nobody-invited",
              "A meeting needs somebody beside its convener.")
          .exception();
    }
    Meeting called =
        new Meeting(
            Ids.next(),
            c.kind(),
            c.series(),
            c.title(),
            c.convener(),
            c.office(),
            c.township(),
            c.trigger(),
            c.reason(),
            c.slot(),
            new Stage.Called(),
            c.invitations(),
            c.agenda(),
            Minutes.NONE,
            step,
            0);
    return new Change<>(
        called,
        "meeting.called",
        Map.of(
            "kind", c.kind().key(),
            "series", List.copyOf(c.series()),
            "from", c.slot().from().toString(),
            "invited", c.invitations().stream().map(i -> i.body().value()).toList()));
  }

  public String reference() {
    return "meeting:" + id;
  }

  public String stageName() {
    return switch (stage) {
      case Stage.Called() -> "called";
      case Stage.Held h -> "held";
      case Stage.Closed c -> "closed";
      case Stage.Cancelled c -> "cancelled";
    };
  }

  public Permission mayRaise() {
    return among("take more on its agenda", stage instanceof Stage.Called);
  }

  public Permission mayAnswer() {
    return among("be answered", stage instanceof Stage.Called);
  }

  public Permission mayHold() {
    return among("be held", stage instanceof Stage.Called);
  }

  public Permission mayCancel() {
    return among("be cancelled", stage instanceof Stage.Called);
  }

  /** Minutes are written, and things are resolved, when it has been held and is not closed. */
  public Permission mayMinute() {
    return among("be minuted", stage instanceof Stage.Held);
  }

  public Permission mayClose() {
    return among("be closed", stage instanceof Stage.Held);
  }

  public Change<Meeting> raise(AgendaItem item, Step step) {
    mayRaise().orThrow();
    List<AgendaItem> all = new ArrayList<>(agenda);
    all.add(item);
    return new Change<>(
        with(stage, invitations, all, minutes, step),
        "agenda.raised",
        Map.of("title", item.title(), "by", item.raisedBy().value()));
  }

  public Change<Meeting> answer(BodyId body, Answer answer, Step step) {
    mayAnswer().orThrow();
    return new Change<>(
        with(
            stage,
            each(
                body,
                i ->
                    new Invitation(
                        i.body(),
                        i.required(),
                        i.head(),
                        answer,
                        step.note(),
                        i.came(),
                        i.cameName(),
                        i.cameNote())),
            agenda,
            minutes,
            step),
        "meeting.answered",
        Map.of("body", body.value(), "answer", answer.key()));
  }

  private List<Invitation> each(BodyId body, UnaryOperator<Invitation> what) {
    return invitations.stream().map(i -> i.body().equals(body) ? what.apply(i) : i).toList();
  }

  /** Every body that was invited must be said to have come, sent somebody, or been absent. */
  public Change<Meeting> hold(Collection<Attendance> attendance, Step step) {
    mayHold().orThrow();
    Map<BodyId, Attendance> by = new LinkedHashMap<>();
    attendance.forEach(a -> by.put(a.body(), a));
    List<String> silent =
        invitations.stream()
            .map(Invitation::body)
            .filter(b -> !by.containsKey(b) || by.get(b).came() == Came.UNKNOWN)
            .map(BodyId::value)
            .toList();
    if (!silent.isEmpty()) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "conference.attendance-incomplete",
              "Of every body invited it is said whether it came: " + String.join(", ", silent),
              Map.of("missing", silent))
          .exception();
    }
    List<Invitation> kept =
        invitations.stream()
            .map(
                i -> {
                  Attendance a = Objects.requireNonNull(by.get(i.body()));
                  return new Invitation(
                      i.body(),
                      i.required(),
                      i.head(),
                      i.answer(),
                      i.answerNote(),
                      a.came(),
                      a.name(),
                      a.note());
                })
            .toList();
    Meeting held = with(new Stage.Held(step.at()), kept, agenda, minutes, step);
    return new Change<>(
        held,
        "meeting.held",
        Map.of("present", held.present(), "invited", kept.size(), "title", title));
  }

  public int present() {
    return (int)
        invitations.stream()
            .filter(i -> i.came() == Came.PRESENT || i.came() == Came.SUBSTITUTE)
            .count();
  }

  /** No document asks for a quorum; fewer than half is shown (coverage §6 #26). */
  public boolean isThinlyAttended() {
    boolean held = stage instanceof Stage.Held || stage instanceof Stage.Closed;
    return held && 2 * present() < invitations.size();
  }

  /**
   * What keeps it from counting for each of its series; a series that is not there counts.
   *
   * @param heads of each series the bodies whose heads must have been invited
   */
  public Map<String, List<String>> shortOf(Map<String, ? extends Collection<BodyId>> heads) {
    Map<String, List<String>> lacking = new LinkedHashMap<>();
    Set<BodyId> invited = new LinkedHashSet<>();
    invitations.stream().filter(Invitation::head).map(Invitation::body).forEach(invited::add);
    for (String s : series.stream().sorted().toList()) {
      List<String> missing = new ArrayList<>();
      Collection<BodyId> wanted = heads.get(s);
      if (wanted != null) {
        wanted.stream().filter(b -> !invited.contains(b)).map(BodyId::value).forEach(missing::add);
      }
      boolean covered = agenda.stream().anyMatch(a -> a.series().equals(s));
      if (series.size() > 1 && !covered) {
        missing.add("agenda");
      }
      if (!missing.isEmpty()) {
        lacking.put(s, missing);
      }
    }
    return lacking;
  }

  /**
   * @param outcomes what became of items of the agenda, by their ids
   */
  public Change<Meeting> minute(
      String text, boolean nothingAgreed, Map<UUID, String> outcomes, Step step) {
    mayMinute().orThrow();
    List<AgendaItem> items =
        agenda.stream()
            .map(
                a ->
                    new AgendaItem(
                        a.id(),
                        a.series(),
                        a.part(),
                        a.title(),
                        a.content(),
                        a.listedAs(),
                        a.raisedBy(),
                        a.matter(),
                        outcomes.getOrDefault(a.id(), a.outcome())))
            .toList();
    return new Change<>(
        with(stage, invitations, items, new Minutes(text, nothingAgreed, null, ""), step),
        "meeting.minuted",
        Map.of("nothingAgreed", nothingAgreed));
  }

  public Change<Meeting> close(@Nullable UUID letter, String number, Step step) {
    mayClose().orThrow();
    Instant heldAt = stage instanceof Stage.Held(var at) ? at : step.at();
    return new Change<>(
        with(
            new Stage.Closed(heldAt, step.at()),
            invitations,
            agenda,
            new Minutes(minutes.text(), minutes.nothingAgreed(), letter, number),
            step),
        "meeting.closed",
        Map.of("minutes", number));
  }

  public Change<Meeting> cancel(Step step) {
    mayCancel().orThrow();
    return new Change<>(
        with(new Stage.Cancelled(step.note()), invitations, agenda, minutes, step),
        "meeting.cancelled",
        Map.of("reason", step.note()));
  }

  private Meeting with(
      Stage next, List<Invitation> invited, List<AgendaItem> items, Minutes taken, Step step) {
    return new Meeting(
        id,
        kind,
        series,
        title,
        convener,
        office,
        township,
        trigger,
        reason,
        slot,
        next,
        invited,
        items,
        taken,
        step,
        version + 1);
  }

  private Permission among(String what, boolean fits) {
    return fits
        ? Permission.allowed()
        : lastStep.refuses("conference.wrong-stage", "The meeting cannot " + what, stageName());
  }
}
