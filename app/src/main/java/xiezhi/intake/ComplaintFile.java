package xiezhi.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.matter.Matter;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.Ground;
import xiezhi.shared.web.ActionView;

/** The complaints of one matter, for its page; and what a complaint looks like. */
public interface ComplaintFile {
  List<ComplaintLine> of(Matter matter);

  /**
   * A line of a list of complaints. Says nothing of who complained but whether they stay unknown.
   *
   * @param merged whether it waits for the result of another report of the same thing
   * @param clock the earliest of what is still owed on it; null if nothing is
   */
  record ComplaintLine(
      UUID id,
      UUID matter,
      String number,
      String subject,
      String channel,
      String stage,
      String division,
      Instant receivedAt,
      boolean anonymous,
      BodyRef answerable,
      BodyRef firstReceiver,
      boolean merged,
      @Nullable ObligationView clock) {}

  /** A body that a rule names, and the rule; null where no rule says it. */
  record ComplaintRoute(BodyRef body, @Nullable Ground ground) {}

  record ComplaintResult(Instant at, String by, String text) {}

  record ReplyAttempt(Instant at, String how) {}

  record ComplaintReply(
      Instant at,
      String by,
      String text,
      String how,
      @Nullable String noReply,
      List<ReplyAttempt> attempts) {}

  record ComplaintRating(boolean satisfied, String words, Instant at) {}

  record ComplaintGuidance(Instant at, String by, BodyRef body, String text) {}

  record ComplaintStep(Instant at, String event, BodyRef body, String by, String note) {}

  record ComplaintAddition(Instant at, String text, List<UUID> attachments) {}

  record LinkedComplaint(
      UUID id, String number, String subject, Instant receivedAt, String stage) {}

  /**
   * @param steps done so far
   * @param toCome the county's steps that are still to be done, in order
   */
  record ComplaintCase(
      UUID id,
      String number,
      Instant filedAt,
      List<String> steps,
      List<String> toCome,
      @Nullable Instant closedAt) {}

  /**
   * A complaint, whole, but for who complained.
   *
   * @param contactHeld whether anything is held of the complainant; to see it is an act of its own
   * @param firstResponsible 首问责任单位
   * @param replier who replies, as far as can be said now
   * @param owed its own clocks
   */
  record ComplaintView(
      ComplaintLine line,
      String code,
      String service,
      String facts,
      String address,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      String category,
      String externalNumber,
      boolean writtenMaterial,
      boolean contactHeld,
      boolean reachable,
      boolean registered,
      @Nullable String finding,
      @Nullable ComplaintResult result,
      @Nullable ComplaintReply reply,
      @Nullable ComplaintRating rating,
      @Nullable BodyRef referrer,
      ComplaintRoute firstResponsible,
      ComplaintRoute replier,
      List<ComplaintGuidance> guidance,
      List<ComplaintStep> steps,
      List<ComplaintAddition> additions,
      List<LinkedComplaint> linked,
      @Nullable LinkedComplaint leading,
      @Nullable ComplaintCase caseFile,
      List<ObligationView> owed,
      int version,
      List<ActionView> actions) {}
}
