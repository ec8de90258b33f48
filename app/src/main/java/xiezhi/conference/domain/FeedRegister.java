package xiezhi.conference.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/** Calendar subscriptions. Of a token only its hash is kept: who reads the table cannot use it. */
public interface FeedRegister {
  record Feed(
      UUID id,
      BodyId body,
      Instant madeAt,
      String account,
      String by,
      @Nullable Instant revokedAt) {
    public boolean isLive() {
      return revokedAt == null;
    }
  }

  void insert(CountyCode county, Feed feed, String tokenHash);

  Optional<Feed> byToken(CountyCode county, String tokenHash);

  List<Feed> of(CountyCode county, Collection<BodyId> bodies);

  /** False if it was revoked already, or is none of these bodies'. */
  boolean revoke(CountyCode county, UUID id, Collection<BodyId> bodies, Instant at);
}
