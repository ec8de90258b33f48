package xiezhi.portal.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import xiezhi.portal.application.PortalSettings.Limit;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/**
 * How often one source may do something. A source is an address of the network, behind which there
 * may be a whole village: the limits hold off a flood, not a neighbour. In memory, bounded.
 */
@Component
@EnableConfigurationProperties(PortalSettings.class)
public class RateLimits {
  /** Each is counted apart. */
  public enum Act {
    /** Reading anything. */
    LOOK,
    /** Reporting, adding, rating. */
    REPORT,
    PHOTO,
    /** Asking for a code that does not exist. */
    WRONG_CODE
  }

  private final Map<Act, Cache<String, Bucket>> buckets = new EnumMap<>(Act.class);
  private final TimeMeter time;
  private final Map<Act, Limit> limits = new EnumMap<>(Act.class);

  @Autowired
  RateLimits(PortalSettings settings) {
    this(settings, TimeMeter.SYSTEM_MILLISECONDS);
  }

  RateLimits(PortalSettings settings, TimeMeter time) {
    for (Act act : Act.values()) {
      Limit limit = settings.limits().get(act);
      if (limit == null) {
        throw new IllegalArgumentException("xiezhi.portal.limits lacks " + act);
      }
      limits.put(act, limit);
      buckets.put(
          act,
          Caffeine.newBuilder()
              .maximumSize(settings.sources())
              .expireAfterAccess(limit.per())
              .build());
    }
    this.time = time;
  }

  /** Counts one; refuses it if it is one too many. */
  public void take(Act act, String source) {
    var probe = bucket(act, source).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw tooMany(act, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /** Refuses if there is none left, without counting. */
  public void mustHaveLeft(Act act, String source) {
    var probe = bucket(act, source).estimateAbilityToConsume(1);
    if (!probe.canBeConsumed()) {
      throw tooMany(act, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /** How many sources are remembered at this moment. */
  long remembered() {
    buckets.values().forEach(Cache::cleanUp);
    return buckets.values().stream().mapToLong(Cache::estimatedSize).sum();
  }

  private Bucket bucket(Act act, String source) {
    Limit limit = limits.getOrDefault(act, new Limit(1, Duration.ofHours(1)));
    Cache<String, Bucket> of = buckets.get(act);
    if (of == null) {
      throw new IllegalStateException("no buckets for " + act);
    }
    return of.get(source, _ -> full(limit));
  }

  private Bucket full(Limit limit) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(l -> l.capacity(limit.times()).refillGreedy(limit.times(), limit.per()))
        .build();
  }

  private RefusedException tooMany(Act act, Duration wait) {
    Limit limit = limits.getOrDefault(act, new Limit(1, Duration.ofHours(1)));
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return Refusal.of(
            Refusal.Kind.TOO_MANY,
            "portal.too-many-" + act.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            "From this connection there were already %d in %d seconds; try again in %d seconds."
                .formatted(limit.times(), limit.per().toSeconds(), seconds),
            Map.of(
                "times", limit.times(),
                "seconds", limit.per().toSeconds(),
                "retryAfter", seconds))
        .exception();
  }
}
