package xiezhi.intake.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * 答复: what the complainant was told, or why nobody could be.
 *
 * @param text what was said; empty if nobody could be told
 * @param how by which way: {@code phone}, {@code letter}, {@code visit}, {@code web}, {@code other}
 * @param noReply why nobody was told: {@code anonymous} or {@code unreachable}; null if somebody
 *     was
 * @param attempts when and how it was tried
 */
public record Reply(
    Instant at,
    BodyId body,
    String by,
    String text,
    String how,
    @Nullable String noReply,
    List<Attempt> attempts) {
  public Reply {
    attempts = List.copyOf(attempts);
  }

  public record Attempt(Instant at, String how) {}

  /**
   * Only who is unknown cannot be told (匿名), only who was tried at least once is out of reach
   * (无法联系), and what is told has words.
   */
  Permission mayBeGiven(Complaint.Origin origin) {
    if ("anonymous".equals(noReply) && origin.reachable()) {
      return refused(
          Refusal.Kind.RULE,
          "complaint.not-anonymous",
          "The complainant left a way to be reached; reply, or record the attempts.");
    }
    if ("unreachable".equals(noReply) && attempts.isEmpty()) {
      return refused(
          Refusal.Kind.RULE,
          "complaint.no-attempts",
          "Out of reach means: it was tried. Record at least one attempt, with time and way.");
    }
    return noReply == null && text.isBlank()
        ? refused(Refusal.Kind.MALFORMED, "complaint.reply-empty", "A reply has words.")
        : Permission.allowed();
  }

  private static Permission refused(Refusal.Kind kind, String code, String message) {
    return Permission.refused(Refusal.of(kind, code, message));
  }
}
