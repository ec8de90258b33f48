package xiezhi.notification.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.notification.domain.Telling;
import xiezhi.notification.domain.Tellings;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Sweep;

/** What one is told in the body at whose desk one sits. */
@Service
public class ReadNotifications implements Sweep {
  /** More than so many are not counted. */
  public static final int COUNTED = 100;

  /** Told things are facts of the record elsewhere; here they are kept for a year. */
  private static final Duration KEPT = Duration.ofDays(365);

  private static final int FORGOTTEN_AT_ONCE = 500;

  /**
   * A transaction that began earlier may commit later: whoever looks for what was missed looks back
   * a little further than what was last seen, and may meet again what was seen already.
   */
  private static final Duration OVERLAP = Duration.ofSeconds(5);

  private final Tellings tellings;
  private final Clock clock;

  ReadNotifications(Tellings tellings, Clock clock) {
    this.tellings = tellings;
    this.clock = clock;
  }

  /** Where a list goes on: first all that are unread, then those read, newest first in both. */
  public record Place(boolean read, UUID before) {}

  /** What is not read comes first. One too many tells that there is more. */
  @Transactional(readOnly = true)
  public List<Telling> list(boolean onlyUnread, @Nullable Place after, int limit) {
    Actor reader = CurrentActor.get();
    var found = new ArrayList<Telling>();
    if (after == null || !after.read()) {
      found.addAll(tellings.of(reader, false, after == null ? null : after.before(), limit));
    }
    if (!onlyUnread && found.size() < limit) {
      UUID before = after != null && after.read() ? after.before() : null;
      found.addAll(tellings.of(reader, true, before, limit - found.size()));
    }
    return found;
  }

  @Transactional(readOnly = true)
  public int unread() {
    return tellings.unread(CurrentActor.get(), COUNTED);
  }

  @Transactional(readOnly = true)
  public Optional<Telling> find(UUID id) {
    return tellings.find(CurrentActor.get(), id);
  }

  /** What was told after that one, oldest first. */
  @Transactional(readOnly = true)
  public List<Telling> since(UUID after, int limit) {
    return tellings.since(CurrentActor.get(), after, limit);
  }

  /** Where to begin to look for what was missed after that one was seen. */
  public static UUID before(UUID seen) {
    long millis = (seen.getMostSignificantBits() >>> 16) - OVERLAP.toMillis();
    return new UUID(Math.max(0, millis) << 16, 0);
  }

  @Transactional
  public void read(UUID id) {
    Actor reader = CurrentActor.get();
    if (tellings.find(reader, id).isEmpty()) {
      throw new RefusedException(
          Refusal.of(
              Refusal.Kind.UNKNOWN,
              "notification.no-such-notification",
              "You were not told anything under " + id,
              Map.of("notification", id.toString())));
    }
    tellings.read(reader, id, clock.instant());
  }

  @Override
  @Transactional
  public void sweep(CountyCode county, Instant now) {
    tellings.forget(county, now.minus(KEPT), FORGOTTEN_AT_ONCE);
  }
}
