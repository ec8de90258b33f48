package xiezhi.intake.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * 投诉举报: what somebody told us of a violation, from the first word to the reply. Until it is closed
 * exactly one body is answerable for it: to the complainant, who sees its name, and to whoever
 * supervises.
 *
 * <p><b>Received</b> by the first receiver, it is <b>accepted</b> (受理), or found another's to
 * handle. Verified, there is no violation (it is <b>concluded</b> with that), a violation within
 * our power (<b>handling</b>, with a case), or one that is another's: a department tells
 * complainant and township and has <b>referred</b> it; any other goes as a transfer of the matter
 * (<b>transferred</b>). Whoever the county's rule names gives the <b>reply</b>; where nobody can be
 * reached, the reason and the attempts stand in its place. <b>Merged</b> into another report of the
 * same thing it waits for that one's result, and its complainant gets a reply of their own.
 *
 * @param code by which the complainant follows it
 * @param matter its thread
 * @param firstReceiver 首问责任单位: who took it in, and follows until the result is known
 * @param answerable who answers for it now
 * @param referrer the department that told the complainant to turn to the township; null if none
 * @param finding what verification found; null before
 * @param caseFile the case opened on it; null before
 * @param result what came of it; null before it is concluded
 * @param reply what the complainant was told, or why nobody could be; null before
 * @param fedBack whether the referrer was told the result
 */
public record Complaint(
    UUID id,
    ComplaintCode code,
    MatterId matter,
    Origin origin,
    Stage stage,
    BodyId firstReceiver,
    BodyId answerable,
    boolean registered,
    @Nullable BodyId referrer,
    @Nullable Finding finding,
    @Nullable CaseFile caseFile,
    @Nullable Result result,
    @Nullable Reply reply,
    boolean fedBack,
    @Nullable Rating rating,
    int version) {

  /**
   * How it came in.
   *
   * @param channel {@code phone}, {@code letter}, {@code visit}, {@code hotline}, {@code platform},
   *     {@code media}, {@code web} or {@code open311}
   * @param writtenMaterial whether the complainant handed in something in writing
   * @param externalNumber the number the hotline or other platform gave it; empty if none
   * @param category as the county's or the nation's rules name it; empty if none
   * @param anonymous whether the complainant wants to stay unknown; no contact is kept then
   * @param reachable whether there is a way to reach the complainant
   */
  public record Origin(
      String channel,
      Instant receivedAt,
      boolean writtenMaterial,
      String externalNumber,
      String category,
      boolean anonymous,
      boolean reachable) {}

  public record Result(Instant at, BodyId by, String text) {}

  public record Rating(Instant at, boolean satisfied, String words) {}

  public sealed interface Stage {
    record Received() implements Stage {}

    record Accepted() implements Stage {}

    /** Verified and not concluded: the case or the way to whom it belongs comes next. */
    record Verified() implements Stage {}

    /** Told to a body that has not accepted yet; the referrer stays answerable until it does. */
    record Referred(BodyId to) implements Stage {}

    record Handling() implements Stage {}

    record Transferred(BodyId to) implements Stage {}

    record Merged(UUID into) implements Stage {}

    record Concluded() implements Stage {}

    record Replied() implements Stage {}

    record Closed(Instant at) implements Stage {}

    /** As rows and clients name it. */
    default String key() {
      return switch (this) {
        case Received r -> "received";
        case Accepted a -> "accepted";
        case Verified v -> "verified";
        case Referred r -> "referred";
        case Handling h -> "handling";
        case Transferred t -> "transferred";
        case Merged m -> "merged";
        case Concluded c -> "concluded";
        case Replied r -> "replied";
        case Closed c -> "closed";
      };
    }
  }

  public static Change<Complaint> receive(
      UUID id, ComplaintCode code, MatterId matter, Origin origin, BodyId firstReceiver) {
    return new Change<>(
        new Complaint(
            id,
            code,
            matter,
            origin,
            new Stage.Received(),
            firstReceiver,
            firstReceiver,
            false,
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            0),
        "complaint.received",
        Map.of("channel", origin.channel(), "anonymous", origin.anonymous()));
  }

  public String reference() {
    return "complaint:" + id;
  }

  public boolean isOpen() {
    return !(stage instanceof Stage.Closed);
  }

  // ------------------------------------------------------------------ registering and accepting

  /** 登记: the record is complete; before that it cannot be handed on. */
  public Permission mayRegister() {
    if (registered) {
      return conflict("complaint.already-registered", "It is on the register already.");
    }
    return stage instanceof Stage.Received ? Permission.allowed() : past();
  }

  public Change<Complaint> register() {
    mayRegister().orThrow();
    return Change.of(with(d -> d.registered = true), "complaint.registered");
  }

  public Permission mayAccept() {
    return stage instanceof Stage.Received || stage instanceof Stage.Referred
        ? Permission.allowed()
        : past();
  }

  /** Who may accept: the one answerable, or whom it was referred to. */
  public BodyId accepter() {
    return stage instanceof Stage.Referred(var to) ? to : answerable;
  }

  public Change<Complaint> accept() {
    mayAccept().orThrow();
    return new Change<>(
        with(
            d -> {
              d.stage = new Stage.Accepted();
              d.answerable = accepter();
              d.registered = true;
            }),
        "complaint.accepted",
        Map.of("body", accepter().value()));
  }

  // ------------------------------------------------------------------ verifying

  public Permission mayVerify() {
    return switch (stage) {
      case Stage.Accepted a -> Permission.allowed();
      case Stage.Received r ->
          Permission
              .allowed(); // another's power is found before accepting, and then it is not accepted
      default -> past();
    };
  }

  public Permission mayVerify(Finding found) {
    if (stage instanceof Stage.Received && found != Finding.NOT_OURS) {
      return conflict(
          "complaint.not-accepted", "It has not been accepted yet; accept it first, then verify.");
    }
    return mayVerify();
  }

  public Change<Complaint> verify(Finding found, String note) {
    mayVerify(found).orThrow();
    return new Change<>(
        with(
            d -> {
              d.stage = new Stage.Verified();
              d.finding = found;
            }),
        "complaint.verified",
        Map.of("finding", found.key(), "note", note));
  }

  /** 应由他方处理: a department may tell complainant and township. */
  public Permission mayRefer() {
    return stage instanceof Stage.Verified && finding == Finding.NOT_OURS
        ? Permission.allowed()
        : conflict(
            "complaint.not-verified-as-anothers",
            "Only what was verified as another's to handle is referred; it is "
                + stage.key()
                + ".");
  }

  public Change<Complaint> refer(BodyId to, String note) {
    mayRefer().orThrow();
    return new Change<>(
        with(
            d -> {
              d.stage = new Stage.Referred(to);
              d.referrer = answerable;
            }),
        "complaint.township-told",
        Map.of("to", to.value(), "note", note));
  }

  // ------------------------------------------------------------------ the case

  public Permission mayOpenCase() {
    return stage instanceof Stage.Verified && finding == Finding.VIOLATION
        ? Permission.allowed()
        : conflict(
            "complaint.no-violation-verified",
            "A case is opened on a verified violation within one's power; it is "
                + stage.key()
                + ".");
  }

  public Change<Complaint> openCase(UUID caseId, String number, Instant now) {
    mayOpenCase().orThrow();
    return new Change<>(
        with(
            d -> {
              d.stage = new Stage.Handling();
              d.caseFile = CaseFile.open(caseId, number, now);
            }),
        "case.filed",
        Map.of("number", number));
  }

  public Permission mayWorkOnCase() {
    return stage instanceof Stage.Handling
        ? Permission.allowed()
        : conflict("complaint.no-open-case", "There is no open case; it is " + stage.key() + ".");
  }

  /** The next step of the case; the county's order is the caller's to check. */
  public Change<Complaint> stepCase(String step, String note) {
    mayWorkOnCase().orThrow();
    CaseFile file = requireNonNull(caseFile);
    return new Change<>(
        with(d -> d.caseFile = file.after(step)),
        "case.step-done",
        Map.of("step", step, "note", note));
  }

  public Change<Complaint> closeCase(String result, Instant now) {
    mayWorkOnCase().orThrow();
    CaseFile file = requireNonNull(caseFile);
    return new Change<>(
        with(d -> d.caseFile = file.closed(now)),
        "case.closed",
        Map.of("number", file.number(), "result", result));
  }

  // ------------------------------------------------------------------ what a transfer does to it

  /** A transfer of its matter was sent: the sender stays answerable until it is accepted. */
  public Change<Complaint> transferSent(BodyId to) {
    return new Change<>(
        with(d -> d.stage = new Stage.Transferred(to)),
        "complaint.transferred",
        Map.of("to", to.value()));
  }

  /**
   * @param nowAnswerable as the county's rule says: who accepted it, or still the one who will
   *     reply
   */
  public Change<Complaint> transferAccepted(BodyId by, BodyId nowAnswerable) {
    return new Change<>(
        with(
            d -> {
              d.stage = new Stage.Transferred(by);
              d.answerable = nowAnswerable;
            }),
        "complaint.taken-over",
        Map.of("by", by.value(), "answerable", nowAnswerable.value()));
  }

  /** It came back: whoever sent it decides anew. */
  public Change<Complaint> transferCameBack(BodyId to) {
    return new Change<>(
        with(
            d -> {
              d.stage = new Stage.Verified();
              d.answerable = to;
            }),
        "complaint.came-back",
        Map.of("to", to.value()));
  }

  // ------------------------------------------------------------------ merging

  public Permission mayMerge() {
    return switch (stage) {
      case Stage.Received r -> Permission.allowed();
      case Stage.Accepted a -> Permission.allowed();
      default -> past();
    };
  }

  public Change<Complaint> merge(Complaint leader) {
    mayMerge().orThrow();
    if (leader.id().equals(id) || leader.stage() instanceof Stage.Merged || !leader.isOpen()) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "complaint.cannot-lead",
              "It can be merged only into another one that is open and is not merged itself.")
          .exception();
    }
    return new Change<>(
        with(
            d -> {
              d.stage = new Stage.Merged(leader.id());
              d.answerable = leader.answerable();
              d.registered = true;
            }),
        "complaint.merged",
        Map.of("into", leader.id().toString()));
  }

  /** The one it was merged into has another answerable body now. */
  public Change<Complaint> follow(Complaint leader) {
    return new Change<>(
        with(d -> d.answerable = leader.answerable()),
        "complaint.taken-over",
        Map.of("answerable", leader.answerable().value()));
  }

  // ------------------------------------------------------------------ concluding and replying

  public Permission mayConclude() {
    return switch (stage) {
      case Stage.Verified v when finding == Finding.NO_VIOLATION -> Permission.allowed();
      case Stage.Handling h when caseFile != null && caseFile.closedAt() != null ->
          Permission.allowed();
      case Stage.Handling h ->
          conflict(
              "complaint.case-open",
              "Its case is still open; it is concluded with the case's result.");
      case Stage.Transferred t -> Permission.allowed();
      case Stage.Merged m -> Permission.allowed();
      default -> past();
    };
  }

  /**
   * @param replier who is to tell the complainant, as the county's rule says; answerable from now
   *     on
   */
  public Change<Complaint> conclude(Result concluded, BodyId replier) {
    mayConclude().orThrow();
    return new Change<>(
        with(
            d -> {
              d.stage = new Stage.Concluded();
              d.result = concluded;
              d.answerable = replier;
            }),
        "complaint.concluded",
        Map.of(
            "by", concluded.by().value(), "result", concluded.text(), "replier", replier.value()));
  }

  public Permission mayReply() {
    return stage instanceof Stage.Concluded
        ? Permission.allowed()
        : stage instanceof Stage.Replied || stage instanceof Stage.Closed
            ? conflict("complaint.already-replied", "The complainant has had the reply already.")
            : conflict(
                "complaint.not-concluded",
                "There is no result to tell yet; it is " + stage.key() + ".");
  }

  /** The reply, or the reason why there is none. */
  public Change<Complaint> reply(Reply given) {
    mayReply().orThrow();
    given.mayBeGiven(origin).orThrow();
    return new Change<>(
        with(
            d -> {
              d.stage = new Stage.Replied();
              d.reply = given;
            }),
        "complaint.replied",
        Map.of("how", given.how(), "noReply", given.noReply() == null ? "" : given.noReply()));
  }

  public Permission mayFeedBack() {
    if (referrer == null) {
      return conflict(
          "complaint.not-referred", "No department referred it; there is nobody to feed back to.");
    }
    if (fedBack) {
      return conflict(
          "complaint.already-fed-back", "The department that referred it has the result already.");
    }
    return result == null
        ? conflict(
            "complaint.not-concluded", "There is no result to tell yet; it is " + stage.key() + ".")
        : Permission.allowed();
  }

  public Change<Complaint> feedBack(String text) {
    mayFeedBack().orThrow();
    return new Change<>(with(d -> d.fedBack = true), "complaint.fed-back", Map.of("text", text));
  }

  public Permission mayClose() {
    return switch (stage) {
      case Stage.Replied r -> Permission.allowed();
      case Stage.Closed c -> past();
      default ->
          conflict(
              "complaint.not-replied",
              "It is closed when the complainant has the reply, or the reason for none is on"
                  + " record.");
    };
  }

  public Change<Complaint> close(Instant now) {
    mayClose().orThrow();
    return Change.of(with(d -> d.stage = new Stage.Closed(now)), "complaint.closed");
  }

  public Permission mayRate() {
    if (reply == null || reply.noReply() != null) {
      return conflict("complaint.not-replied", "There is no reply to judge yet.");
    }
    return rating == null
        ? Permission.allowed()
        : conflict("complaint.already-rated", "The reply has been judged already.");
  }

  public Change<Complaint> rate(boolean satisfied, String words, Instant now) {
    mayRate().orThrow();
    return new Change<>(
        with(d -> d.rating = new Rating(now, satisfied, words)),
        "complaint.rated",
        Map.of("satisfied", satisfied));
  }

  private Permission past() {
    return conflict("complaint.past-that", "It is past that: it is " + stage.key() + ".");
  }

  private Permission conflict(String code, String message) {
    return Permission.refused(
        Refusal.of(Refusal.Kind.CONFLICT, code, message, Map.of("stage", stage.key())));
  }

  private Complaint with(Consumer<ComplaintDraft> change) {
    ComplaintDraft draft = new ComplaintDraft(this);
    change.accept(draft);
    return draft.done();
  }
}
