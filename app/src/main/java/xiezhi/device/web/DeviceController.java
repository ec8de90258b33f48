package xiezhi.device.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.device.application.KeepDevices;
import xiezhi.device.domain.Device;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Counties;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.web.Created;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.VersionRequest;

/** The county's devices and their papers. */
@RestController
@Tag(name = "devices")
class DeviceController {
  /**
   * @param flags what would speak today against what it sends
   * @param keyed whether it has a key
   */
  record DeviceResponse(
      UUID id,
      String kind,
      String name,
      String maker,
      String serial,
      String holder,
      String holderName,
      String division,
      String place,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      String certificate,
      @Nullable LocalDate calibratedOn,
      @Nullable LocalDate validUntil,
      String review,
      @Nullable LocalDate reviewedOn,
      @Nullable LocalDate publishedOn,
      boolean keyed,
      Instant registeredAt,
      String registeredBy,
      @Nullable Instant retiredAt,
      String retiredBecause,
      List<String> flags,
      int version) {}

  /** 行政处罚法 art. 41: where devices stand is published. */
  record PublishedDevice(
      String kind, String name, String place, @Nullable BigDecimal lng, @Nullable BigDecimal lat) {}

  /**
   * @param key shown here and never again
   */
  record KeyResponse(String key) {}

  record CalibrationRequest(
      int version, String certificate, LocalDate calibratedOn, LocalDate validUntil) {}

  record ReviewRequest(
      int version, String words, LocalDate reviewedOn, @Nullable LocalDate publishedOn) {}

  record RetirementRequest(int version, String reason) {}

  private final KeepDevices devices;
  private final Bodies bodies;
  private final Counties counties;
  private final Idempotency idempotency;
  private final Clock clock;

  DeviceController(
      KeepDevices devices, Bodies bodies, Counties counties, Idempotency idempotency, Clock clock) {
    this.devices = devices;
    this.bodies = bodies;
    this.counties = counties;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  @GetMapping("/api/devices")
  @Operation(operationId = "listDevices", summary = "The county's devices and their papers")
  List<DeviceResponse> listDevices() {
    return devices.all().stream().map(this::view).toList();
  }

  @GetMapping("/api/devices/{id}")
  @Operation(operationId = "getDevice", summary = "One device")
  DeviceResponse getDevice(@PathVariable UUID id) {
    return view(devices.get(id));
  }

  @GetMapping("/api/public/counties/{county}/devices")
  @Operation(
      operationId = "listPublishedDevices",
      summary = "Where devices stand that are reviewed and published (行政处罚法 art. 41)")
  List<PublishedDevice> listPublishedDevices(@PathVariable String county) {
    CountyCode code =
        counties.known().stream()
            .map(xiezhi.organisation.County::code)
            .filter(c -> c.value().equals(county))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.UNKNOWN,
                            "organisation.no-such-county",
                            "There is no such county here.",
                            Map.of())
                        .exception());
    return CurrentActor.as(
        Actor.publicIn(code),
        () ->
            devices.all().stream()
                .filter(d -> !d.isRetired() && d.review().publishedOn() != null)
                .map(
                    d ->
                        new PublishedDevice(
                            d.kind().key(),
                            d.name(),
                            d.place().words(),
                            d.place().lng(),
                            d.place().lat()))
                .toList());
  }

  @PostMapping("/api/devices")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "registerDevice", summary = "A device, without a key yet")
  Created registerDevice(
      @RequestBody KeepDevices.Entry body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return idempotency.created("registerDevice", key, body, () -> devices.register(body).id());
  }

  @PostMapping("/api/devices/{id}/key")
  @Operation(
      operationId = "issueDeviceKey",
      summary = "A new key, shown once; an older one opens nothing from now on")
  KeyResponse issueDeviceKey(@PathVariable UUID id, @RequestBody VersionRequest body) {
    return new KeyResponse(devices.issueKey(id, body.version()));
  }

  @PostMapping("/api/devices/{id}/calibration")
  @Operation(operationId = "calibrateDevice", summary = "A new calibration certificate")
  DeviceResponse calibrateDevice(@PathVariable UUID id, @RequestBody CalibrationRequest r) {
    return view(
        devices.calibrate(id, r.version(), r.certificate(), r.calibratedOn(), r.validUntil()));
  }

  @PostMapping("/api/devices/{id}/review")
  @Operation(
      operationId = "reviewDevice",
      summary = "Its legal and technical review, and when its place was published")
  DeviceResponse reviewDevice(@PathVariable UUID id, @RequestBody ReviewRequest r) {
    return view(devices.review(id, r.version(), r.words(), r.reviewedOn(), r.publishedOn()));
  }

  @PostMapping("/api/devices/{id}/retirement")
  @Operation(operationId = "retireDevice", summary = "It sends no more; its key opens nothing")
  DeviceResponse retireDevice(@PathVariable UUID id, @RequestBody RetirementRequest r) {
    return view(devices.retire(id, r.version(), r.reason()));
  }

  private DeviceResponse view(Device d) {
    return new DeviceResponse(
        d.id(),
        d.kind().key(),
        d.name(),
        d.maker(),
        d.serial(),
        d.holder().value(),
        bodies.nameOf(d.holder()),
        d.place().division(),
        d.place().words(),
        d.place().lng(),
        d.place().lat(),
        d.calibration().certificate(),
        d.calibration().on(),
        d.calibration().validUntil(),
        d.review().words(),
        d.review().on(),
        d.review().publishedOn(),
        d.keyHash() != null,
        d.registeredAt(),
        d.registeredBy(),
        d.retiredAt(),
        d.retiredBecause(),
        d.flags(LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Shanghai"))),
        d.version());
  }
}
