package xiezhi.notification.application;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.notification.Notifications;
import xiezhi.notification.domain.Telling;
import xiezhi.notification.domain.Tellings;
import xiezhi.shared.BodyId;
import xiezhi.shared.CanonicalJson;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Role;

@Service
class TellPeople implements Notifications {
  private final Tellings tellings;

  TellPeople(Tellings tellings) {
    this.tellings = tellings;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(
      Instant at,
      BodyId to,
      Set<Role> roles,
      String code,
      Map<String, ?> details,
      @Nullable MatterId matter,
      String link) {
    tellAll(at, List.of(to), roles, code, details, matter, link);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void tellAll(
      Instant at,
      Collection<BodyId> to,
      Set<Role> roles,
      String code,
      Map<String, ?> details,
      @Nullable MatterId matter,
      String link) {
    if (roles.isEmpty() || !link.startsWith("/")) {
      throw new IllegalArgumentException(
          code + " is told to some role, with a path of ours, not to " + roles + " with " + link);
    }
    if (to.isEmpty()) {
      return;
    }
    String words = CanonicalJson.of(details).replace("\\u0000", "\uFFFD");
    Map<BodyId, Telling> tellings = new LinkedHashMap<>();
    for (BodyId body : to) {
      tellings.put(body, new Telling(Ids.next(), at, code, words, matter, link, false));
    }
    this.tellings.add(CurrentActor.get().county(), tellings, roles);
  }
}
