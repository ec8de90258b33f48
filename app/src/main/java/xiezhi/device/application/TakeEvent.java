package xiezhi.device.application;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.device.domain.Device;
import xiezhi.device.domain.DeviceEvent;
import xiezhi.device.domain.DeviceLead;
import xiezhi.device.domain.DeviceRegister;
import xiezhi.document.Attachments;
import xiezhi.document.Photos;
import xiezhi.flow.Desk;
import xiezhi.intake.MachineLeads;
import xiezhi.ledger.Ledger;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Mechanism;
import xiezhi.organisation.Division;
import xiezhi.organisation.Places;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.Counties;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Texts;
import xiezhi.shared.web.Idempotency;

/**
 * 设备上报: what a device sends begins a lead, or joins the lead of the same scene. How near in time
 * and place is one scene, the county's rules say.
 */
@Service
public class TakeEvent {
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration OLDEST = Duration.ofDays(30);
  private static final int LONGEST_KIND = 60;

  private final DeviceRegister register;
  private final Desk desk;
  private final Places places;
  private final Photos photos;
  private final Attachments attachments;
  private final MachineLeads leads;
  private final Ledger ledger;
  private final Counties counties;
  private final Idempotency idempotency;
  private final TransactionTemplate reading;

  TakeEvent(
      DeviceRegister register,
      Desk desk,
      Places places,
      Photos photos,
      Attachments attachments,
      MachineLeads leads,
      Ledger ledger,
      Counties counties,
      Idempotency idempotency,
      PlatformTransactionManager transactions) {
    this.register = register;
    this.desk = desk;
    this.places = places;
    this.photos = photos;
    this.attachments = attachments;
    this.leads = leads;
    this.ledger = ledger;
    this.counties = counties;
    this.idempotency = idempotency;
    this.reading = new TransactionTemplate(transactions);
  }

  /**
   * @param kind what it took it for, as 秸秆焚烧
   * @param lng null for where the device stands
   * @param confidence 0 to 1
   */
  public record Entry(
      String kind,
      Instant at,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      BigDecimal confidence) {}

  /**
   * @param joined whether it joined a lead that was there
   * @param flags what speaks against it
   */
  public record Taken(UUID event, UUID lead, boolean joined, List<String> flags) {}

  /**
   * @param bearer the key, as it was sent
   * @param picture null if it sent none
   * @param idempotencyKey null if none was given
   */
  public Taken take(
      @Nullable String bearer,
      Entry entry,
      @Nullable Supplier<InputStream> picture,
      @Nullable String idempotencyKey) {
    DeviceKey key =
        Optional.ofNullable(bearer)
            .flatMap(DeviceKey::sent)
            .filter(k -> counties.all().contains(k.county()))
            .orElseThrow(TakeEvent::unknownKey);
    return CurrentActor.as(
        Actor.platform(key.county()),
        () -> {
          Device device = device(key);
          Actor actor =
              new Actor(
                  new AccountId("device-" + device.id().toString().replace("-", "")),
                  device.name(),
                  key.county(),
                  device.holder(),
                  Set.of());
          return CurrentActor.as(actor, () -> take(device, entry, picture, idempotencyKey));
        });
  }

  private Device device(DeviceKey key) {
    Device device = reading.execute(_ -> register.find(key.county(), key.device()).orElse(null));
    if (device == null || device.keyHash() == null || !key.fits(device.keyHash())) {
      throw unknownKey();
    }
    return device;
  }

  private static RefusedException unknownKey() {
    return Refusal.of(
            Refusal.Kind.UNAUTHENTICATED,
            "device.unknown-key",
            "A device shows its key as Authorization: Bearer xzd_…; this one is not known.")
        .exception();
  }

  private Taken take(
      Device device,
      Entry entry,
      @Nullable Supplier<InputStream> picture,
      @Nullable String idempotencyKey) {
    Instant now = desk.now();
    Seen seen = check(device, entry, now);
    // decoded before anything is locked; an upload without its event is gone after a day
    UUID photo =
        picture == null
            ? null
            : photos.take(
                "device-picture",
                picture.get(),
                idempotencyKey == null ? null : idempotencyKey + ".picture");
    return idempotency.once(
        "takeDeviceEvent",
        idempotencyKey,
        List.of(device.id(), entry),
        Taken.class,
        () -> keep(device, seen, photo, now));
  }

  private record Seen(
      String kind,
      Instant at,
      BigDecimal lng,
      BigDecimal lat,
      BigDecimal confidence,
      String division) {}

  private Seen check(Device device, Entry e, Instant now) {
    String kind = Texts.required("kind", e.kind(), LONGEST_KIND);
    if (e.at().isAfter(now.plus(AHEAD))) {
      throw refused(
          "in-future",
          "The event lies in the future: %s, and it is %s. Set the device's clock."
              .formatted(e.at(), now),
          Map.of("at", e.at().toString(), "now", now.toString()));
    }
    if (e.at().isBefore(now.minus(OLDEST))) {
      throw refused(
          "too-old",
          "The event is older than %d days: %s.".formatted(OLDEST.toDays(), e.at()),
          Map.of("at", e.at().toString(), "days", OLDEST.toDays()));
    }
    if (e.confidence().signum() < 0 || e.confidence().compareTo(BigDecimal.ONE) > 0) {
      throw refused(
          "confidence",
          "The confidence is a number from 0 to 1, found: " + e.confidence() + ".",
          Map.of("found", e.confidence()));
    }
    BigDecimal lng = e.lng() == null ? device.place().lng() : e.lng();
    BigDecimal lat = e.lat() == null ? device.place().lat() : e.lat();
    if (lng == null || lat == null || (e.lng() == null) != (e.lat() == null)) {
      throw refused(
          "place-needed", "The event needs lng and lat: the device has no fixed point.", Map.of());
    }
    Places.Found found = places.locate(desk.county(), lng, lat);
    if (!found.inside()) {
      throw refused(
          "outside-county",
          "The event lies outside the county: %s, %s.".formatted(lng, lat),
          Map.of("lng", lng, "lat", lat));
    }
    Division near = e.lng() == null ? null : found.division();
    return new Seen(
        kind,
        e.at(),
        lng,
        lat,
        e.confidence().setScale(3, java.math.RoundingMode.HALF_UP),
        near == null ? device.place().division() : near.code());
  }

  private static RefusedException refused(
      String code, String sentence, Map<String, Object> details) {
    return Refusal.of(Refusal.Kind.MALFORMED, "device." + code, sentence, details).exception();
  }

  private Taken keep(Device device, Seen seen, @Nullable UUID photo, Instant now) {
    CountyCode county = desk.county();
    register.lockScenes(county, seen.kind());
    List<UUID> pictures = photo == null ? List.of() : List.of(photo);
    Optional<DeviceLead> scene = scene(county, seen, now);
    DeviceLead lead;
    if (scene.isPresent()) {
      lead = scene.get().joined(seen.at());
      register.update(county, lead);
      attachments.attach(lead.matter(), pictures);
    } else {
      lead = begin(county, device, seen, pictures, now);
    }
    List<String> flags = device.flags(desk.today(seen.at()));
    UUID id = Ids.next();
    register.add(
        county,
        new DeviceEvent(
            id,
            lead.matter(),
            device.id(),
            seen.kind(),
            seen.at(),
            now,
            seen.lng(),
            seen.lat(),
            seen.confidence(),
            photo,
            device.calibration(),
            flags));
    ledger.record(
        now,
        "device.event-received",
        "device:" + device.id(),
        lead.matter(),
        Map.of(
            "kind", seen.kind(),
            "at", seen.at().toString(),
            "confidence", seen.confidence().toPlainString(),
            "certificate", device.calibration().certificate(),
            "flags", flags));
    return new Taken(id, lead.matter().value(), scene.isPresent(), flags);
  }

  private Optional<DeviceLead> scene(CountyCode county, Seen seen, Instant now) {
    Mechanism mechanism = desk.mechanism(now);
    Duration window = Duration.ofMinutes(amount(mechanism, "device_scene_minutes"));
    long metres = amount(mechanism, "device_scene_metres");
    return register
        .scenes(county, seen.kind(), seen.at().minus(window), seen.at().plus(window))
        .stream()
        .filter(l -> l.isNear(seen.at(), window))
        .filter(l -> places.metres(l.lng(), l.lat(), seen.lng(), seen.lat()) <= metres)
        .findFirst();
  }

  private static long amount(Mechanism mechanism, String key) {
    return mechanism
        .amount(key)
        .orElseThrow(() -> new IllegalStateException("no rule " + key))
        .longValue();
  }

  private DeviceLead begin(
      CountyCode county, Device device, Seen seen, List<UUID> pictures, Instant now) {
    Matter matter =
        leads.begin(
            new MachineLeads.Seen(
                "设备发现：" + seen.kind(),
                seen.at(),
                seen.division(),
                device.place().words(),
                seen.lng(),
                seen.lat(),
                device.name() + "：" + seen.kind(),
                pictures),
            device.holder(),
            now);
    DeviceLead lead =
        new DeviceLead(
            matter.id(),
            seen.kind(),
            device.holder(),
            new DeviceLead.Stage.Unconfirmed(),
            seen.lng(),
            seen.lat(),
            seen.at(),
            seen.at(),
            1);
    register.add(county, lead);
    desk.notify(
        now,
        device.holder(),
        Desk.WORKING,
        "device.lead-arrived",
        matter,
        "/matters/" + matter.id(),
        Map.of("kind", seen.kind()));
    return lead;
  }
}
