package xiezhi.intake.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.flow.Desk;
import xiezhi.intake.domain.Complaint;
import xiezhi.intake.domain.ComplaintRegister;
import xiezhi.ledger.Ledger;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.vault.Vault;

/**
 * Who complained: sealed in the database, opened only for those who handle the complaint, and every
 * look is on the record (信访工作条例 art. 30; 个人信息保护法 art. 51).
 */
@Service
public class Contacts {
  private final Vault vault;
  private final Desk desk;
  private final ComplaintDesk complaintDesk;
  private final ComplaintRegister complaints;
  private final Ledger ledger;
  private final JsonMapper json;

  Contacts(
      Vault vault,
      Desk desk,
      ComplaintDesk complaintDesk,
      ComplaintRegister complaints,
      Ledger ledger,
      JsonMapper json) {
    this.vault = vault;
    this.desk = desk;
    this.complaintDesk = complaintDesk;
    this.complaints = complaints;
    this.ledger = ledger;
    this.json = json;
  }

  /** What is held of the complainant; nothing but the mark if they want to stay unknown. */
  public record Contact(
      boolean anonymous,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String address,
      @Nullable String email) {}

  String seal(Grievance.Complainant who) {
    Map<String, String> held = new LinkedHashMap<>();
    put(held, "name", who.name());
    put(held, "phone", who.phone());
    put(held, "address", who.address());
    put(held, "email", who.email());
    return vault.seal(json.writeValueAsString(held));
  }

  private static void put(Map<String, String> held, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      held.put(name, value);
    }
  }

  /** Only who answers for it, or took it in and has not handed it on, needs to reach them. */
  Permission maySee(Complaint c) {
    boolean handles =
        desk.isAt(c.answerable())
            && CurrentActor.get().roles().stream().anyMatch(Desk.WORKING::contains);
    return handles
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "complaint.contact-not-yours",
                "Who complained is shown only to those who handle it: "
                    + desk.name(c.answerable())
                    + ".",
                Map.of("body", desk.name(c.answerable()))));
  }

  /** Opens it, and writes down who looked. */
  @Transactional
  public Contact see(UUID id) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id);
    maySee(c).orThrow();
    ledger.record(now, "complaint.contact-seen", c.reference(), c.matter(), Map.of());
    String sealed = complaints.extras(desk.county(), id).extras().contact();
    if (c.origin().anonymous() || sealed == null) {
      return new Contact(c.origin().anonymous(), null, null, null, null);
    }
    Map<?, ?> held = json.readValue(vault.open(sealed), Map.class);
    return new Contact(
        false, text(held, "name"), text(held, "phone"), text(held, "address"), text(held, "email"));
  }

  private static @Nullable String text(Map<?, ?> held, String name) {
    return held.get(name) instanceof String s ? s : null;
  }
}
