package xiezhi.assistance.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * One request for assistance.
 *
 * <p>It is <b>prepared</b> at the desk of whoever needs it, and <b>sent</b> under a signature (or
 * by telephone, where the county allows that). Delivered is received: from then on the asked body's
 * clock runs. Where it is urgent or evidence may be lost, the asked body sends people, who arrive.
 * It ends <b>answered</b>, with an opinion and evidence; <b>refused</b>, for a reason of law; or
 * <b>withdrawn</b> by whoever asked. Silence is no end: it stays sent, and is shown with its age.
 */
public record Assistance(
    UUID id,
    @Nullable MatterId matter,
    BodyId requester,
    BodyId requested,
    BodyId preparedBy,
    Request request,
    Stage stage,
    @Nullable OnSite onSite,
    Instant preparedAt,
    @Nullable Instant sentAt,
    @Nullable Paper letter,
    boolean reported,
    Step lastStep,
    int version) {

  /** What is asked for. */
  public enum Kind {
    /** 违法事项认定. */
    IDENTIFICATION,
    /** 技术支撑: testing, appraisal, surveying. */
    TECHNICAL,
    /** 专业意见. */
    OPINION,
    /** 身份核实. */
    IDENTITY,
    /** 现场协助. */
    ON_SITE,
    /** 查阅、复制档案资料. */
    ARCHIVES,
    /** 业务指导: a question about an item of its field. */
    GUIDANCE,
    /** 人才、设备等支持. */
    MEANS;

    public String key() {
      return word(this);
    }
  }

  /** How it is asked. */
  public enum Form {
    /** 书面函告. */
    LETTER,
    /** By telephone, with a note of it. */
    PHONE;

    public String key() {
      return word(this);
    }
  }

  /** What makes the asked body go to the spot at once. */
  public enum Trigger {
    URGENT("情况紧急"),
    EVIDENCE_MAY_BE_LOST("证据可能灭失");

    private final String words;

    Trigger(String words) {
      this.words = words;
    }

    public String key() {
      return word(this);
    }

    /** As the counties' texts say it, and so as their rules' conditions do. */
    public String words() {
      return words;
    }
  }

  /** 重大、复杂、专业性强、争议较大: why help is needed. */
  public enum Ground {
    MAJOR,
    COMPLEX,
    SPECIALISED,
    CONTESTED;

    public String key() {
      return word(this);
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Kind> kind(String key) {
    return Arrays.stream(Kind.values()).filter(k -> k.key().equals(key)).findFirst();
  }

  /**
   * What was written.
   *
   * @param item what is asked for, in one line
   * @param facts the case so far
   * @param needed the conclusion or help needed
   * @param trigger null if it is neither urgent nor about to be lost
   * @param entry of the department's list of assistance; null if none was chosen
   */
  public record Request(
      Kind kind,
      Form form,
      String item,
      String facts,
      String needed,
      @Nullable Trigger trigger,
      Set<Ground> grounds,
      @Nullable UUID entry,
      List<UUID> files) {
    public Request {
      grounds = Set.copyOf(grounds);
      files = List.copyOf(files);
    }
  }

  public record Paper(UUID id, String number) {}

  /**
   * @param arrivedAt null while they are on their way
   */
  public record OnSite(String people, Instant dispatchedAt, @Nullable Instant arrivedAt) {}

  public sealed interface Stage {
    record Prepared() implements Stage {}

    record Sent() implements Stage {}

    record Answered(String opinion, List<UUID> files) implements Stage {}

    /**
     * @param citation the law that forbids or excuses it; empty if none was given
     */
    record Refused(String citation, String reason) implements Stage {}

    record Withdrawn(String reason) implements Stage {}
  }

  public static Change<Assistance> prepare(
      @Nullable MatterId matter,
      BodyId requester,
      BodyId requested,
      BodyId preparedBy,
      Request request,
      Step step) {
    notToOneself(requester, requested).orThrow();
    return new Change<>(
        new Assistance(
            Ids.next(),
            matter,
            requester,
            requested,
            preparedBy,
            request,
            new Stage.Prepared(),
            null,
            step.at(),
            null,
            null,
            false,
            step,
            0),
        "assistance.prepared",
        Map.of(
            "requester", requester.value(),
            "requested", requested.value(),
            "kind", request.kind().key(),
            "form", request.form().key(),
            "item", request.item()));
  }

  private static Permission notToOneself(BodyId requester, BodyId requested) {
    return requester.equals(requested)
        ? Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "assistance.to-oneself",
                "One asks another body for assistance, not oneself."))
        : Permission.allowed();
  }

  public String reference() {
    return "assistance:" + id;
  }

  public boolean isSent() {
    return sentAt != null;
  }

  public boolean isForArchives() {
    return request.kind() == Kind.ARCHIVES;
  }

  /** Where people have to come before anything is written. */
  public boolean isAtOnce() {
    return request.trigger() != null;
  }

  public String stageName() {
    return switch (stage) {
      case Stage.Prepared p -> "prepared";
      case Stage.Sent s -> "sent";
      case Stage.Answered a -> "answered";
      case Stage.Refused r -> "refused";
      case Stage.Withdrawn w -> "withdrawn";
    };
  }

  public Permission mayAmend() {
    return must("prepared");
  }

  public Change<Assistance> amend(BodyId newRequested, Request newRequest, Step step) {
    mayAmend().and(notToOneself(requester, newRequested)).orThrow();
    return Change.of(
        with(
            step,
            d -> {
              d.requested = newRequested;
              d.request = newRequest;
            }),
        "assistance.amended");
  }

  public Permission maySend() {
    return must("prepared");
  }

  /**
   * Delivered at once, and so received (coverage §6 #9).
   *
   * @param signed the letter; null where it was asked by telephone
   */
  public Change<Assistance> send(@Nullable Paper signed, Step step) {
    maySend().orThrow();
    return new Change<>(
        with(
            step,
            d -> {
              d.stage = new Stage.Sent();
              d.sentAt = step.at();
              d.letter = signed;
            }),
        isForArchives() ? "archive.requested" : "assistance.requested",
        Map.of("letter", signed == null ? "" : signed.number()));
  }

  public Permission mayWithdraw() {
    return must("prepared", "sent");
  }

  public Change<Assistance> withdraw(String reason, Step step) {
    mayWithdraw().orThrow();
    return to(new Stage.Withdrawn(reason), "assistance.withdrawn", step, Map.of("reason", reason));
  }

  public Permission maySendPeople() {
    return must("sent")
        .and(
            onSite == null
                ? Permission.allowed()
                : Permission.refused(
                    Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "assistance.people-sent",
                        "People were sent already: " + onSite.people() + ".",
                        Map.of("people", onSite.people()))));
  }

  public Change<Assistance> sendPeople(String people, Step step) {
    maySendPeople().orThrow();
    return new Change<>(
        with(step, d -> d.onSite = new OnSite(people, step.at(), null)),
        "assistance.dispatched",
        Map.of("people", people));
  }

  public Permission mayArrive() {
    return must("sent")
        .and(
            onSite != null && onSite.arrivedAt() == null
                ? Permission.allowed()
                : Permission.refused(
                    Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "assistance.nobody-on-the-way",
                        "Nobody is on the way: say first who was sent.")));
  }

  public Change<Assistance> arrive(Step step) {
    mayArrive().orThrow();
    OnSite sent = requireNonNull(onSite);
    return new Change<>(
        with(step, d -> d.onSite = new OnSite(sent.people(), sent.dispatchedAt(), step.at())),
        "assistance.arrived",
        Map.of("people", sent.people()));
  }

  public Permission mayAnswer() {
    return must("sent");
  }

  public Change<Assistance> answer(String opinion, List<UUID> files, Step step) {
    mayAnswer().orThrow();
    return to(
        new Stage.Answered(opinion, List.copyOf(files)),
        isForArchives() ? "archive.answered" : "assistance.answered",
        step,
        Map.of("opinion", opinion, "files", files.stream().map(UUID::toString).toList()));
  }

  public Permission mayRefuse() {
    return must("sent");
  }

  public Change<Assistance> refuse(String citation, String reason, Step step) {
    mayRefuse().orThrow();
    return to(
        new Stage.Refused(citation, reason),
        isForArchives() ? "archive.refused" : "assistance.refused",
        step,
        Map.of("citation", citation, "reason", reason));
  }

  /** Silence and a refusal may be reported, once. */
  public Permission mayReport() {
    return must("sent", "refused")
        .and(
            reported
                ? Permission.refused(
                    Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "assistance.already-reported",
                        "It was reported already."))
                : Permission.allowed());
  }

  public Change<Assistance> report(BodyId to, Step step) {
    mayReport().orThrow();
    return new Change<>(
        with(step, d -> d.reported = true),
        "assistance.reported",
        Map.of("to", to.value(), "report", step.note()));
  }

  private Permission must(String... stages) {
    return List.of(stages).contains(stageName())
        ? Permission.allowed()
        : lastStep.refuses(
            stage instanceof Stage.Withdrawn ? "assistance.withdrawn" : "assistance.wrong-stage",
            "The request cannot take this step",
            stageName());
  }

  private Change<Assistance> to(Stage next, String event, Step step, Map<String, Object> details) {
    return new Change<>(with(step, d -> d.stage = next), event, details);
  }

  private Assistance with(Step step, Consumer<AssistanceDraft> what) {
    AssistanceDraft draft = new AssistanceDraft(this);
    what.accept(draft);
    return draft.done(step);
  }
}
