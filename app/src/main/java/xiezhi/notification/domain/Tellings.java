package xiezhi.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Role;

/**
 * What was told. A person is told what their body is told in one of their roles in it, each telling
 * once.
 */
public interface Tellings {
  /**
   * Writes to each body its telling, for each role, and tells every replica once this transaction
   * has committed.
   */
  void add(CountyCode county, Map<BodyId, Telling> tellings, Set<Role> roles);

  /** Newest first: only those read, or only those not, before that one. */
  List<Telling> of(Actor reader, boolean read, @Nullable UUID before, int limit);

  /** Those after that id, oldest first. */
  List<Telling> since(Actor reader, UUID after, int limit);

  Optional<Telling> find(Actor reader, UUID id);

  int unread(Actor reader, int atMost);

  void read(Actor reader, UUID id, Instant at);

  /** Forgets up to so many told before that, with who read them; answers how many. */
  int forget(CountyCode county, Instant toldBefore, int most);
}
