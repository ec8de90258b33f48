package xiezhi.device.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;

/** Devices, what they sent, and the leads it gathers under. */
public interface DeviceRegister {
  void add(CountyCode county, Device device);

  Optional<Device> find(CountyCode county, UUID id);

  /** By name. */
  List<Device> all(CountyCode county);

  /** Refuses a lost race with {@code device.changed-meanwhile}. */
  void update(CountyCode county, Device after);

  /** Until the transaction ends nobody else gathers events of that kind. */
  void lockScenes(CountyCode county, String kind);

  /** Leads of that kind whose last event is not before, or first not after, that time. */
  List<DeviceLead> scenes(CountyCode county, String kind, Instant from, Instant to);

  void add(CountyCode county, DeviceLead lead);

  void update(CountyCode county, DeviceLead after);

  Optional<DeviceLead> lead(CountyCode county, MatterId matter);

  /**
   * Newest first, after that one.
   *
   * @param stage null for all
   */
  List<DeviceLead> leads(
      CountyCode county,
      Collection<BodyId> holders,
      @Nullable String stage,
      @Nullable Instant before,
      @Nullable UUID beforeId,
      int limit);

  void add(CountyCode county, DeviceEvent event);

  /** Oldest first. */
  List<DeviceEvent> events(CountyCode county, MatterId matter);
}
