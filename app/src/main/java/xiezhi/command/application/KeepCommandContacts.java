package xiezhi.command.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.command.domain.Contact;
import xiezhi.command.domain.OrderRegister;
import xiezhi.command.domain.ReportRegister;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.organisation.Bodies;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 联络: whom to reach in the bodies above and beside, as the county's rule names the kinds. */
@Service
@Transactional
public class KeepCommandContacts {
  private static final String KINDS = "contact_kinds";

  private final Desk desk;
  private final ReportRegister register;
  private final Bodies bodies;

  KeepCommandContacts(Desk desk, ReportRegister register, Bodies bodies) {
    this.desk = desk;
    this.register = register;
    this.bodies = bodies;
  }

  /**
   * @param kinds as the county's rule names them, with their ground
   */
  public record Directory(List<String> kinds, @Nullable Rule rule, List<Contact> contacts) {}

  @Transactional(readOnly = true)
  public Directory directory() {
    Mechanism mechanism = desk.mechanism(desk.now());
    return new Directory(
        mechanism.names(KINDS),
        mechanism.first(KINDS).orElse(null),
        register.contacts(desk.county()));
  }

  /** Kept by whoever works with them, for all of the county. */
  public UUID name(String kind, String unit, String name, String duty, String phone) {
    Instant now = desk.now();
    desk.mayActFor(ours()).orThrow();
    List<String> kinds = desk.mechanism(now).names(KINDS);
    if (!kinds.contains(kind)) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "command.no-such-contact-kind",
              "Contacts are of these kinds: " + String.join(", ", kinds) + ".",
              Map.of("found", kind, "expected", kinds))
          .exception();
    }
    Contact contact =
        new Contact(
            Ids.next(),
            kind,
            Texts.required("unit", unit, 200),
            Texts.required("name", name, 60),
            Texts.optional("duty", duty, 100),
            Texts.optional("phone", phone, 40),
            ours(),
            false,
            0);
    register.insert(desk.county(), contact);
    return contact.id();
  }

  /** Whoever works at the body that keeps the entry. */
  public Permission mayRemove(Contact c) {
    return desk.mayActFor(c.keptBy());
  }

  public void remove(UUID id, int version) {
    Contact c = get(id);
    mayRemove(c).orThrow();
    if (c.version() != version) {
      throw OrderRegister.changedMeanwhile().exception();
    }
    register.update(
        desk.county(),
        new Contact(
            c.id(),
            c.kind(),
            c.unit(),
            c.name(),
            c.duty(),
            c.phone(),
            c.keptBy(),
            true,
            version + 1));
  }

  Contact get(UUID id) {
    return register
        .contact(desk.county(), id)
        .filter(c -> !c.removed())
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "command.no-such-contact",
                        "There is no such contact.")
                    .exception());
  }

  private BodyId ours() {
    return bodies.deskOf(CurrentActor.get().body()).getLast();
  }
}
