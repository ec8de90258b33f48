package xiezhi.device.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.device.domain.Device.Calibration;
import xiezhi.shared.MatterId;

/**
 * What a device sent once, with its papers as they were then.
 *
 * @param at by the device's clock
 * @param confidence 0 to 1, as the device reckons it
 * @param picture attachment; null if it sent none
 * @param flags {@link Device#flags}
 */
public record DeviceEvent(
    UUID id,
    MatterId matter,
    UUID device,
    String kind,
    Instant at,
    Instant receivedAt,
    BigDecimal lng,
    BigDecimal lat,
    BigDecimal confidence,
    @Nullable UUID picture,
    Calibration calibration,
    List<String> flags) {

  public DeviceEvent {
    flags = List.copyOf(flags);
  }
}
