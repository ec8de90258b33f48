package xiezhi.obligation;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiezhi.calendar.TimeLimit;
import xiezhi.mechanism.Facts;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;

/**
 * Something that happened, told once to the heart: it goes into the record, starts the clocks that
 * the county's rules start with it, and stops those that end with it. When the heart is done it is
 * published, within the same transaction, to whatever flow follows it (docs/decisions/0012).
 *
 * @param matter the matter it belongs to; null for what hangs on none (a shared item, a meeting, an
 *     incident): then the subject is a thread of its own
 * @param subject what it happened to, as {@code transfer:0190…}
 * @param event the mechanism's name for it, as {@code transfer.sent}
 * @param facts what rules' conditions may ask about
 * @param roles who is who in the flow: rules name debtors by role
 * @param details for the record
 * @param typedLimit the limit that a person set where the text presupposes one without giving it
 *     (规定时间); else null
 * @param confidential known only to the desks of the bodies it concerns: sealed in the record, its
 *     obligations in no list of the county, told to nobody else
 */
public record Occurrence(
    Instant at,
    @Nullable MatterId matter,
    String subject,
    String event,
    Facts facts,
    Map<String, BodyId> roles,
    Map<String, Object> details,
    @Nullable TimeLimit typedLimit,
    boolean confidential) {
  public Occurrence {
    roles = Map.copyOf(roles);
    details = Map.copyOf(details);
  }

  public Occurrence(
      Instant at,
      @Nullable MatterId matter,
      String subject,
      String event,
      Facts facts,
      Map<String, BodyId> roles,
      Map<String, Object> details,
      @Nullable TimeLimit typedLimit) {
    this(at, matter, subject, event, facts, roles, details, typedLimit, false);
  }

  public Occurrence(
      Instant at,
      @Nullable MatterId matter,
      String subject,
      String event,
      Facts facts,
      Map<String, BodyId> roles,
      Map<String, Object> details) {
    this(at, matter, subject, event, facts, roles, details, null, false);
  }
}
