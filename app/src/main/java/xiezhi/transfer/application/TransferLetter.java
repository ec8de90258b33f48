package xiezhi.transfer.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.document.Attachments;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Mechanism;
import xiezhi.organisation.Divisions;
import xiezhi.powers.Powers;
import xiezhi.shared.CurrentActor;
import xiezhi.transfer.domain.Transfer;

/** What the transfer letter (移送函) says, taken from the matter and the transfer. */
@Component
class TransferLetter {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private final Desk desk;
  private final Divisions divisions;
  private final Powers powers;
  private final Attachments attachments;
  private final WorkingCalendars calendars;

  TransferLetter(
      Desk desk,
      Divisions divisions,
      Powers powers,
      Attachments attachments,
      WorkingCalendars calendars) {
    this.desk = desk;
    this.divisions = divisions;
    this.powers = powers;
    this.attachments = attachments;
    this.calendars = calendars;
  }

  String template(Transfer t) {
    return t.kind() == Transfer.Kind.LEAD ? "lead-transfer" : "transfer";
  }

  Map<String, Object> data(Matter m, Transfer t, Instant now) {
    Mechanism mechanism = desk.mechanism(now);
    ZoneId zone = calendars.of(desk.county()).zone();
    Instant act = m.act().from() == null ? m.discoveredAt() : m.act().from();
    LocalDate actOn = act.atZone(zone).toLocalDate();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("from", desk.name(t.sender()));
    data.put("to", desk.name(t.receiver()));
    data.put("matterNumber", m.number());
    data.put("subject", m.subject());
    data.put("place", place(m));
    data.put("actTime", m.act().from() == null ? "" : time(m.act().from(), m.act().to(), zone));
    data.put("discoveredAt", MINUTE.format(m.discoveredAt().atZone(zone)));
    data.put("facts", m.act().facts());
    data.put(
        "parties",
        m.parties().stream()
            .map(
                p ->
                    Map.of(
                        "name", p.name(),
                        "idNumber", p.idNumber() == null ? "" : p.idNumber(),
                        "phone", p.phone() == null ? "" : p.phone()))
            .toList());
    data.put(
        "items",
        m.items().stream()
            .map(
                i ->
                    Map.of(
                        "code", i.code(),
                        "name", i.name(),
                        "basis",
                            powers.find(i.code(), actOn).map(Powers.Item::legalBasis).orElse("")))
            .toList());
    data.put("materials", materials(mechanism, t));
    data.put(
        "articles",
        t.content().articles().stream()
            .map(
                a ->
                    Map.of(
                        "name", a.name(),
                        "quantity", a.quantity(),
                        "state", a.state(),
                        "heldAt", a.heldAt() == null ? "" : a.heldAt(),
                        "heldUntil", a.heldUntil() == null ? "" : a.heldUntil().toString()))
            .toList());
    data.put("reason", t.content().reason());
    data.put("urgentReason", m.urgency() == null ? "" : m.urgency().reason());
    data.put(
        "statutoryBasis", t.content().statutoryBasis() == null ? "" : t.content().statutoryBasis());
    data.put("contact", CurrentActor.get().name());
    return data;
  }

  private String place(Matter m) {
    String town =
        divisions
            .find(desk.county(), m.place().division())
            .map(xiezhi.organisation.Division::name)
            .orElse("");
    return town + m.place().address();
  }

  private static String time(Instant from, @Nullable Instant to, ZoneId zone) {
    String start = MINUTE.format(from.atZone(zone));
    return to == null ? start : start + "至" + MINUTE.format(to.atZone(zone));
  }

  private List<Map<String, String>> materials(Mechanism mechanism, Transfer t) {
    Map<java.util.UUID, String> files = new LinkedHashMap<>();
    attachments
        .find(
            t.content().materials().stream()
                .map(Transfer.Material::attachment)
                .filter(java.util.Objects::nonNull)
                .toList())
        .forEach(a -> files.put(a.id(), a.name()));
    return t.content().materials().stream()
        .map(
            x ->
                Map.of(
                    "name", mechanism.term(x.kind(), "zh"),
                    "file", x.attachment() == null ? "" : files.getOrDefault(x.attachment(), ""),
                    "explanation", x.explanation() == null ? "" : x.explanation()))
        .toList();
  }
}
