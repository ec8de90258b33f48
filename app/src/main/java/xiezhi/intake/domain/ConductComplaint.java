package xiezhi.intake.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.AccountId;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * 对执法行为的投诉: <b>received</b> by the body that supervises, <b>assigned</b> to somebody there who is
 * not the one complained of, <b>replied</b> to, and judged by the complainant.
 *
 * @param aboutBody the body complained of; null if it is not known
 * @param told what was told, of whom; sealed
 * @param contact who complained; sealed; null if nothing is known of them
 */
public record ConductComplaint(
    UUID id,
    ComplaintCode code,
    Instant receivedAt,
    @Nullable BodyId aboutBody,
    String told,
    @Nullable String contact,
    boolean anonymous,
    BodyId handlerBody,
    Stage stage,
    Complaint.@Nullable Rating rating,
    int version) {

  /** Somebody who handles it. */
  public record Handler(AccountId account, String name, Instant since) {}

  public sealed interface Stage {
    record Received() implements Stage {}

    record Assigned(Handler to) implements Stage {}

    record Replied(Handler by, Instant at, String text) implements Stage {}
  }

  public String reference() {
    return "conduct-complaint:" + id;
  }

  public String stageName() {
    return switch (stage) {
      case Stage.Received r -> "received";
      case Stage.Assigned a -> "assigned";
      case Stage.Replied r -> "replied";
    };
  }

  public @Nullable Handler handler() {
    return switch (stage) {
      case Stage.Received r -> null;
      case Stage.Assigned(var to) -> to;
      case Stage.Replied(var by, var at, var text) -> by;
    };
  }

  public Permission mayAssign() {
    return stage instanceof Stage.Replied ? replied() : Permission.allowed();
  }

  /** To somebody else than before, or for the first time. */
  public Change<ConductComplaint> assign(Handler to) {
    mayAssign().orThrow();
    return new Change<>(
        with(new Stage.Assigned(to), rating),
        "conduct-complaint.assigned",
        Map.of("handler", to.account().value()));
  }

  public Permission mayReply(AccountId who) {
    return switch (stage) {
      case Stage.Received r ->
          refused("conduct-complaint.not-assigned", "Nobody has been named yet to handle it.");
      case Stage.Assigned(var to) when to.account().equals(who) -> Permission.allowed();
      case Stage.Assigned(var to) ->
          Permission.refused(
              Refusal.of(
                  Refusal.Kind.FORBIDDEN,
                  "conduct-complaint.not-the-handler",
                  "It is " + to.name() + " who handles it and replies.",
                  Map.of("handler", to.name())));
      case Stage.Replied r -> replied();
    };
  }

  public Change<ConductComplaint> reply(AccountId who, String text, Instant now) {
    mayReply(who).orThrow();
    Handler by = java.util.Objects.requireNonNull(handler());
    return Change.of(with(new Stage.Replied(by, now, text), rating), "conduct-complaint.replied");
  }

  public Permission mayRate() {
    if (!(stage instanceof Stage.Replied)) {
      return refused("complaint.not-replied", "There is no reply to judge yet.");
    }
    return rating == null
        ? Permission.allowed()
        : refused("complaint.already-rated", "The reply has been judged already.");
  }

  public Change<ConductComplaint> rate(Complaint.Rating given) {
    mayRate().orThrow();
    return new Change<>(
        with(stage, given), "conduct-complaint.rated", Map.of("satisfied", given.satisfied()));
  }

  private Permission replied() {
    return refused("complaint.already-replied", "The complainant has had the reply already.");
  }

  private static Permission refused(String code, String message) {
    return Permission.refused(Refusal.of(Refusal.Kind.CONFLICT, code, message));
  }

  private ConductComplaint with(Stage next, Complaint.@Nullable Rating given) {
    return new ConductComplaint(
        id,
        code,
        receivedAt,
        aboutBody,
        told,
        contact,
        anonymous,
        handlerBody,
        next,
        given,
        version + 1);
  }
}
