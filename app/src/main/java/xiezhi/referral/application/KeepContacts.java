package xiezhi.referral.application;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.ledger.Ledger;
import xiezhi.mechanism.Mechanism.ListedName;
import xiezhi.organisation.Bodies;
import xiezhi.referral.domain.Contact;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;

/**
 * 信息共享、案情通报、沟通对接 with the partners of the criminal link, and the thresholds at which a case becomes
 * one of theirs.
 */
@Service
@Transactional
public class KeepContacts {
  private final Desk desk;
  private final Contact.Register contacts;
  private final Bodies bodies;
  private final Ledger ledger;

  KeepContacts(Desk desk, Contact.Register contacts, Bodies bodies, Ledger ledger) {
    this.desk = desk;
    this.contacts = contacts;
    this.bodies = bodies;
    this.ledger = ledger;
  }

  /** Whom the county's mechanism names, each with the rule that does. */
  @Transactional(readOnly = true)
  public List<ListedName> partners() {
    return desk.mechanism(desk.now()).listed("criminal_link_partners");
  }

  public UUID write(
      String partner,
      Contact.Kind kind,
      @Nullable MatterId matter,
      String subject,
      String content) {
    Instant now = desk.now();
    Actor actor = CurrentActor.get();
    mayWrite().orThrow();
    Set<String> known = new LinkedHashSet<>();
    partners().forEach(p -> known.add(p.name()));
    if (!known.contains(partner)) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "referral.unknown-partner",
              "The county's mechanism names as partners "
                  + String.join(", ", known)
                  + "; found: "
                  + partner
                  + ".",
              Map.of("known", List.copyOf(known), "found", partner))
          .exception();
    }
    if (matter != null) {
      desk.matter(matter);
    }
    String words = Texts.required("content", content, 10_000);
    Contact contact =
        new Contact(
            Ids.next(),
            actor.body(),
            partner,
            kind,
            matter,
            Texts.required("subject", subject, 200),
            words,
            desk.step(now, ""));
    contacts.insert(desk.county(), contact);
    ledger.record(
        now,
        "criminal-link.contacted",
        contact.reference(),
        matter,
        Map.of("partner", partner, "kind", kind.key(), "subject", contact.subject()));
    return contact.id();
  }

  public Permission mayWrite() {
    return desk.mayActFor(CurrentActor.get().body());
  }

  @Transactional(readOnly = true)
  public List<Contact> list(boolean county, @Nullable UUID before, int limit) {
    Actor actor = CurrentActor.get();
    boolean all = county && (actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR));
    return contacts.list(
        actor.county(), all ? List.of() : bodies.deskOf(actor.body()), before, limit);
  }

  /** 案件移送标准 of an item: noted by whoever coordinates the county, with its source. */
  public void note(String item, String threshold, String source) {
    Instant now = desk.now();
    Actor actor = CurrentActor.get();
    if (!actor.has(Role.COORDINATOR)) {
      throw Refusal.of(
              Refusal.Kind.FORBIDDEN,
              "referral.not-a-coordinator",
              "Thresholds are noted by whoever coordinates the county.")
          .exception();
    }
    Contact.Threshold noted =
        new Contact.Threshold(
            Ids.next(),
            Texts.required("item", item, 40),
            Texts.required("threshold", threshold, 2_000),
            Texts.required("source", source, 500),
            now,
            actor.name());
    contacts.note(desk.county(), noted);
    ledger.record(
        now,
        "criminal-link.threshold-noted",
        "threshold:" + noted.id(),
        null,
        Map.of("item", noted.item(), "threshold", noted.threshold(), "source", noted.source()));
  }
}
