package xiezhi.transfer.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.mechanism.Facts;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * A transfer's life: somebody at the sender's desk <b>prepares</b> it and <b>submits</b> it; a
 * signer of the legal body <b>sends</b> it, and with that it is delivered and the sender's clock
 * stops. The receiver may sign for it (<b>received</b>), <b>accepts</b> it, asks for what lacks
 * (<b>supplement asked</b>, the same transfer, no new clock), or <b>returns</b> it with a reason.
 * Accepted, it ends when the <b>result is returned</b>. Before anybody answers, the sender may
 * <b>withdraw</b> it. Where jurisdiction is disputed and the county names a screener, it goes to
 * the screener first, who sends it on.
 */
public record Transfer(
    UUID id,
    MatterId matter,
    Kind kind,
    BodyId sender,
    BodyId receiver,
    BodyId preparedBy,
    Content content,
    Stage stage,
    Instant preparedAt,
    @Nullable Instant submittedAt,
    @Nullable Instant sentAt,
    @Nullable Letter letter,
    boolean screened,
    boolean articlesSigned,
    Step lastStep,
    int version) {

  /** 案件移送 or 线索移送. */
  public enum Kind {
    CASE,
    LEAD;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What goes over.
   *
   * @param disputed jurisdiction is disputed before acceptance
   * @param statutoryBasis the law and article that lets a body act in its own name that otherwise
   *     may not; null if none is invoked
   */
  public record Content(
      String reason,
      boolean disputed,
      @Nullable String statutoryBasis,
      List<Material> materials,
      List<Article> articles) {
    public Content {
      materials = List.copyOf(materials);
      articles = List.copyOf(articles);
    }
  }

  /**
   * A file, or the reason why there is none, where the county lets that stand in its place
   * (coverage: with a visible mark).
   */
  public record Material(String kind, @Nullable UUID attachment, @Nullable String explanation) {}

  /** 非法物品: handed over, or held somewhere until a day. */
  public record Article(
      String name,
      String quantity,
      String state,
      @Nullable String heldAt,
      @Nullable LocalDate heldUntil) {}

  public record Letter(UUID id, String number) {}

  public sealed interface Stage {
    record Prepared() implements Stage {}

    record Submitted() implements Stage {}

    record Sent() implements Stage {}

    record Received() implements Stage {}

    record SupplementAsked(String what) implements Stage {}

    record Accepted() implements Stage {}

    record Returned(ReturnKind why) implements Stage {}

    record ResultReturned() implements Stage {}

    record Withdrawn() implements Stage {}
  }

  /** Why it came back. */
  public enum ReturnKind {
    /** 不属于本机关管辖: opens the dispute; the sender is not late a second time. */
    NOT_OURS,
    /** 其他法定理由. Lacking materials are no reason to return: they are asked for (coverage §6 #6). */
    OTHER;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public static Change<Transfer> prepare(
      MatterId matter,
      Kind kind,
      BodyId sender,
      BodyId receiver,
      BodyId preparedBy,
      Content content,
      Step step) {
    mayGo(sender, receiver).orThrow();
    return Change.of(
        new Transfer(
            Ids.next(),
            matter,
            kind,
            sender,
            receiver,
            preparedBy,
            content,
            new Stage.Prepared(),
            step.at(),
            null,
            null,
            null,
            false,
            false,
            step,
            0),
        "transfer.prepared");
  }

  /** Nobody transfers to itself. */
  public static Permission mayGo(BodyId sender, BodyId receiver) {
    return sender.equals(receiver)
        ? Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "transfer.to-oneself",
                "A body cannot transfer a matter to itself; if it is competent, judge the matter"
                    + " ours."))
        : Permission.allowed();
  }

  public String reference() {
    return "transfer:" + id;
  }

  /**
   * Under what its next clock runs: until it has been sent, what is owed is to send it, and that
   * time is the matter's.
   */
  public String clocked() {
    return clocked(id, matter, isSent());
  }

  static String clocked(UUID id, MatterId matter, boolean sent) {
    return sent ? "transfer:" + id : "matter:" + matter;
  }

  /** Not yet answered: the matter is under way with it. */
  public boolean isUnderWay() {
    return switch (stage) {
      case Stage.Prepared p -> true;
      case Stage.Submitted s -> true;
      case Stage.Sent s -> true;
      case Stage.Received r -> true;
      case Stage.SupplementAsked s -> true;
      case Stage.Accepted a -> false;
      case Stage.Returned r -> false;
      case Stage.ResultReturned r -> false;
      case Stage.Withdrawn w -> false;
    };
  }

  public boolean isSent() {
    return sentAt != null;
  }

  /**
   * What the mechanism's conditions may ask of it; the matter's and the bodies' facts are added by
   * the use case.
   */
  public Facts facts() {
    return Checklist.of(this);
  }

  // ------------------------------------------------------------------ may it be done now?

  public Permission mayAmend() {
    return in("amended", stage instanceof Stage.Prepared);
  }

  public Permission maySubmit() {
    return in("submitted", stage instanceof Stage.Prepared);
  }

  public Permission mayDecline() {
    return in("declined", stage instanceof Stage.Submitted);
  }

  public Permission maySend() {
    return in("sent", stage instanceof Stage.Prepared || stage instanceof Stage.Submitted);
  }

  public Permission mayWithdraw() {
    return in(
        "withdrawn",
        stage instanceof Stage.Prepared
            || stage instanceof Stage.Submitted
            || stage instanceof Stage.Sent);
  }

  public Permission mayReceive() {
    return in("received", stage instanceof Stage.Sent);
  }

  /** Articles listed must be signed for, each, before it is accepted. */
  public Permission mayAccept() {
    return answerable("accepted")
        .and(
            content.articles().isEmpty() || articlesSigned
                ? Permission.allowed()
                : Permission.refused(
                    Refusal.of(
                        Refusal.Kind.RULE,
                        "transfer.articles-not-signed",
                        "Sign for each article first: "
                            + content.articles().size()
                            + " are listed.")));
  }

  public Permission mayAskSupplement() {
    return answerable("asked to be supplemented");
  }

  public Permission mayReturn() {
    return answerable("returned");
  }

  public Permission mayScreen() {
    return in("screened", isSent() && isDisputed() && isUnderWay());
  }

  public Permission maySupplement() {
    return in("supplemented", stage instanceof Stage.SupplementAsked);
  }

  public Permission mayReturnResult() {
    return in("answered with its result", stage instanceof Stage.Accepted);
  }

  private Permission answerable(String what) {
    return in(what, stage instanceof Stage.Sent || stage instanceof Stage.Received);
  }

  /** Jurisdiction was disputed when it was sent, and nobody has found yet whose it is. */
  public boolean isDisputed() {
    return content.disputed() && !screened;
  }

  private Permission in(String what, boolean fits) {
    if (fits) {
      return Permission.allowed();
    }
    return lastStep.refuses(
        isUnderWay() ? "transfer.wrong-stage" : "transfer.answered",
        "It cannot be " + what,
        stageName());
  }

  public String stageName() {
    return switch (stage) {
      case Stage.Prepared p -> "prepared";
      case Stage.Submitted s -> "submitted";
      case Stage.Sent s -> "sent";
      case Stage.Received r -> "received";
      case Stage.SupplementAsked s -> "supplement-asked";
      case Stage.Accepted a -> "accepted";
      case Stage.Returned r -> "returned";
      case Stage.ResultReturned r -> "result-returned";
      case Stage.Withdrawn w -> "withdrawn";
    };
  }

  // ------------------------------------------------------------------ doing it

  public Change<Transfer> amend(Kind newKind, BodyId newReceiver, Content newContent, Step step) {
    mayAmend().and(mayGo(sender, newReceiver)).orThrow();
    return Change.of(
        with(
            step,
            d -> {
              d.kind = newKind;
              d.receiver = newReceiver;
              d.content = newContent;
              d.unsigned();
              d.screened = false;
              d.articlesSigned = false;
            }),
        "transfer.amended");
  }

  public Change<Transfer> submit(Step step) {
    maySubmit().orThrow();
    return Change.of(
        with(
            step,
            d -> {
              d.stage = new Stage.Submitted();
              d.submittedAt = step.at();
            }),
        "transfer.submitted");
  }

  /** The signer will not sign: back to whoever prepared it. */
  public Change<Transfer> decline(Step step) {
    mayDecline().orThrow();
    return new Change<>(
        with(
            step,
            d -> {
              d.stage = new Stage.Prepared();
              d.unsigned();
            }),
        "transfer.declined",
        Map.of("reason", step.note()));
  }

  /** Signed and delivered in one: the platform is the post. */
  public Change<Transfer> send(Letter signed, Step step) {
    maySend().orThrow();
    return new Change<>(
        with(
            step,
            d -> {
              d.stage = new Stage.Sent();
              d.sentAt = step.at();
              d.letter = signed;
            }),
        "transfer.sent",
        Map.of(
            "to", receiver.value(),
            "number", signed.number(),
            "preparedAt", preparedAt.toString(),
            "deliveredAt", step.at().toString()));
  }

  public Change<Transfer> withdraw(Step step) {
    mayWithdraw().orThrow();
    return to(new Stage.Withdrawn(), "transfer.withdrawn", step, Map.of("reason", step.note()));
  }

  /** Signed for, against the list of materials, and for each article. */
  public Change<Transfer> receive(Step step) {
    mayReceive().orThrow();
    return new Change<>(
        with(
            step,
            d -> {
              d.stage = new Stage.Received();
              d.articlesSigned = !content.articles().isEmpty();
            }),
        "transfer.received",
        Map.of(
            "materials", content.materials().stream().map(Material::kind).toList(),
            "articles", content.articles().stream().map(Article::name).toList()));
  }

  public Change<Transfer> accept(Step step) {
    mayAccept().orThrow();
    return to(new Stage.Accepted(), "transfer.accepted", step, Map.of());
  }

  public Change<Transfer> askSupplement(String what, Step step) {
    mayAskSupplement().orThrow();
    return to(
        new Stage.SupplementAsked(what), "transfer.supplement-asked", step, Map.of("what", what));
  }

  /** Same transfer, more materials: no new clock for the sender. */
  public Change<Transfer> supplement(List<Material> more, Step step) {
    maySupplement().orThrow();
    List<Material> all = new ArrayList<>(content.materials());
    all.addAll(more);
    Content fuller =
        new Content(
            content.reason(),
            content.disputed(),
            content.statutoryBasis(),
            all,
            content.articles());
    return new Change<>(
        with(
            step,
            d -> {
              d.stage = new Stage.Received();
              d.content = fuller;
            }),
        "transfer.supplemented",
        Map.of("materials", more.stream().map(Material::kind).toList()));
  }

  public Change<Transfer> giveBack(ReturnKind why, Step step) {
    mayReturn().orThrow();
    return to(
        new Stage.Returned(why),
        "transfer.returned",
        step,
        Map.of("why", why.key(), "reason", step.note()));
  }

  /**
   * A dispute about it was settled: it is the receiver's. Above the receiver's own acts, so neither
   * articles nor an earlier return stand against it.
   */
  public Change<Transfer> settleForReceiver(Step step) {
    in("settled", isUnderWay() || stage instanceof Stage.Returned).orThrow();
    return to(new Stage.Accepted(), "transfer.accepted", step, Map.of("settled", step.note()));
  }

  /** A dispute about it was settled: it is the sender's own. */
  public Change<Transfer> settleForSender(Step step) {
    in("settled", isSent() && isUnderWay()).orThrow();
    return to(
        new Stage.Returned(ReturnKind.NOT_OURS),
        "transfer.returned",
        step,
        Map.of("why", ReturnKind.NOT_OURS.key(), "reason", step.note()));
  }

  /** The screener found whose it is, and sends it on. */
  public Change<Transfer> screen(BodyId competent, Step step) {
    mayScreen().orThrow();
    mayGo(sender, competent).orThrow();
    return new Change<>(
        with(
            step,
            d -> {
              d.stage = new Stage.Sent();
              d.receiver = competent;
              d.screened = true;
            }),
        "transfer.screened",
        Map.of("screener", receiver.value(), "to", competent.value(), "finding", step.note()));
  }

  public Change<Transfer> returnResult(Step step) {
    mayReturnResult().orThrow();
    return to(
        new Stage.ResultReturned(),
        "transfer.result-returned",
        step,
        Map.of("result", step.note()));
  }

  private Change<Transfer> to(Stage next, String event, Step step, Map<String, Object> details) {
    return new Change<>(with(step, d -> d.stage = next), event, details);
  }

  private Transfer with(Step step, Consumer<TransferDraft> what) {
    TransferDraft draft = new TransferDraft(this);
    what.accept(draft);
    return draft.done(step);
  }
}
