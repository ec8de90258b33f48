package xiezhi.assistance.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.assistance.domain.Assistance;
import xiezhi.assistance.domain.Assistance.Request;
import xiezhi.assistance.domain.AssistanceRegister;
import xiezhi.assistance.domain.ListEntry;
import xiezhi.calendar.TimeLimit;
import xiezhi.correspondence.Correspondence;
import xiezhi.document.Attachments;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Facts;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;

/** What all use cases here need beside the desk: loading, facts, roles, keeping and telling. */
@Component
class AssistanceDesk {
  private final Desk desk;
  private final AssistanceRegister register;
  private final Correspondence boxes;
  private final Letters letters;
  private final Attachments attachments;
  private final Bodies bodies;

  AssistanceDesk(
      Desk desk,
      AssistanceRegister register,
      Correspondence boxes,
      Letters letters,
      Attachments attachments,
      Bodies bodies) {
    this.desk = desk;
    this.register = register;
    this.boxes = boxes;
    this.letters = letters;
    this.attachments = attachments;
    this.bodies = bodies;
  }

  /** Known to both sides and the county's own eyes; before it is sent to the asking side alone. */
  Assistance get(UUID id) {
    Assistance a = register.find(desk.county(), id).orElseThrow(() -> unknown().exception());
    boolean ours = desk.isAt(a.requester()) || desk.isAt(a.preparedBy());
    Actor actor = CurrentActor.get();
    boolean seesAll = actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR);
    if (!ours && !seesAll && !(a.isSent() && desk.isAt(a.requested()))) {
      throw unknown().exception();
    }
    if (a.matter() != null) {
      desk.matter(a.matter());
    } else if (!seesAll && !worksHere(actor)) {
      throw unknown().exception();
    }
    return a;
  }

  private static boolean worksHere(Actor actor) {
    return Desk.WORKING.stream().anyMatch(actor::has);
  }

  Assistance get(UUID id, int version) {
    Assistance a = get(id);
    if (a.version() != version) {
      throw AssistanceRegister.changedMeanwhile().exception();
    }
    return a;
  }

  private static Refusal unknown() {
    return Refusal.of(
        Refusal.Kind.UNKNOWN,
        "assistance.unknown",
        "There is no such request, or your body takes no part in it.");
  }

  @Nullable Matter matter(Assistance a) {
    return a.matter() == null ? null : desk.matter(a.matter());
  }

  // ------------------------------------------------------------------ what rules ask about

  Facts facts(Assistance a) {
    Matter matter = matter(a);
    Facts between =
        matter == null
            ? desk.between(a.reference(), a.requester(), a.requested())
            : desk.between(matter, a.requester(), a.requested());
    Request r = a.request();
    List<String> materials = new ArrayList<>();
    if (r.form() == Assistance.Form.LETTER) {
      materials.add("request-letter");
    }
    List<String> fields = new ArrayList<>();
    if (!r.grounds().isEmpty()) {
      fields.add("assistance-ground");
    }
    Facts facts =
        between
            .with("activity", r.kind().key())
            .with("materials", materials)
            .with("fields", fields);
    return r.trigger() == null ? facts : facts.with("trigger", r.trigger().words());
  }

  static Map<String, BodyId> roles(Assistance a, @Nullable Matter matter) {
    BodyId holder = matter == null ? a.requester() : matter.holder();
    Map<String, BodyId> roles = new LinkedHashMap<>();
    roles.put("requester", a.requester());
    roles.put("requested", a.requested());
    roles.put("sender", a.requester());
    roles.put("receiver", a.requested());
    roles.put("department", a.requested());
    roles.put("holder", holder);
    roles.put("finder", holder);
    roles.put("team", a.preparedBy());
    return roles;
  }

  /**
   * The time that the chosen entry of the list gives; null if none was chosen, or it gives none.
   */
  @Nullable TimeLimit limit(Assistance a) {
    UUID entry = a.request().entry();
    return entry == null
        ? null
        : register.entry(desk.county(), entry).map(ListEntry::limit).orElse(null);
  }

  // ------------------------------------------------------------------ keeping and telling

  /** Keeps what a transition did, tells the heart, and says in the boxes how it stands. */
  Assistance apply(Instant now, Change<Assistance> change) {
    register.update(desk.county(), change.after());
    happened(now, change);
    put(now, change.after());
    return change.after();
  }

  void happened(Instant now, Change<Assistance> change) {
    Assistance a = change.after();
    Matter matter = matter(a);
    if (matter == null) {
      desk.happened(now, a.reference(), false, change, facts(a), roles(a, null), limit(a));
    } else {
      desk.happened(now, matter, a.reference(), change, facts(a), roles(a, matter), limit(a));
    }
  }

  void put(Instant now, Assistance a) {
    if (!a.isSent()) {
      return;
    }
    Correspondence.State state =
        switch (a.stage()) {
          case Assistance.Stage.Prepared p -> Correspondence.State.OPEN;
          case Assistance.Stage.Sent s -> Correspondence.State.OPEN;
          case Assistance.Stage.Answered x -> Correspondence.State.CLOSED;
          case Assistance.Stage.Refused x -> Correspondence.State.ANSWERED;
          case Assistance.Stage.Withdrawn w -> Correspondence.State.WITHDRAWN;
        };
    boxes.put(
        now,
        new Correspondence.Letter(
            "assistance",
            a.reference(),
            a.matter(),
            a.request().item(),
            a.requester(),
            List.of(a.requested()),
            a.stageName(),
            state,
            a.letter() == null ? null : a.letter().number(),
            link(a),
            false));
  }

  static String link(Assistance a) {
    return "/assistance/" + a.id();
  }

  void tell(Instant now, Assistance a, BodyId to, String code, Map<String, ?> more) {
    Map<String, Object> details = new LinkedHashMap<>(more);
    details.put("item", a.request().item());
    desk.notify(now, to, Desk.WORKING, code, matter(a), link(a), details);
  }

  void tellAsking(Instant now, Assistance a, String code, Map<String, ?> more) {
    tell(now, a, a.requester(), code, more);
    if (!a.preparedBy().equals(a.requester())) {
      tell(now, a, a.preparedBy(), code, more);
    }
  }

  // ------------------------------------------------------------------ letters

  /** Issues a letter in the name of the legal body behind {@code issuer}, and keeps it with it. */
  Letters.Letter issue(
      Instant now, Assistance a, String template, BodyId issuer, Map<String, Object> data) {
    BodyId legal = bodies.legalBodyOf(issuer).id();
    Letters.Letter letter = letters.issue(template, legal, desk.today(now), data);
    register.keep(
        desk.county(),
        a.id(),
        new AssistanceRegister.Paper(
            letter.id(), template, letter.number(), letter.title(), legal, now));
    return letter;
  }

  /** What the request says. */
  Map<String, Object> asking(Assistance a) {
    Map<String, Object> data = new LinkedHashMap<>();
    Matter matter = matter(a);
    data.put("from", desk.name(a.requester()));
    data.put("to", desk.name(a.requested()));
    data.put("matterNumber", matter == null ? "" : matter.number());
    data.put("subject", matter == null ? "" : matter.subject());
    data.put("item", a.request().item());
    data.put("facts", a.request().facts());
    data.put("needed", a.request().needed());
    data.put("trigger", a.request().trigger() == null ? "" : a.request().trigger().words());
    data.put(
        "files",
        attachments.find(a.request().files()).stream().map(Attachments.Attachment::name).toList());
    data.put("contact", CurrentActor.get().name());
    return data;
  }

  /** What every letter of the asked body says. */
  Map<String, Object> answering(Assistance a) {
    Map<String, Object> data = new LinkedHashMap<>();
    Matter matter = matter(a);
    data.put("from", desk.name(a.requested()));
    data.put("to", desk.name(a.requester()));
    data.put("letter", a.letter() == null ? "" : a.letter().number());
    data.put("receivedOn", a.sentAt() == null ? "" : desk.day(a.sentAt()));
    data.put("matterNumber", matter == null ? "" : matter.number());
    data.put("item", a.request().item());
    data.put("contact", CurrentActor.get().name());
    return data;
  }
}
