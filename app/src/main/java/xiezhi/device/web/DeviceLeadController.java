package xiezhi.device.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import xiezhi.device.application.DecideDeviceLead;
import xiezhi.device.application.TakeEvent;
import xiezhi.device.domain.DeviceEvent;
import xiezhi.device.domain.DeviceLead;
import xiezhi.flow.Clocks;
import xiezhi.obligation.ObligationView;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.Typed;

/** What devices send, and what people make of it. */
@RestController
@Tag(name = "devices")
class DeviceLeadController {
  private static final String BEARER = "Bearer ";

  record LeadLine(
      UUID matter,
      String kind,
      String stage,
      BigDecimal lng,
      BigDecimal lat,
      Instant firstAt,
      Instant lastAt,
      @Nullable ObligationView clock,
      int version) {
    static LeadLine of(DeviceLead l, @Nullable ObligationView clock) {
      return new LeadLine(
          l.matter().value(),
          l.kind(),
          l.stage().key(),
          l.lng(),
          l.lat(),
          l.firstAt(),
          l.lastAt(),
          clock,
          l.version());
    }
  }

  /**
   * @param certificate of the calibration at that moment
   * @param flags what spoke against it then
   */
  record EventResponse(
      UUID id,
      UUID device,
      String kind,
      Instant at,
      Instant receivedAt,
      BigDecimal lng,
      BigDecimal lat,
      BigDecimal confidence,
      @Nullable UUID picture,
      String certificate,
      @Nullable LocalDate calibratedOn,
      @Nullable LocalDate validUntil,
      List<String> flags) {
    static EventResponse of(DeviceEvent e) {
      return new EventResponse(
          e.id(),
          e.device(),
          e.kind(),
          e.at(),
          e.receivedAt(),
          e.lng(),
          e.lat(),
          e.confidence(),
          e.picture(),
          e.calibration().certificate(),
          e.calibration().on(),
          e.calibration().validUntil(),
          e.flags());
    }
  }

  record LeadResponse(
      LeadLine lead,
      DeviceLead.@Nullable Decision decision,
      List<EventResponse> events,
      List<ActionView> actions) {}

  record ConfirmationRequest(int version, @Nullable String note) {}

  record DismissalRequest(int version, String reason) {}

  private final TakeEvent taking;
  private final DecideDeviceLead deciding;
  private final Clocks clocks;

  DeviceLeadController(TakeEvent taking, DecideDeviceLead deciding, Clocks clocks) {
    this.taking = taking;
    this.deciding = deciding;
    this.clocks = clocks;
  }

  @PostMapping(value = "/api/device-events", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "takeDeviceEvent",
      summary = "What a device saw: a lead for a person to confirm, never a case by itself")
  TakeEvent.Taken takeDeviceEvent(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String bearer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam String kind,
      @RequestParam Instant at,
      @RequestParam(required = false) @Nullable BigDecimal lng,
      @RequestParam(required = false) @Nullable BigDecimal lat,
      @RequestParam BigDecimal confidence,
      @RequestParam(name = "picture", required = false) @Nullable MultipartFile picture) {
    String shown = bearer != null && bearer.startsWith(BEARER) ? bearer.substring(7).strip() : null;
    return taking.take(
        shown, new TakeEvent.Entry(kind, at, lng, lat, confidence), content(picture), key);
  }

  private static @Nullable Supplier<InputStream> content(@Nullable MultipartFile picture) {
    if (picture == null || picture.isEmpty()) {
      return null;
    }
    return () -> {
      try {
        return picture.getInputStream();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  @GetMapping("/api/device-leads")
  @Operation(operationId = "listDeviceLeads", summary = "Those at my desk, newest first")
  Page<LeadLine> listDeviceLeads(
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byTime(
            after,
            limit,
            (before, last, most) -> deciding.atMyDesk(stage, before, last, most),
            l -> l.firstAt(),
            l -> l.matter().value()),
        DeviceLead::reference,
        LeadLine::of);
  }

  @GetMapping("/api/device-leads/{matter}")
  @Operation(operationId = "getDeviceLead", summary = "What devices saw of one scene")
  LeadResponse getDeviceLead(@PathVariable UUID matter) {
    var view = deciding.view(matter);
    return new LeadResponse(
        LeadLine.of(view.lead(), clocks.of(view.lead().reference())),
        view.lead().decision(),
        view.events().stream().map(EventResponse::of).toList(),
        ActionView.of(view.actions()));
  }

  @PostMapping("/api/device-leads/{matter}/confirmation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "confirmDeviceLead", summary = "It is what the device took it for")
  void confirmDeviceLead(@PathVariable UUID matter, @RequestBody ConfirmationRequest r) {
    deciding.confirm(matter, r.version(), Typed.text(r.note()));
  }

  @PostMapping("/api/device-leads/{matter}/dismissal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "dismissDeviceLead", summary = "It is not: the matter is closed")
  void dismissDeviceLead(@PathVariable UUID matter, @RequestBody DismissalRequest r) {
    deciding.dismiss(matter, r.version(), r.reason());
  }
}
