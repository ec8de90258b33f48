package xiezhi.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.obligation.ObligationView;
import xiezhi.shared.BodyId;

/**
 * What the public may do and see. To be called as {@link xiezhi.shared.Actor#publicIn}; nothing
 * that is answered here says anything about a person.
 */
public interface PublicReports {
  /**
   * @param service a public category, as the power list names its fields; null if none was chosen
   * @param division nine digits; where only a point is given, the caller finds the division
   * @param at when it was seen; null for now
   * @param photos uploaded before; tied to the report with it
   * @param anonymous nothing of who reports is kept then
   * @param channel {@code web} or {@code open311}
   * @param to the body it is addressed to; null for whom the county's rule names at that place
   * @param sameAs what {@link Nearby#ref} stands for is, to the reporter, the same thing; null if
   *     nothing is. What cannot be read is left out: nobody loses a report for it
   */
  record Report(
      @Nullable String service,
      String description,
      String division,
      @Nullable String address,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      @Nullable Instant at,
      List<UUID> photos,
      boolean anonymous,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      String channel,
      @Nullable BodyId to,
      @Nullable String sameAs) {}

  /** What the reporter is given: the code to follow it by. */
  record Receipt(UUID id, String code, Instant receivedAt) {}

  Receipt report(Report report);

  record Step(Instant at, String event, String body) {}

  record Due(
      String duty,
      String words,
      @Nullable Instant dueAt,
      @Nullable LocalDate lastDay,
      ObligationView.Light light,
      boolean done,
      String clause) {}

  record Reply(Instant at, String body, String text, @Nullable String noReply) {}

  record Addition(Instant at, String text) {}

  /**
   * A report as its reporter sees it.
   *
   * @param stage received, accepted, verified, referred, handling, transferred, merged, concluded,
   *     replied or closed
   * @param answerable who answers for it now
   * @param may which of {@code addToReport}, {@code rateReply} are open
   */
  record Tracked(
      UUID id,
      String code,
      String service,
      String description,
      String division,
      String address,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      String stage,
      String answerable,
      String firstReceiver,
      Instant receivedAt,
      Instant updatedAt,
      List<Step> steps,
      List<Due> due,
      @Nullable Reply reply,
      @Nullable Boolean satisfied,
      List<Addition> additions,
      List<String> may) {}

  /**
   * Refuses with {@code complaint.no-such-code}, the same for a wrong code and one of another
   * county.
   */
  Tracked track(String code);

  void add(String code, String text, List<UUID> photos);

  void rate(String code, boolean satisfied, @Nullable String words);

  /**
   * Something reported near by: how far, what, when, how far it has come; nothing else.
   *
   * @param ref stands for it in {@link Report#sameAs}; sealed, and another one at each look
   */
  record Nearby(int metres, String service, LocalDate day, String stage, String ref) {}

  List<Nearby> nearby(BigDecimal lng, BigDecimal lat, @Nullable String service);

  /**
   * Reports for machines, newest first.
   *
   * @param ids only these; empty for all
   * @param open only open ones, or only closed ones; null for both
   */
  record Query(
      Collection<UUID> ids,
      Collection<String> services,
      @Nullable Boolean open,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Instant updatedSince,
      int offset,
      int limit) {}

  /**
   * A report as anybody may read it: to a hundred metres, without address and words, which may name
   * somebody.
   *
   * @param closedAt null while it is open
   */
  record Published(
      UUID id,
      String service,
      String division,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      String stage,
      String answerable,
      Instant receivedAt,
      Instant updatedAt,
      @Nullable Instant closedAt,
      List<Step> steps) {}

  List<Published> published(Query query);
}
