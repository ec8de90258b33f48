package xiezhi.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the public may say of how officers behave, and follow by code. To be called as {@link
 * xiezhi.shared.Actor#publicIn}.
 */
public interface ConductReports {
  /**
   * @param body whose officer it was, in the complainant's words; null if they do not know
   * @param officer name or number of the officer, as far as known; null if not
   * @param when and where it was, in the complainant's words
   * @param anonymous nothing of who complains is kept then
   */
  record Report(
      @Nullable String body,
      @Nullable String officer,
      @Nullable String when,
      String description,
      boolean anonymous,
      @Nullable String name,
      @Nullable String phone) {}

  record Receipt(UUID id, String code, Instant receivedAt) {}

  Receipt report(Report report);

  record Step(Instant at, String event) {}

  /**
   * @param stage how far it has come: that it was received, who handles it, or that it was replied
   *     to
   * @param may {@code rateConductReply} when there is a reply to judge
   */
  record Tracked(
      String code,
      String stage,
      String handledBy,
      Instant receivedAt,
      List<Step> steps,
      @Nullable String reply,
      @Nullable Instant repliedAt,
      @Nullable Boolean satisfied,
      List<String> may) {}

  Tracked track(String code);

  void rate(String code, boolean satisfied, @Nullable String words);
}
