package xiezhi.conference.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.conference.domain.Meeting;
import xiezhi.conference.domain.Meeting.AgendaItem;
import xiezhi.conference.domain.Meeting.Invitation;
import xiezhi.conference.domain.MeetingRegister;
import xiezhi.correspondence.Correspondence;
import xiezhi.correspondence.Correspondence.Letter;
import xiezhi.correspondence.Correspondence.State;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.notification.Notifications;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;

/** What the use cases here need beside the desk of every flow. */
@Component
class MeetingDesk {
  private final Desk desk;
  private final MeetingRules rules;
  private final MeetingRegister meetings;
  private final Correspondence boxes;
  private final Notifications notifications;
  private final Bodies bodies;
  private final WorkingCalendars calendars;

  MeetingDesk(
      Desk desk,
      MeetingRules rules,
      MeetingRegister meetings,
      Correspondence boxes,
      Notifications notifications,
      Bodies bodies,
      WorkingCalendars calendars) {
    this.desk = desk;
    this.rules = rules;
    this.meetings = meetings;
    this.boxes = boxes;
    this.notifications = notifications;
    this.bodies = bodies;
    this.calendars = calendars;
  }

  List<BodyId> seats() {
    return bodies.deskOf(CurrentActor.get().body());
  }

  /** The body at which the actor sits: meetings are between teams and stations as well. */
  BodyId ours() {
    return CurrentActor.get().body();
  }

  @Nullable BodyId township() {
    var body = bodies.get(ours());
    return body.kind() == BodyKind.TOWNSHIP ? body.id() : body.township();
  }

  static boolean seesAll() {
    Actor actor = CurrentActor.get();
    return actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR);
  }

  /** Those who convene, keep the office or are invited, and who coordinates. */
  Meeting meeting(UUID id) {
    Meeting m = meetings.find(desk.county(), id).orElseThrow(MeetingDesk::unknown);
    if (!takesPart(m) && !seesAll()) {
      throw unknown();
    }
    return m;
  }

  Meeting meeting(UUID id, int version) {
    Meeting m = meeting(id);
    if (m.version() != version) {
      throw MeetingRegister.overtaken().exception();
    }
    return m;
  }

  boolean takesPart(Meeting m) {
    List<BodyId> seats = seats();
    return seats.contains(m.convener())
        || seats.contains(m.office())
        || m.invitations().stream().map(Invitation::body).anyMatch(seats::contains);
  }

  private static RefusedException unknown() {
    return Refusal.of(
            Refusal.Kind.UNKNOWN,
            "conference.unknown",
            "There is no such meeting, or it is not yours to see.")
        .exception();
  }

  /** Notices, minutes and resolutions are made at the office's desk or the convener's. */
  Permission keeps(Meeting m) {
    return seats().contains(m.convener())
        ? desk.mayActFor(m.convener())
        : desk.mayActFor(m.office());
  }

  /** Any member raises what it wants. */
  Permission isMember(Meeting m) {
    boolean works = Desk.WORKING.stream().anyMatch(CurrentActor.get()::has);
    return works && takesPart(m)
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "conference.not-a-member",
                "Only those who convene, keep the office or are invited may do this."));
  }

  /** Checked against the county's types and its list of consultation matters. */
  AgendaItem item(Mechanism mechanism, Set<String> series, CallMeeting.Item item, BodyId raisedBy) {
    Set<String> fields = new TreeSet<>();
    String listed = Texts.optional("listedAs", item.listedAs(), 200);
    if (!listed.isEmpty()) {
      fields.add("listed-as");
    }
    Facts facts = MeetingRules.facts(series).with("fields", List.copyOf(fields));
    Desk.require(
        mechanism.gates("agenda.raise", facts),
        rules.mayBring(mechanism, series, item.part()),
        isListed(listed));
    if (item.matter() != null) {
      desk.matter(item.matter());
    }
    return new AgendaItem(
        Ids.next(),
        item.series().isBlank() && series.size() == 1 ? series.iterator().next() : item.series(),
        Texts.optional("part", item.part(), 100),
        Texts.required("title", item.title(), 200),
        Texts.optional("content", item.content(), 10_000),
        listed,
        raisedBy,
        item.matter(),
        "");
  }

  private Permission isListed(String listed) {
    List<String> titles =
        meetings.listed(desk.county()).stream().map(MeetingRegister.Listed::title).toList();
    boolean fits = listed.isEmpty() || listed.equals("新增") || titles.isEmpty();
    return fits || titles.contains(listed)
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "conference.not-on-the-list",
                "The list of consultation matters has no entry " + listed + "; a new one is 新增.",
                Map.of("found", listed, "list", titles)));
  }

  /** Of each series the bodies whose heads must have been invited. */
  Map<String, Set<BodyId>> heads(Mechanism mechanism, Meeting m) {
    Map<String, Set<BodyId>> heads = new LinkedHashMap<>();
    for (MeetingRules.Series s : rules.series(mechanism)) {
      if (m.series().contains(s.code())) {
        Set<BodyId> wanted = new LinkedHashSet<>();
        wanted.addAll(rules.members(desk.county(), mechanism, s, m.township()).required());
        wanted.remove(m.convener());
        heads.put(s.code(), wanted);
      }
    }
    return heads;
  }

  /** The series for which it counts: all were invited, all is covered. */
  Set<String> credited(Mechanism mechanism, Meeting m) {
    Set<String> credited = new TreeSet<>(m.series());
    credited.removeAll(m.shortOf(heads(mechanism, m)).keySet());
    return credited;
  }

  void happened(Instant now, Meeting m, Change<?> change) {
    happened(now, m, m.reference(), change, Facts.NONE, Map.of());
  }

  void happened(
      Instant now,
      Meeting m,
      String subject,
      Change<?> change,
      Facts more,
      Map<String, BodyId> roles) {
    Map<String, BodyId> all = new LinkedHashMap<>();
    all.put("convener", m.convener());
    all.put("office", m.office());
    all.putAll(roles);
    Facts facts = MeetingRules.facts(m.series()).with("meeting-kind", m.kind().key()).with(more);
    desk.happened(now, subject, false, change, facts, all, null);
  }

  /** Of a meeting that was held: it counts in the period of the day on which it was. */
  Facts heldFacts(Mechanism mechanism, Meeting m) {
    LocalDate on = m.slot().from().atZone(calendars.of(desk.county()).zone()).toLocalDate();
    return Facts.NONE
        .with("series", List.copyOf(credited(mechanism, m)))
        .with("day", on.getYear() * 10_000 + on.getMonthValue() * 100 + on.getDayOfMonth());
  }

  /** Into the boxes of all who are invited, and told to their people. */
  void notice(Instant now, Meeting m) {
    put(now, m);
    tell(now, others(m), "meeting.called", m);
  }

  void put(Instant now, Meeting m) {
    List<BodyId> to = others(m);
    if (to.isEmpty()) {
      return;
    }
    boxes.put(
        now,
        new Letter(
            "meeting",
            m.reference(),
            null,
            m.title(),
            m.office(),
            to,
            m.stageName(),
            switch (m.stage()) {
              case Meeting.Stage.Called() -> State.OPEN;
              case Meeting.Stage.Held _ -> State.ANSWERED;
              case Meeting.Stage.Closed _ -> State.CLOSED;
              case Meeting.Stage.Cancelled _ -> State.WITHDRAWN;
            },
            m.minutes().number().isEmpty() ? null : m.minutes().number(),
            "/meetings/" + m.id(),
            false));
  }

  List<BodyId> others(Meeting m) {
    List<BodyId> to = new ArrayList<>();
    m.invitations().stream()
        .map(Invitation::body)
        .filter(b -> !b.equals(m.office()))
        .forEach(to::add);
    return to;
  }

  void tell(Instant now, Collection<BodyId> to, String code, Meeting m) {
    notifications.tellAll(
        now,
        to,
        Desk.WORKING,
        code,
        Map.of(
            "title", m.title(),
            "from", m.slot().from().toString(),
            "place", m.slot().place(),
            "body", desk.name(m.convener())),
        null,
        "/meetings/" + m.id());
  }
}
