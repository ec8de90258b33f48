package xiezhi.obligation;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiezhi.calendar.TimeLimit;
import xiezhi.mechanism.Facts;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;

/**
 * Something that happened to a matter, told once to the heart: it goes into the record, starts the
 * clocks that the county's rules start with it, and stops those that end with it.
 *
 * @param subject what it happened to, as {@code transfer:0190…}
 * @param event the mechanism's name for it, as {@code transfer.sent}
 * @param facts what rules' conditions may ask about
 * @param roles who is who in the flow: rules name debtors by role
 * @param details for the record
 * @param typedLimit the limit that a person set where the text presupposes one without giving it
 *     (规定时间); else null
 */
public record Occurrence(
    Instant at,
    MatterId matter,
    String subject,
    String event,
    Facts facts,
    Map<String, BodyId> roles,
    Map<String, Object> details,
    @Nullable TimeLimit typedLimit) {
  public Occurrence {
    roles = Map.copyOf(roles);
    details = Map.copyOf(details);
  }

  public Occurrence(
      Instant at,
      MatterId matter,
      String subject,
      String event,
      Facts facts,
      Map<String, BodyId> roles,
      Map<String, Object> details) {
    this(at, matter, subject, event, facts, roles, details, null);
  }
}
