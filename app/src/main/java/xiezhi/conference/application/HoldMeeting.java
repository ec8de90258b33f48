package xiezhi.conference.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.calendar.TimeLimit;
import xiezhi.conference.domain.Meeting;
import xiezhi.conference.domain.Meeting.AgendaItem;
import xiezhi.conference.domain.Meeting.Attendance;
import xiezhi.conference.domain.MeetingRegister;
import xiezhi.conference.domain.Resolution;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.organisation.Bodies;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 议题、答复、召开、纪要、议定、办结: from the notice to the end of a meeting. */
@Service
@Transactional
public class HoldMeeting {
  private final Desk desk;
  private final MeetingDesk own;
  private final MeetingRegister meetings;
  private final Letters letters;
  private final Bodies bodies;

  HoldMeeting(
      Desk desk, MeetingDesk own, MeetingRegister meetings, Letters letters, Bodies bodies) {
    this.desk = desk;
    this.own = own;
    this.meetings = meetings;
    this.letters = letters;
    this.bodies = bodies;
  }

  private Meeting write(Instant now, Change<Meeting> change) {
    meetings.update(desk.county(), change.after());
    own.put(now, change.after());
    return change.after();
  }

  public void raise(UUID id, int version, CallMeeting.Item item) {
    Instant now = desk.now();
    Meeting m = own.meeting(id, version);
    own.isMember(m).and(m.mayRaise()).orThrow();
    AgendaItem made = own.item(desk.mechanism(now), m.series(), item, own.ours());
    Change<Meeting> change = m.raise(made, desk.step(now, made.title()));
    own.happened(
        now,
        write(now, change),
        "agenda:" + made.id(),
        change,
        Facts.NONE,
        Map.of("raiser", made.raisedBy()));
    own.tell(now, Set.of(m.office()), "meeting.agenda", m);
  }

  /** For the own body: somebody comes, a substitute does, or nobody. */
  public void answer(UUID id, int version, Meeting.Answer answer, String note) {
    Instant now = desk.now();
    Meeting m = own.meeting(id, version);
    mayAnswer(m).orThrow();
    BodyId body = Objects.requireNonNull(invited(m));
    Change<Meeting> change =
        m.answer(body, answer, desk.step(now, Texts.optional("note", note, 500)));
    own.happened(now, write(now, change), change);
  }

  Permission mayAnswer(Meeting m) {
    BodyId body = invited(m);
    return body == null
        ? Permission.refused(
            Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "conference.not-a-member",
                "Only a body that is invited answers the invitation."))
        : desk.mayActFor(body).and(m.mayAnswer());
  }

  private @Nullable BodyId invited(Meeting m) {
    return m.invitations().stream()
        .map(Meeting.Invitation::body)
        .filter(own.seats()::contains)
        .findFirst()
        .orElse(null);
  }

  public void hold(UUID id, int version, Collection<Attendance> attendance) {
    Instant now = desk.now();
    Meeting m = own.meeting(id, version);
    own.keeps(m).and(m.mayHold()).orThrow();
    Change<Meeting> change = m.hold(attendance, desk.step(now, ""));
    Meeting held = write(now, change);
    Map<String, BodyId> roles = new LinkedHashMap<>();
    if (held.township() != null) {
      roles.put("township", held.township());
    }
    own.happened(
        now, held, held.reference(), change, own.heldFacts(desk.mechanism(now), held), roles);
  }

  public void minute(
      UUID id, int version, String text, boolean nothingAgreed, Map<UUID, String> outcomes) {
    Instant now = desk.now();
    Meeting m = own.meeting(id, version);
    own.keeps(m).and(m.mayMinute()).orThrow();
    Change<Meeting> change =
        m.minute(
            Texts.required("minutes", text, 50_000), nothingAgreed, outcomes, desk.step(now, ""));
    Meeting minuted = write(now, change);
    own.happened(now, minuted, change);
    for (AgendaItem item : minuted.agenda()) {
      if (!item.outcome().isBlank()) {
        own.happened(
            now,
            minuted,
            "agenda:" + item.id(),
            new Change<>(minuted, "agenda.answered", Map.of("outcome", item.outcome())),
            Facts.NONE,
            Map.of("raiser", item.raisedBy()));
      }
    }
  }

  /** What was agreed is owed by somebody until a day, or it was not agreed. */
  public UUID resolve(
      UUID id,
      String content,
      @Nullable BodyId debtor,
      @Nullable LocalDate dueOn,
      @Nullable MatterId matter) {
    Instant now = desk.now();
    Meeting m = own.meeting(id);
    Mechanism mechanism = desk.mechanism(now);
    Set<String> fields = new TreeSet<>();
    if (debtor != null) {
      fields.add("resolution-debtor");
    }
    if (dueOn != null) {
      fields.add("resolution-date");
    }
    LocalDate today = desk.today(now);
    Facts facts = MeetingRules.facts(m.series()).with("fields", List.copyOf(fields));
    Desk.require(
        own.keeps(m),
        m.mayMinute(),
        mechanism.gates("resolution.make", facts),
        isNotPast(dueOn, today));
    if (debtor == null || dueOn == null) {
      throw new IllegalStateException("a gate of the platform asks for debtor and day");
    }
    bodies.get(debtor);
    Change<Resolution> change =
        Resolution.make(
            m.id(),
            meetings.resolutionsOf(desk.county(), id).size() + 1,
            Texts.required("content", content, 5_000),
            debtor,
            dueOn,
            matter,
            desk.step(now, ""));
    Resolution r = change.after();
    meetings.insert(desk.county(), r);
    int days = Math.toIntExact(ChronoUnit.DAYS.between(today, dueOn));
    desk.happened(
        now,
        r.reference(),
        false,
        change,
        MeetingRules.facts(m.series()),
        roles(m, r),
        days == 0
            ? TimeLimit.of(0, TimeLimit.Unit.SAME_DAY)
            : TimeLimit.of(days, TimeLimit.Unit.CALENDAR_DAY));
    own.tell(now, Set.of(debtor), "resolution.made", m);
    return r.id();
  }

  private static Permission isNotPast(@Nullable LocalDate dueOn, LocalDate today) {
    return dueOn == null || !dueOn.isBefore(today)
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.MALFORMED,
                "conference.due-in-the-past",
                "It cannot be due before today: " + dueOn + ".",
                Map.of("dueOn", dueOn.toString())));
  }

  static Map<String, BodyId> roles(Meeting m, Resolution r) {
    return Map.of(
        "assignee", r.debtor(),
        "office", m.office(),
        "convener", m.convener());
  }

  /** With minutes as a numbered letter, if there are any; the county's rules may ask for them. */
  public void close(UUID id, int version) {
    Instant now = desk.now();
    Meeting m = own.meeting(id, version);
    mayClose(now, m).orThrow();
    Letters.Letter letter =
        m.minutes().isTaken()
            ? letters.issue(
                "minutes", bodies.legalBodyOf(m.office()).id(), desk.today(now), minutes(m))
            : null;
    Change<Meeting> change =
        m.close(
            letter == null ? null : letter.id(),
            letter == null ? "" : letter.number(),
            desk.step(now, ""));
    Meeting closed = write(now, change);
    own.happened(now, closed, change);
    own.tell(now, own.others(closed), "meeting.closed", closed);
  }

  private Map<String, Object> minutes(Meeting m) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("title", m.title());
    data.put("heldAt", desk.minute(m.slot().from()));
    data.put("place", m.slot().place());
    data.put("convener", desk.name(m.convener()));
    data.put("present", names(m, true));
    data.put("absent", names(m, false));
    data.put(
        "agenda",
        m.agenda().stream()
            .map(a -> Map.of("name", a.title(), "explanation", a.outcome()))
            .toList());
    data.put("content", m.minutes().text());
    data.put(
        "resolutions",
        meetings.resolutionsOf(desk.county(), m.id()).stream()
            .map(
                r ->
                    Map.of(
                        "name",
                        r.content(),
                        "explanation",
                        desk.name(r.debtor()) + "，" + r.dueOn() + "前完成"))
            .toList());
    data.put("nothingAgreed", m.minutes().nothingAgreed() ? "本次会议无议定事项。" : "");
    return data;
  }

  private String names(Meeting m, boolean there) {
    return String.join(
        "、",
        m.invitations().stream()
            .filter(i -> there == (i.came() != Meeting.Came.ABSENT))
            .map(
                i ->
                    desk.name(i.body())
                        + (i.came() == Meeting.Came.SUBSTITUTE ? "（" + i.cameName() + "代）" : ""))
            .toList());
  }

  @Transactional(readOnly = true)
  public Permission mayClose(Instant now, Meeting m) {
    Set<String> materials = new TreeSet<>();
    Set<String> fields = new TreeSet<>();
    if (m.minutes().isTaken()) {
      materials.add("minutes");
    }
    if (m.minutes().nothingAgreed() || !meetings.resolutionsOf(desk.county(), m.id()).isEmpty()) {
      fields.add("agreed-items");
    }
    Facts facts =
        MeetingRules.facts(m.series())
            .with("materials", List.copyOf(materials))
            .with("fields", List.copyOf(fields));
    return own.keeps(m).and(m.mayClose()).and(desk.mechanism(now).gates("meeting.close", facts));
  }

  public void cancel(UUID id, int version, String reason) {
    Instant now = desk.now();
    Meeting m = own.meeting(id, version);
    own.keeps(m).and(m.mayCancel()).orThrow();
    Change<Meeting> change = m.cancel(desk.step(now, Texts.required("reason", reason, 2_000)));
    own.happened(now, write(now, change), change);
    own.tell(now, own.others(m), "meeting.cancelled", m);
  }

  // ------------------------------------------------------------------ what was resolved

  /** The debtor says that it is done. */
  public void done(UUID id, int version, String report) {
    Instant now = desk.now();
    Resolution r = resolution(id, version);
    Desk.require(desk.mayActFor(r.debtor()), r.mayEnd());
    end(now, r.done(desk.step(now, Texts.required("report", report, 5_000))), "resolution.done");
  }

  /** The meeting's office says why it is no longer to be done. */
  public void drop(UUID id, int version, String reason) {
    Instant now = desk.now();
    Resolution r = resolution(id, version);
    own.keeps(own.meeting(r.meeting())).and(r.mayEnd()).orThrow();
    end(now, r.drop(desk.step(now, Texts.required("reason", reason, 2_000))), "resolution.dropped");
  }

  private void end(Instant now, Change<Resolution> change, String code) {
    Resolution r = change.after();
    Meeting m = meetings.find(desk.county(), r.meeting()).orElseThrow();
    meetings.update(desk.county(), r);
    desk.happened(
        now, r.reference(), false, change, MeetingRules.facts(m.series()), roles(m, r), null);
    own.tell(now, Set.of(code.equals("resolution.done") ? m.office() : r.debtor()), code, m);
  }

  private Resolution resolution(UUID id, int version) {
    Resolution r = resolution(id);
    if (r.version() != version) {
      throw MeetingRegister.overtaken().exception();
    }
    return r;
  }

  /** Its debtor's desk, and those who see its meeting. */
  @Transactional(readOnly = true)
  public Resolution resolution(UUID id) {
    Resolution r =
        meetings.resolution(desk.county(), id).orElseThrow(() -> unknownResolution().exception());
    if (!desk.isAt(r.debtor())) {
      Meeting m = meetings.find(desk.county(), r.meeting()).orElseThrow();
      if (!own.takesPart(m) && !MeetingDesk.seesAll()) {
        throw unknownResolution().exception();
      }
    }
    return r;
  }

  private static Refusal unknownResolution() {
    return Refusal.of(
        Refusal.Kind.UNKNOWN,
        "conference.unknown-resolution",
        "There is no such resolution, or it is not yours to see.");
  }
}
