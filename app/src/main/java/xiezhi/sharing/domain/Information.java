package xiezhi.sharing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
 * One item of shared information.
 *
 * <p>It is <b>formed</b> when the body has it: the county's clock for sharing starts there, not
 * when somebody gets round to typing it. It is <b>shared</b> once, with all whom it concerns. An
 * item that another flow's event proposed may be <b>dropped</b> with a reason; one that a person
 * formed may not: what is formed is owed.
 *
 * @param category its code in the county's rules
 * @param publisher the legal body in whose name it is shared
 * @param matter what it is about; null if about no single one
 * @param origin the event of another flow it was made of; empty if a person wrote it
 */
public record Information(
    UUID id,
    String category,
    Category.Act act,
    BodyId publisher,
    Content content,
    @Nullable MatterId matter,
    String origin,
    Instant formedAt,
    Stage stage,
    @Nullable Letter letter,
    Step lastStep,
    int version) {

  /**
   * @param reason why it is shared, where the category is open
   * @param edition of a versioned document
   * @param field of enforcement it belongs to; empty if to none
   * @param items codes of the power items it concerns
   * @param parties by whom and where a permit or finding is looked up later
   * @param basis what changed, for a changed basis; else null
   */
  public record Content(
      String title,
      String text,
      String reason,
      String edition,
      String field,
      List<String> items,
      List<Party> parties,
      @Nullable Basis basis) {
    public Content {
      items = List.copyOf(items);
      parties = List.copyOf(parties);
    }

    /** What of the things a category can ask for is there. */
    public Set<String> carried() {
      Set<String> there = new TreeSet<>();
      if (!items.isEmpty()) {
        there.add("items");
      }
      if (!reason.isBlank()) {
        there.add("reason");
      }
      if (!edition.isBlank()) {
        there.add("edition");
      }
      if (!field.isBlank()) {
        there.add("field");
      }
      return there;
    }
  }

  public record Party(String name, String address) {}

  /**
   * A changed basis.
   *
   * @param draft the rules it comes from, with the consultation on them; null if none is known
   * @param toldBy how it is told beside the platform: 专题讲解 or 公文抄送
   */
  public record Basis(
      ChangeKind kind, LocalDate effectiveOn, @Nullable UUID draft, String toldBy) {}

  public enum ChangeKind {
    LAW,
    BASIS,
    STANDARD,
    BENCHMARK,
    REQUIREMENT;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public record Letter(UUID id, String number) {}

  public sealed interface Stage {
    record Formed() implements Stage {}

    record Shared(Instant at, int receivers) implements Stage {}

    record Dropped(String reason) implements Stage {}
  }

  /** Formed, by a person or out of another flow's event; the clock runs from {@code formedAt}. */
  public static Change<Information> form(
      Category category,
      BodyId publisher,
      Content content,
      @Nullable MatterId matter,
      String origin,
      Instant formedAt,
      Step step) {
    return new Change<>(
        new Information(
            Ids.next(),
            category.code(),
            category.act(),
            publisher,
            content,
            matter,
            origin,
            formedAt,
            new Stage.Formed(),
            null,
            step,
            0),
        category.act().formedEvent(),
        Map.of(
            "category", category.code(),
            "title", content.title(),
            "formedAt", formedAt.toString(),
            "origin", origin));
  }

  public String reference() {
    return "information:" + id;
  }

  public boolean isShared() {
    return stage instanceof Stage.Shared;
  }

  /** Prepared out of an event, and nobody has decided on it. */
  public boolean isProposal() {
    return stage instanceof Stage.Formed && !origin.isEmpty();
  }

  public String stageName() {
    return switch (stage) {
      case Stage.Formed() -> origin.isEmpty() ? "formed" : "proposed";
      case Stage.Shared s -> "shared";
      case Stage.Dropped d -> "dropped";
    };
  }

  public Permission mayShare() {
    return switch (stage) {
      case Stage.Formed() -> Permission.allowed();
      case Stage.Shared(var at, var receivers) -> over("It was shared at " + at + " already.");
      case Stage.Dropped(var reason) -> over("It was dropped: " + reason);
    };
  }

  /** Only what an event proposed: what a person formed is owed. */
  public Permission mayDrop() {
    return mayShare()
        .and(
            isProposal() || !(stage instanceof Stage.Formed)
                ? Permission.allowed()
                : Permission.refused(
                    Refusal.of(
                        Refusal.Kind.RULE,
                        "sharing.formed-is-owed",
                        "Only what was proposed out of another flow can be dropped; this was"
                            + " formed here and is to be shared.")));
  }

  /** Who opens or acknowledges it must have been given it. */
  public Permission mayBeAnswered() {
    return isShared()
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(Refusal.Kind.CONFLICT, "sharing.not-shared", "It has not been shared yet."));
  }

  public Change<Information> share(int receivers, @Nullable Letter with, Step step) {
    mayShare().orThrow();
    if (receivers < 1) {
      throw nobody().exception();
    }
    return new Change<>(
        new Information(
            id,
            category,
            act,
            publisher,
            content,
            matter,
            origin,
            formedAt,
            new Stage.Shared(step.at(), receivers),
            with,
            step,
            version + 1),
        act.sharedEvent(),
        Map.of("category", category, "title", content.title(), "receivers", receivers));
  }

  public static Refusal nobody() {
    return Refusal.of(
        Refusal.Kind.RULE,
        "sharing.nobody-concerned",
        "Nobody would get it: no rule, subscription or name leads to a receiver. Name at least"
            + " one.");
  }

  public Change<Information> drop(Step step) {
    mayDrop().orThrow();
    return new Change<>(
        new Information(
            id,
            category,
            act,
            publisher,
            content,
            matter,
            origin,
            formedAt,
            new Stage.Dropped(step.note()),
            letter,
            step,
            version + 1),
        "information.dropped",
        Map.of("reason", step.note()));
  }

  private Permission over(String found) {
    return Permission.refused(
        Refusal.of(
            Refusal.Kind.CONFLICT,
            "sharing.overtaken",
            found,
            Map.of("stage", stageName(), "by", lastStep.by(), "at", lastStep.at().toString())));
  }
}
