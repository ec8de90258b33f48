package xiezhi.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.matter.Matter;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.Ground;
import xiezhi.shared.Permission;
import xiezhi.shared.web.ActionView;

/** What has gone where of one matter, for its page. */
public interface TransferFile {
  /**
   * One line of a list of transfers; number and subject only where the list shows several matters.
   *
   * @param clock what is owed next; null if nothing is
   */
  record TransferLine(
      UUID id,
      UUID matter,
      @Nullable String matterNumber,
      @Nullable String matterSubject,
      String kind,
      BodyRef from,
      BodyRef to,
      String stage,
      @Nullable String letterNumber,
      Instant preparedAt,
      @Nullable Instant sentAt,
      @Nullable ObligationView clock,
      int version) {}

  /**
   * @param result what the station fed back; null before
   */
  record HandoverView(
      UUID id,
      BodyRef from,
      BodyRef to,
      String items,
      String stage,
      Instant madeAt,
      String madeBy,
      @Nullable Instant receivedAt,
      @Nullable String receivedBy,
      @Nullable String result,
      @Nullable String recordNumber,
      int version,
      List<ActionView> actions) {}

  /** To whom a refusal or silence is reported here, and on what ground. */
  record ReportRoute(BodyRef to, Ground ground) {}

  /**
   * @param purpose hazard or in-progress
   * @param reportRoute null where nothing is to be reported, or nobody is named for it
   * @param reportNumber of the letter by which it was reported; null before
   */
  record NoticeView(
      UUID id,
      String purpose,
      BodyRef from,
      BodyRef to,
      String content,
      String stage,
      Instant lastStepAt,
      String lastStepBy,
      String lastStepNote,
      boolean reasonGiven,
      @Nullable BodyRef reportedTo,
      @Nullable ReportRoute reportRoute,
      @Nullable String letterNumber,
      @Nullable String reportNumber,
      int version,
      List<ActionView> actions) {}

  List<TransferLine> transfers(Matter matter);

  List<HandoverView> handovers(Matter matter);

  List<NoticeView> notices(Matter matter);

  /** What may be begun with the matter: a transfer, a handover, a notice. */
  Map<String, Permission> acts(Matter matter);

  /** Transfers that wait for a signature in the actor's body, oldest first. */
  List<TransferLine> toSign();
}
