package xiezhi.device.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.device.domain.DeviceEvent;
import xiezhi.device.domain.DeviceLead;
import xiezhi.device.domain.DeviceRegister;
import xiezhi.flow.Desk;
import xiezhi.ledger.Ledger;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 人工确认: a person at the desk looks at what devices saw, and says what it is. */
@Service
@Transactional
public class DecideDeviceLead {
  private final Desk desk;
  private final DeviceRegister register;
  private final Matters matters;
  private final Obligations obligations;
  private final Bodies bodies;
  private final Ledger ledger;

  DecideDeviceLead(
      Desk desk,
      DeviceRegister register,
      Matters matters,
      Obligations obligations,
      Bodies bodies,
      Ledger ledger) {
    this.desk = desk;
    this.register = register;
    this.matters = matters;
    this.obligations = obligations;
    this.bodies = bodies;
    this.ledger = ledger;
  }

  /** A lead, its events, and what may be done with it. */
  public record View(DeviceLead lead, List<DeviceEvent> events, Map<String, Permission> actions) {}

  @Transactional(readOnly = true)
  public View view(UUID matter) {
    DeviceLead lead = get(matter);
    Map<String, Permission> actions = new LinkedHashMap<>();
    actions.put("confirmDeviceLead", mayDecide(lead));
    actions.put("dismissDeviceLead", mayDecide(lead));
    return new View(lead, register.events(desk.county(), lead.matter()), actions);
  }

  private Permission mayDecide(DeviceLead lead) {
    return desk.mayActFor(lead.holder()).and(lead.mayDecide());
  }

  /** Those of the actor's desk, newest first. */
  @Transactional(readOnly = true)
  public List<DeviceLead> atMyDesk(
      @Nullable String stage, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
    return register.leads(
        desk.county(), bodies.deskOf(CurrentActor.get().body()), stage, before, beforeId, limit);
  }

  /** From now on it is a lead like any other. */
  public void confirm(UUID matter, int version, String note) {
    Instant now = desk.now();
    DeviceLead lead = get(matter, version);
    mayDecide(lead).orThrow();
    String words = Texts.optional("note", note, 2_000);
    register.update(desk.county(), lead.confirmed(now, CurrentActor.get().name(), words));
    ledger.record(
        now, "device.lead-confirmed", lead.reference(), lead.matter(), Map.of("note", words));
  }

  /** It was nothing: the matter is closed with the reason. */
  public void dismiss(UUID matter, int version, String reason) {
    Instant now = desk.now();
    DeviceLead lead = get(matter, version);
    mayDecide(lead).orThrow();
    String words = Texts.required("reason", reason, 2_000);
    Matter open = matters.get(lead.matter());
    matters.mayClose(open, now).orThrow();
    Change<Matter> closed = open.close("设备线索经核实不成立：" + words, now);
    register.update(desk.county(), lead.dismissed(now, CurrentActor.get().name(), words));
    matters.apply(closed);
    desk.happened(
        now,
        closed.after(),
        open.reference(),
        closed,
        open.facts(),
        Map.of("holder", open.holder()),
        null);
    obligations.release(now, open.id(), open.reference(), closed.event());
  }

  private DeviceLead get(UUID matter) {
    MatterId id = new MatterId(matter);
    // whoever may not see the matter does not learn of it here
    matters.get(id);
    return register
        .lead(desk.county(), id)
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "device.no-such-lead",
                        "This matter was not found by a device.")
                    .exception());
  }

  private DeviceLead get(UUID matter, int version) {
    DeviceLead lead = get(matter);
    if (lead.version() != version) {
      throw Refusal.of(
              Refusal.Kind.CONFLICT,
              "device.changed-meanwhile",
              "Somebody else changed this meanwhile; look again.")
          .exception();
    }
    return lead;
  }
}
