package xiezhi.conference.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.conference.domain.MeetingRegister;
import xiezhi.conference.domain.MeetingRegister.Contact;
import xiezhi.conference.domain.MeetingRegister.Listed;
import xiezhi.conference.domain.MeetingRegister.Part;
import xiezhi.flow.Desk;
import xiezhi.ledger.Ledger;
import xiezhi.mechanism.Rule;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ground;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;

/** 联络人、分管负责人、协调会商事项清单: what the bodies agree on once, and keep. */
@Service
@Transactional
public class NameContacts {
  private static final Map<Part, String> KEYS =
      Map.of(Part.LIAISON, "liaisons_per_unit", Part.LEADER, "leader_in_charge");

  private final Desk desk;
  private final MeetingDesk own;
  private final MeetingRegister meetings;
  private final Bodies bodies;
  private final Ledger ledger;

  NameContacts(Desk desk, MeetingDesk own, MeetingRegister meetings, Bodies bodies, Ledger ledger) {
    this.desk = desk;
    this.own = own;
    this.meetings = meetings;
    this.bodies = bodies;
    this.ledger = ledger;
  }

  /** For the own body. */
  public void name(Part part, String name, String phone) {
    Instant now = desk.now();
    BodyId body = own.seats().getLast();
    desk.mayActFor(body).orThrow();
    Contact contact =
        new Contact(
            body,
            part,
            Texts.required("name", name, 60),
            Texts.optional("phone", phone, 40),
            now,
            desk.step(now, "").by());
    meetings.contact(desk.county(), contact, desk.step(now, "").account());
    ledger.record(
        now,
        "contact.named",
        part.key() + ":" + body,
        null,
        Map.of("name", contact.name(), "body", body.value()));
  }

  /**
   * @param name null: nobody is named
   * @param missing a rule asks for somebody and nobody is named
   */
  public record MeetingContactView(
      BodyRef body, @Nullable String name, @Nullable String phone, boolean missing) {}

  /**
   * @param ground of the rule that asks for them; null if none does
   */
  public record MeetingContacts(
      @Nullable String words, @Nullable Ground ground, List<MeetingContactView> items) {}

  @Transactional(readOnly = true)
  public MeetingContacts all(Part part) {
    Rule rule = desk.mechanism(desk.now()).first(KEYS.getOrDefault(part, "")).orElse(null);
    Map<BodyId, Contact> named =
        meetings.contacts(desk.county(), part).stream()
            .collect(Collectors.toMap(Contact::body, Function.identity()));
    return new MeetingContacts(
        rule == null ? null : MeetingRules.words(rule.value()),
        rule == null ? null : rule.ground(),
        bodies.of(desk.county()).stream()
            .filter(b -> isAsked(part, b))
            .map(
                b -> {
                  Contact c = named.get(b.id());
                  return new MeetingContactView(
                      bodies.ref(b.id()),
                      c == null ? null : c.name(),
                      c == null ? null : c.phone(),
                      c == null && rule != null);
                })
            .toList());
  }

  private static boolean isAsked(Part part, Body body) {
    return body.kind() == BodyKind.TOWNSHIP
        || (part == Part.LIAISON && body.kind() == BodyKind.DEPARTMENT);
  }

  // ------------------------------------------------------------------ 协调会商事项清单

  /** A new edition, agreed by all; kept by who coordinates. */
  public int list(List<String> titles, LocalDate agreedOn) {
    Instant now = desk.now();
    (CurrentActor.get().has(Role.COORDINATOR)
            ? Permission.allowed()
            : Permission.refused(
                Refusal.of(
                    Refusal.Kind.FORBIDDEN,
                    "conference.not-a-member",
                    "The agreed list is entered by who coordinates for the county.")))
        .orThrow();
    List<String> clean =
        titles.stream().map(t -> Texts.required("titles", t, 200)).distinct().toList();
    List<Listed> before = meetings.listed(desk.county());
    int edition = before.isEmpty() ? 1 : before.getFirst().edition() + 1;
    meetings.list(desk.county(), edition, clean, agreedOn, now, desk.step(now, "").by());
    ledger.record(
        now,
        "matter-list.agreed",
        "matter-list:" + edition,
        null,
        Map.of("titles", clean, "agreedOn", agreedOn.toString()));
    return edition;
  }

  @Transactional(readOnly = true)
  public List<Listed> listed() {
    return meetings.listed(desk.county());
  }
}
