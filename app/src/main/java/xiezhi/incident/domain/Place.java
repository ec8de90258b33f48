package xiezhi.incident.domain;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * Where it is.
 *
 * @param division nine-digit code of the township division
 * @param address as typed; empty if a point is given
 * @param lng longitude in degrees
 * @param lat latitude in degrees
 */
public record Place(
    String division, String address, @Nullable BigDecimal lng, @Nullable BigDecimal lat) {

  /** Nobody comes to a place that is not said: a point, or at least a typed address. */
  public Permission mayBeFound() {
    return (lng != null && lat != null) || !address.isBlank()
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "incident.no-position",
                "The phone gave no position: type an address, or where to come to.",
                Map.of("division", division)));
  }
}
