package xiezhi.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;
import xiezhi.shared.Role;

/** Tells people. Written in the transaction of what it tells, delivered after it. */
public interface Notifications {
  /**
   * @param to everybody in that body with one of these roles
   * @param code what happened, as {@code transfer.received}; the client has the sentence in every
   *     language
   * @param details what the sentence needs
   * @param link path in the web interface, as {@code /transfers/0190…}
   */
  void tell(
      Instant at,
      BodyId to,
      Set<Role> roles,
      String code,
      Map<String, ?> details,
      @Nullable MatterId matter,
      String link);

  /** The same to many bodies, in a fixed number of statements however many. */
  void tellAll(
      Instant at,
      Collection<BodyId> to,
      Set<Role> roles,
      String code,
      Map<String, ?> details,
      @Nullable MatterId matter,
      String link);
}
