package xiezhi.portal.application;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the public face is held open.
 *
 * @param sources how many sources are remembered at once; beyond that the longest idle is forgotten
 * @param limits for each kind of act
 * @param contact how those who write programs against the interface reach its operator
 */
@ConfigurationProperties("xiezhi.portal")
public record PortalSettings(int sources, Map<RateLimits.Act, Limit> limits, String contact) {

  /** So many in such a time, from one source; each replica counts by itself. */
  public record Limit(int times, Duration per) {}
}
