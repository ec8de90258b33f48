package xiezhi.matter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xiezhi.mechanism.Facts;
import xiezhi.shared.AccountId;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * A matter's life: it is <b>registered</b> by the body that found it or was told of it, which holds
 * it and judges it. Judged <b>ours</b>, the holder handles it; judged <b>not ours</b>, a clock
 * starts within which it must be sent to whom it belongs. A body that accepts it becomes its
 * holder, and it is theirs. It is <b>closed</b> with an outcome, when the result is known. The
 * moment of judgement is stamped by the platform, never typed; the moment of discovery is kept
 * beside it, so that a matter parked before it is judged is seen.
 */
public record Matter(
    MatterId id,
    String number,
    String subject,
    Stage stage,
    BodyId holder,
    String source,
    Instant registeredAt,
    AccountId registeredBy,
    Instant discoveredAt,
    Place place,
    Act act,
    List<Item> items,
    List<Party> parties,
    List<Article> articles,
    @Nullable Urgency urgency,
    @Nullable Dissuasion dissuasion,
    int version) {

  public Matter {
    items = List.copyOf(items);
    parties = List.copyOf(parties);
    articles = List.copyOf(articles);
  }

  /**
   * Where the act was done.
   *
   * @param division nine-digit code of the township division
   * @param address as typed; empty if a point is given
   */
  public record Place(
      String division, String address, @Nullable BigDecimal lng, @Nullable BigDecimal lat) {}

  /**
   * What was done, as far as it is known.
   *
   * @param inProgress still going on when found (违法行为正在进行)
   * @param hazard a serious hazard within another's jurisdiction (重大治安、安全隐患)
   */
  public record Act(
      String facts,
      @Nullable Instant from,
      @Nullable Instant to,
      boolean inProgress,
      boolean hazard,
      PreHandover preHandover) {}

  /**
   * Where the item was handed over to the township after the act: how far the matter had come by
   * then.
   */
  public enum PreHandover {
    NONE,
    CLOSED,
    FILED,
    LEGACY;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A suspected item of the power list. */
  public record Item(String code, String name) {}

  /** Somebody suspected; {@code kind} is person, organisation or unknown. */
  public record Party(
      String kind, String name, @Nullable String idNumber, @Nullable String phone) {}

  /** 涉案物品: something held in the case. */
  public record Article(String name, String quantity, String state) {}

  /**
   * 情况紧急: marked by a person with a reason, never derived silently (ES-020, SC-010).
   *
   * @param confirmed by whom it was reviewed and found so; null while nobody has
   */
  public record Urgency(String reason, String by, Instant at, @Nullable Confirmation confirmed) {
    public Urgency(String reason, String by, Instant at) {
      this(reason, by, at, null);
    }
  }

  public record Confirmation(String reason, String by, Instant at) {}

  /** 劝阻: what was said to whom, when. */
  public record Dissuasion(String how, String by, Instant at) {}

  public sealed interface Stage {
    record Registered() implements Stage {}

    record Ours(Instant at, String by, String reason) implements Stage {}

    /**
     * @param competent whose it is thought to be; null while that is open
     */
    record NotOurs(Instant at, String by, String reason, @Nullable BodyId competent)
        implements Stage {}

    record Closed(Instant at, String outcome) implements Stage {}
  }

  public String reference() {
    return "matter:" + id;
  }

  public boolean isOpen() {
    return !(stage instanceof Stage.Closed);
  }

  public @Nullable Instant judgedNotOursAt() {
    return stage instanceof Stage.NotOurs(var at, var by, var reason, var competent) ? at : null;
  }

  /** What the mechanism's conditions may ask of it. */
  public Facts facts() {
    return new Facts(
        Map.of(
            "urgent", urgency != null,
            "in-progress", act.inProgress(),
            "hazard", act.hazard(),
            "pre-handover", act.preHandover().key(),
            "has-illegal-articles", !articles.isEmpty(),
            "channel", source,
            "items", items.stream().map(Item::code).toList(),
            "fields", fields()));
  }

  private List<String> fields() {
    var present = new java.util.ArrayList<String>();
    present.add("place");
    if (act.from() != null) {
      present.add("time-of-act");
    }
    if (!act.facts().isBlank()) {
      present.add("basic-facts");
    }
    if (parties.stream().anyMatch(p -> !p.name().isBlank())) {
      present.add("suspected-party");
    }
    if (!items.isEmpty()) {
      present.add("suspected-items");
    }
    return present;
  }

  public Permission mayJudge() {
    return switch (stage) {
      case Stage.Registered() -> Permission.allowed();
      case Stage.Ours(var at, var by, var reason) -> judged("judged ours by " + by + " at " + at);
      case Stage.NotOurs(var at, var by, var reason, var competent) ->
          judged("judged not ours by " + by + " at " + at);
      case Stage.Closed(var at, var outcome) -> judged("closed at " + at);
    };
  }

  private static Permission judged(String found) {
    return Permission.refused(
        Refusal.of(
            Refusal.Kind.CONFLICT,
            "matter.already-judged",
            "It has been decided already: it was " + found + ".",
            Map.of("found", found)));
  }

  public Change<Matter> judgeOurs(String by, String reason, Instant now) {
    mayJudge().orThrow();
    return new Change<>(
        with(new Stage.Ours(now, by, reason), holder),
        "matter.judged-ours",
        Map.of("reason", reason));
  }

  /** The finding that it is not ours: what starts the clock for sending it on. */
  public Change<Matter> judgeNotOurs(
      String by, String reason, @Nullable BodyId competent, Instant now) {
    mayJudge().orThrow();
    return new Change<>(
        with(new Stage.NotOurs(now, by, reason, competent), holder),
        "matter.judged-not-ours",
        Map.of(
            "reason",
            reason,
            "competent",
            competent == null ? "" : competent.value(),
            "discoveredAt",
            discoveredAt.toString()));
  }

  public Permission mayMarkUrgent() {
    if (!isOpen()) {
      return closed();
    }
    return urgency == null
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "matter.already-urgent",
                "It was marked urgent by " + urgency.by() + " at " + urgency.at() + ".",
                Map.of("by", urgency.by(), "at", urgency.at().toString())));
  }

  public Change<Matter> markUrgent(String by, String reason, Instant now) {
    mayMarkUrgent().orThrow();
    return new Change<>(
        urgent(new Urgency(reason, by, now)), "matter.marked-urgent", Map.of("reason", reason));
  }

  private Matter urgent(@Nullable Urgency now) {
    return copy(stage, holder, place, act, items, parties, articles, now, dissuasion, subject);
  }

  public Permission mayConfirmUrgency() {
    return mayLiftUrgency()
        .and(
            urgency == null || urgency.confirmed() == null
                ? Permission.allowed()
                : Permission.refused(
                    Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "matter.urgency-confirmed",
                        "That it is urgent was confirmed by " + urgency.confirmed().by() + ".",
                        Map.of("by", urgency.confirmed().by()))));
  }

  /** 确认: whoever supervises stands behind it; clocks stay as they are. */
  public Change<Matter> confirmUrgency(String by, String reason, Instant now) {
    mayConfirmUrgency().orThrow();
    Urgency marked = Objects.requireNonNull(urgency);
    return new Change<>(
        urgent(
            new Urgency(
                marked.reason(), marked.by(), marked.at(), new Confirmation(reason, by, now))),
        "matter.urgency-confirmed",
        Map.of("reason", reason, "marked", marked.reason()));
  }

  public Permission mayLiftUrgency() {
    if (!isOpen()) {
      return closed();
    }
    return urgency != null
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "matter.not-urgent",
                "It is not marked urgent, so there is nothing to confirm or to lift."));
  }

  /** 解除: the ordinary clocks run again, from the same start as ever. */
  public Change<Matter> liftUrgency(String reason) {
    mayLiftUrgency().orThrow();
    Urgency marked = Objects.requireNonNull(urgency);
    return new Change<>(
        urgent(null),
        "matter.urgency-lifted",
        Map.of("reason", reason, "marked", marked.reason(), "markedBy", marked.by()));
  }

  public Permission mayDissuade() {
    if (!isOpen()) {
      return closed();
    }
    return act.inProgress()
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "matter.not-in-progress",
                "Dissuasion is recorded for a violation in progress; this one is not marked so."));
  }

  public Change<Matter> dissuade(String by, String how, Instant now) {
    mayDissuade().orThrow();
    return new Change<>(
        copy(
            stage,
            holder,
            place,
            act,
            items,
            parties,
            articles,
            urgency,
            new Dissuasion(how, by, now),
            subject),
        "act.dissuaded",
        Map.of("how", how));
  }

  public Permission mayAmend() {
    return isOpen() ? Permission.allowed() : closed();
  }

  public Change<Matter> amend(
      String subject,
      Place place,
      Act act,
      List<Item> items,
      List<Party> parties,
      List<Article> articles) {
    mayAmend().orThrow();
    return Change.of(
        copy(stage, holder, place, act, items, parties, articles, urgency, dissuasion, subject),
        "matter.amended");
  }

  /** The receiver accepted it: it is theirs to handle. */
  public Change<Matter> moveTo(BodyId newHolder, String by, Instant now) {
    if (!isOpen()) {
      closed().orThrow();
    }
    return new Change<>(
        with(new Stage.Ours(now, by, ""), newHolder),
        "matter.moved",
        Map.of("from", holder.value(), "to", newHolder.value()));
  }

  /** Told to another body, which took it on: it holds it now, and has yet to judge it. */
  public Change<Matter> handTo(BodyId newHolder) {
    if (!isOpen()) {
      closed().orThrow();
    }
    return new Change<>(
        with(stage, newHolder),
        "matter.moved",
        Map.of("from", holder.value(), "to", newHolder.value()));
  }

  public Change<Matter> close(String outcome, Instant now) {
    if (!isOpen()) {
      closed().orThrow();
    }
    return new Change<>(
        with(new Stage.Closed(now, outcome), holder), "matter.closed", Map.of("outcome", outcome));
  }

  private static Permission closed() {
    return Permission.refused(
        Refusal.of(Refusal.Kind.CONFLICT, "matter.closed", "The matter is closed."));
  }

  private Matter with(Stage next, BodyId newHolder) {
    return copy(
        next, newHolder, place, act, items, parties, articles, urgency, dissuasion, subject);
  }

  private Matter copy(
      Stage stage,
      BodyId holder,
      Place place,
      Act act,
      List<Item> items,
      List<Party> parties,
      List<Article> articles,
      @Nullable Urgency urgency,
      @Nullable Dissuasion dissuasion,
      String subject) {
    return new Matter(
        id,
        number,
        subject,
        stage,
        holder,
        source,
        registeredAt,
        registeredBy,
        discoveredAt,
        place,
        act,
        items,
        parties,
        articles,
        urgency,
        dissuasion,
        version + 1);
  }
}
