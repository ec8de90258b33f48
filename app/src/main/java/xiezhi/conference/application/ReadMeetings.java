package xiezhi.conference.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.conference.application.MeetingRules.Series;
import xiezhi.conference.application.MeetingRules.Term;
import xiezhi.conference.domain.Meeting;
import xiezhi.conference.domain.MeetingRegister;
import xiezhi.conference.domain.Resolution;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Mechanism;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.BodyId;
import xiezhi.shared.Ground;
import xiezhi.shared.Permission;

/** Pages and lists of meetings. */
@Service
@Transactional(readOnly = true)
public class ReadMeetings {
  private final Desk desk;
  private final MeetingDesk own;
  private final MeetingRules rules;
  private final HoldMeeting hold;
  private final MeetingRegister meetings;
  private final Obligations obligations;
  private final Bodies bodies;
  private final Letters letters;

  ReadMeetings(
      Desk desk,
      MeetingDesk own,
      MeetingRules rules,
      HoldMeeting hold,
      MeetingRegister meetings,
      Obligations obligations,
      Bodies bodies,
      Letters letters) {
    this.desk = desk;
    this.own = own;
    this.rules = rules;
    this.hold = hold;
    this.meetings = meetings;
    this.obligations = obligations;
    this.bodies = bodies;
    this.letters = letters;
  }

  public record GoverningTerm(String key, String rule, String words, Ground ground) {}

  static GoverningTerm view(Term t) {
    return new GoverningTerm(t.key(), t.rule(), t.words(), t.ground());
  }

  /**
   * @param lacking of each series for which it does not count, what is missing: bodies, or the
   *     agenda
   */
  public record Page(
      Meeting meeting,
      List<ResolutionView> resolutions,
      Map<String, List<String>> lacking,
      Set<String> credited,
      List<GoverningTerm> terms,
      @Nullable Ground triggerGround,
      List<ObligationView> obligations,
      Map<String, Permission> acts) {}

  public record ResolutionView(
      Resolution resolution, List<ObligationView> obligations, Map<String, Permission> acts) {}

  public Page page(UUID id) {
    Instant now = desk.now();
    Meeting m = own.meeting(id);
    Mechanism mechanism = desk.mechanism(now);
    Map<String, Permission> acts = new LinkedHashMap<>();
    Permission keeps = own.keeps(m);
    acts.put("raiseAgendaItem", own.isMember(m).and(m.mayRaise()));
    acts.put("answerInvitation", hold.mayAnswer(m));
    acts.put("holdMeeting", keeps.and(m.mayHold()));
    acts.put("minuteMeeting", keeps.and(m.mayMinute()));
    acts.put("resolveInMeeting", keeps.and(m.mayMinute()));
    acts.put("closeMeeting", hold.mayClose(now, m));
    acts.put("cancelMeeting", keeps.and(m.mayCancel()));
    Map<String, List<String>> lacking = new LinkedHashMap<>();
    m.shortOf(own.heads(mechanism, m))
        .forEach(
            (series, missing) -> lacking.put(series, missing.stream().map(this::named).toList()));
    List<ObligationView> owed = new ArrayList<>(obligations.of(m.reference(), now));
    m.agenda().forEach(a -> owed.addAll(obligations.of("agenda:" + a.id(), now)));
    return new Page(
        m,
        meetings.resolutionsOf(desk.county(), id).stream().map(r -> view(now, m, r)).toList(),
        lacking,
        own.credited(mechanism, m),
        rules.terms(mechanism, m.series()).stream().map(ReadMeetings::view).toList(),
        m.trigger().isBlank() ? null : triggerGround(mechanism, m.trigger()),
        owed,
        acts);
  }

  private @Nullable Ground triggerGround(Mechanism mechanism, String trigger) {
    try {
      return rules.trigger(mechanism, trigger);
    } catch (xiezhi.shared.RefusedException e) {
      return null; // the rules of today no longer name it
    }
  }

  private String named(String id) {
    return id.equals("agenda") ? id : desk.name(new BodyId(id));
  }

  private ResolutionView view(Instant now, Meeting m, Resolution r) {
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("reportResolution", desk.mayActFor(r.debtor()).and(r.mayEnd()));
    acts.put("dropResolution", own.keeps(m).and(r.mayEnd()));
    return new ResolutionView(r, obligations.of(r.reference(), now), acts);
  }

  public ResolutionView resolution(UUID id) {
    Resolution r = hold.resolution(id);
    Meeting m = meetings.find(desk.county(), r.meeting()).orElseThrow();
    return view(desk.now(), m, r);
  }

  public List<Meeting> list(
      @Nullable String series, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
    return meetings.list(
        desk.county(), new MeetingRegister.Query(whose(), series, before, beforeId, limit));
  }

  public List<Meeting> between(Instant from, Instant to) {
    return meetings.between(desk.county(), whose(), from, to, 500);
  }

  public List<Resolution> owed() {
    return meetings.owed(desk.county(), whose(), 200);
  }

  private @Nullable List<BodyId> whose() {
    return MeetingDesk.seesAll() ? null : own.seats();
  }

  // ------------------------------------------------------------------ series

  /**
   * How a series stands in one township, or in the county.
   *
   * @param days since a meeting of it was held last; null if none was
   */
  public record SeriesStanding(BodyRef body, @Nullable Instant lastHeld, @Nullable Long days) {}

  /** In both languages of the interface. */
  public record SeriesName(String zh, String en) {}

  /**
   * @param name what the county calls such a meeting
   * @param every month, quarter or year; null where the text gives none
   */
  public record SeriesView(
      String code,
      SeriesName name,
      String words,
      @Nullable String every,
      boolean ofTownship,
      Ground ground,
      List<GoverningTerm> terms,
      Map<String, List<String>> parts,
      List<SeriesStanding> stands) {}

  public List<SeriesView> series() {
    Instant now = desk.now();
    Mechanism mechanism = desk.mechanism(now);
    Map<String, Map<String, Instant>> held = meetings.lastHeld(desk.county());
    LocalDate today = desk.today(now);
    return rules.series(mechanism).stream()
        .map(s -> view(mechanism, s, held.getOrDefault(s.code(), Map.of()), today))
        .toList();
  }

  private SeriesView view(
      Mechanism mechanism, Series s, Map<String, Instant> held, LocalDate today) {
    Set<String> one = Set.of(s.code());
    List<SeriesStanding> stands =
        s.ofTownship()
            ? bodies.of(desk.county()).stream()
                .filter(b -> b.kind() == BodyKind.TOWNSHIP)
                .filter(b -> MeetingDesk.seesAll() || b.id().equals(own.township()))
                .map(Body::id)
                .map(b -> stands(b, held.get(b.value()), today))
                .toList()
            : List.of(stands(bodies.countyGovernment(desk.county()).id(), held.get(""), today));
    return new SeriesView(
        s.code(),
        name(mechanism, s.code()),
        MeetingRules.words(s.rule().value()),
        s.rule().value() instanceof xiezhi.mechanism.RuleValue.Periodic p && p.every() != null
            ? p.every().name().toLowerCase(java.util.Locale.ROOT)
            : null,
        s.ofTownship(),
        s.rule().ground(),
        rules.terms(mechanism, one).stream().map(ReadMeetings::view).toList(),
        rules.parts(mechanism, one),
        stands);
  }

  /** Its own word where several series are told apart, or the county's for such meetings. */
  private static SeriesName name(Mechanism mechanism, String code) {
    String own = "meeting-" + code;
    String term = mechanism.terms().containsKey(own) ? own : "meeting";
    return new SeriesName(mechanism.term(term, "zh"), mechanism.term(term, "en"));
  }

  private SeriesStanding stands(BodyId body, @Nullable Instant last, LocalDate today) {
    return new SeriesStanding(
        bodies.ref(body),
        last,
        last == null ? null : ChronoUnit.DAYS.between(desk.today(last), today));
  }

  /** The minutes as they were numbered when the meeting was closed. */
  public Letters.Rendered minutes(UUID id, Letters.Format format) {
    return letters.renderIfAny(own.meeting(id).minutes().letter(), format);
  }
}
