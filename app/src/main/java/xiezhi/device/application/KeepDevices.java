package xiezhi.device.application;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.device.domain.Device;
import xiezhi.device.domain.Device.Calibration;
import xiezhi.device.domain.Device.Kind;
import xiezhi.device.domain.Device.Place;
import xiezhi.device.domain.Device.Review;
import xiezhi.device.domain.DeviceRegister;
import xiezhi.ledger.Ledger;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Divisions;
import xiezhi.organisation.Places;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;

/** 设备管理: the county's administrator keeps its devices and their papers. */
@Service
@Transactional
public class KeepDevices {
  private final DeviceRegister register;
  private final Bodies bodies;
  private final Divisions divisions;
  private final Places places;
  private final Ledger ledger;
  private final Clock clock;

  KeepDevices(
      DeviceRegister register,
      Bodies bodies,
      Divisions divisions,
      Places places,
      Ledger ledger,
      Clock clock) {
    this.register = register;
    this.bodies = bodies;
    this.divisions = divisions;
    this.places = places;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What the administrator types.
   *
   * @param holder at whose desk its leads arrive
   */
  public record Entry(
      String kind,
      String name,
      String maker,
      String serial,
      String holder,
      String division,
      String place,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat) {}

  public Device register(Entry e) {
    Actor actor = administrator();
    Instant now = clock.instant();
    if (divisions.find(actor.county(), e.division()).isEmpty()) {
      throw Refusal.malformed("division", "must be a township or sub-district of this county")
          .exception();
    }
    if ((e.lng() == null) != (e.lat() == null)) {
      throw Refusal.malformed("lng", "must come together with lat").exception();
    }
    if (e.lng() != null
        && e.lat() != null
        && !places.locate(actor.county(), e.lng(), e.lat()).inside()) {
      throw Refusal.malformed("lng", "must be a point in this county").exception();
    }
    Device device =
        new Device(
            Ids.next(),
            kind(e.kind()),
            Texts.required("name", e.name(), 100),
            Texts.required("maker", e.maker(), 100),
            Texts.required("serial", e.serial(), 100),
            bodies.get(new BodyId(e.holder())).id(),
            new Place(e.division(), Texts.required("place", e.place(), 200), e.lng(), e.lat()),
            Calibration.NONE,
            Review.NONE,
            null,
            now,
            actor.name(),
            null,
            "",
            1);
    register.add(actor.county(), device);
    record(now, "device.registered", device, Map.of("name", device.name(), "kind", e.kind()));
    return device;
  }

  private static Kind kind(String key) {
    for (Kind kind : Kind.values()) {
      if (kind.key().equals(key)) {
        return kind;
      }
    }
    throw Refusal.malformed("kind", "must be camera, drone, sensor or ai").exception();
  }

  /** A new key; an older one opens nothing from now on. The answer is the only place it stands. */
  public String issueKey(UUID id, int version) {
    Actor actor = administrator();
    DeviceKey key = DeviceKey.next(actor.county(), id);
    Device device = get(id, version).keyed(key.hash());
    register.update(actor.county(), device);
    record(clock.instant(), "device.key-issued", device, Map.of());
    return key.text();
  }

  public Device calibrate(
      UUID id, int version, String certificate, LocalDate on, LocalDate validUntil) {
    Actor actor = administrator();
    if (validUntil.isBefore(on)) {
      throw Refusal.malformed("validUntil", "must not be before calibratedOn").exception();
    }
    Device device =
        get(id, version)
            .calibrated(
                new Calibration(Texts.required("certificate", certificate, 100), on, validUntil));
    register.update(actor.county(), device);
    record(
        clock.instant(),
        "device.calibrated",
        device,
        Map.of("certificate", device.calibration().certificate(), "validUntil", "" + validUntil));
    return device;
  }

  /**
   * @param publishedOn when its place was published; null if it has not been
   */
  public Device review(
      UUID id, int version, String words, LocalDate on, @Nullable LocalDate publishedOn) {
    Actor actor = administrator();
    Device device =
        get(id, version).reviewed(new Review(Texts.required("words", words, 500), on, publishedOn));
    register.update(actor.county(), device);
    record(clock.instant(), "device.reviewed", device, Map.of("on", on.toString()));
    return device;
  }

  public Device retire(UUID id, int version, String because) {
    Actor actor = administrator();
    Instant now = clock.instant();
    Device device = get(id, version).retired(now, Texts.required("reason", because, 500));
    register.update(actor.county(), device);
    record(now, "device.retired", device, Map.of("reason", device.retiredBecause()));
    return device;
  }

  @Transactional(readOnly = true)
  public List<Device> all() {
    return register.all(CurrentActor.get().county());
  }

  @Transactional(readOnly = true)
  public Device get(UUID id) {
    return find(id)
        .orElseThrow(
            () ->
                Refusal.of(Refusal.Kind.UNKNOWN, "device.unknown", "There is no such device.")
                    .exception());
  }

  private Optional<Device> find(UUID id) {
    return register.find(CurrentActor.get().county(), id);
  }

  private Device get(UUID id, int version) {
    Device device = get(id);
    if (device.version() != version) {
      throw Refusal.of(
              Refusal.Kind.CONFLICT,
              "device.changed-meanwhile",
              "Somebody else changed this meanwhile; look again.")
          .exception();
    }
    return device;
  }

  private void record(Instant now, String event, Device device, Map<String, Object> details) {
    ledger.record(now, event, "device:" + device.id(), null, details);
  }

  private static Actor administrator() {
    Actor actor = CurrentActor.get();
    if (!actor.has(Role.ADMINISTRATOR)) {
      throw Refusal.of(
              Refusal.Kind.FORBIDDEN,
              "device.not-the-administrator",
              "Devices are kept by the county's administrator.")
          .exception();
    }
    return actor;
  }
}
