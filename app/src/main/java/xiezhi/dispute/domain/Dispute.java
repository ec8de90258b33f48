package xiezhi.dispute.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * One dispute about whose a matter is.
 *
 * <p>Raised by one of two bodies, it is <b>negotiating</b>: every meeting or call is put on record.
 * It ends <b>agreed</b> when one of the two takes the matter over. A recorded failure, by either
 * side, makes it <b>failed</b>, and then either may have it <b>referred</b> to whoever decides. It
 * ends <b>decided</b>: that binds both, and only a later decision changes it. Whoever raised it may
 * withdraw it until it is referred.
 *
 * @param about what it is about: {@code matter:…} or {@code transfer:…}
 * @param lead whether it is about a lead that nobody has accepted yet
 */
public record Dispute(
    UUID id,
    MatterId matter,
    String about,
    boolean lead,
    BodyId raiser,
    BodyId other,
    String reason,
    Stage stage,
    List<Negotiation> negotiations,
    @Nullable Paper submission,
    @Nullable Paper decision,
    Instant openedAt,
    Step lastStep,
    int version) {
  public Dispute {
    negotiations = List.copyOf(negotiations);
  }

  public record Paper(UUID id, String number) {}

  public enum Outcome {
    /** 继续协商. */
    CONTINUES,
    /** 协商一致. */
    AGREED,
    /** 协商不成. */
    FAILED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** 协商记录. */
  public record Negotiation(
      UUID id,
      Instant heldAt,
      String attendants,
      String views,
      Outcome outcome,
      Paper paper,
      BodyId by,
      Step step) {}

  public sealed interface Stage {
    record Negotiating() implements Stage {}

    record Agreed(BodyId competent) implements Stage {}

    record Failed(String why) implements Stage {}

    record Referred(BodyId decider, String views) implements Stage {}

    record Decided(BodyId decider, BodyId competent, String reason) implements Stage {}

    record Withdrawn(String reason) implements Stage {}
  }

  public static Change<Dispute> open(
      MatterId matter,
      String about,
      boolean lead,
      BodyId raiser,
      BodyId other,
      String reason,
      Step step) {
    if (raiser.equals(other)) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "dispute.with-oneself",
              "A dispute has two sides; name the other body.")
          .exception();
    }
    return new Change<>(
        new Dispute(
            Ids.next(),
            matter,
            about,
            lead,
            raiser,
            other,
            reason,
            new Stage.Negotiating(),
            List.of(),
            null,
            null,
            step.at(),
            step,
            0),
        "dispute.opened",
        Map.of("about", about, "raiser", raiser.value(), "other", other.value(), "reason", reason));
  }

  public String reference() {
    return "dispute:" + id;
  }

  public boolean isOpen() {
    return switch (stage) {
      case Stage.Negotiating n -> true;
      case Stage.Failed f -> true;
      case Stage.Referred r -> true;
      case Stage.Agreed a -> false;
      case Stage.Decided d -> false;
      case Stage.Withdrawn w -> false;
    };
  }

  public BodyId against(BodyId side) {
    return side.equals(raiser) ? other : raiser;
  }

  /** Whose it is by agreement or decision; null while that is open. */
  public @Nullable BodyId competent() {
    return switch (stage) {
      case Stage.Agreed(var competent) -> competent;
      case Stage.Decided(var decider, var competent, var why) -> competent;
      case Stage.Negotiating n -> null;
      case Stage.Failed f -> null;
      case Stage.Referred r -> null;
      case Stage.Withdrawn w -> null;
    };
  }

  public String stageName() {
    return switch (stage) {
      case Stage.Negotiating n -> "negotiating";
      case Stage.Agreed a -> "agreed";
      case Stage.Failed f -> "failed";
      case Stage.Referred r -> "referred";
      case Stage.Decided d -> "decided";
      case Stage.Withdrawn w -> "withdrawn";
    };
  }

  public Permission mayNegotiate() {
    return must("negotiating", "failed");
  }

  /**
   * @param taker who takes the matter over, if it was agreed; else null
   */
  public Change<Dispute> negotiate(Negotiation held, @Nullable BodyId taker, Step step) {
    mayNegotiate().orThrow();
    Stage next =
        switch (held.outcome()) {
          case CONTINUES -> stage;
          case FAILED -> new Stage.Failed(held.views());
          case AGREED -> {
            if (taker == null) {
              throw new IllegalArgumentException("an agreement needs who takes it over");
            }
            yield new Stage.Agreed(taker);
          }
        };
    String event =
        switch (held.outcome()) {
          case CONTINUES -> "dispute.negotiated";
          case FAILED -> "dispute.negotiation-failed";
          case AGREED -> "dispute.agreed";
        };
    List<Negotiation> all = new ArrayList<>(negotiations);
    all.add(held);
    return new Change<>(
        with(next, all, submission, decision, step),
        event,
        Map.of(
            "about",
            about,
            "heldAt",
            held.heldAt().toString(),
            "record",
            held.paper().number(),
            "competent",
            taker == null ? "" : taker.value()));
  }

  /** By its stage; whether the negotiation must have failed first is the county's gate. */
  public Permission mayRefer() {
    return must("negotiating", "failed");
  }

  public Change<Dispute> refer(BodyId decider, String views, Paper paper, Step step) {
    mayRefer().orThrow();
    return new Change<>(
        with(new Stage.Referred(decider, views), negotiations, paper, decision, step),
        "dispute.referred",
        Map.of("decider", decider.value(), "letter", paper.number()));
  }

  public Permission mayDecide() {
    return must("referred");
  }

  public Change<Dispute> decide(BodyId competent, String why, Paper paper, Step step) {
    mayDecide().orThrow();
    if (!competent.equals(raiser) && !competent.equals(other)) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "dispute.neither-side",
              "It is decided between the two sides; a third body gets it by transfer.")
          .exception();
    }
    BodyId decider = stage instanceof Stage.Referred(var to, var views) ? to : competent;
    return new Change<>(
        with(new Stage.Decided(decider, competent, why), negotiations, submission, paper, step),
        "dispute.decided",
        Map.of(
            "about",
            about,
            "competent",
            competent.value(),
            "reason",
            why,
            "letter",
            paper.number()));
  }

  public Permission mayWithdraw() {
    return must("negotiating", "failed");
  }

  public Change<Dispute> withdraw(String why, Step step) {
    mayWithdraw().orThrow();
    return new Change<>(
        with(new Stage.Withdrawn(why), negotiations, submission, decision, step),
        "dispute.withdrawn",
        Map.of("reason", why));
  }

  private Permission must(String... stages) {
    return List.of(stages).contains(stageName())
        ? Permission.allowed()
        : lastStep.refuses("dispute.wrong-stage", "The dispute cannot take this step", stageName());
  }

  private Dispute with(
      Stage next,
      List<Negotiation> all,
      @Nullable Paper submitted,
      @Nullable Paper decided,
      Step step) {
    return new Dispute(
        id,
        matter,
        about,
        lead,
        raiser,
        other,
        reason,
        next,
        all,
        submitted,
        decided,
        openedAt,
        step,
        version + 1);
  }
}
