package xiezhi.conference.persistence;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static xiezhischema.conference.Tables.AGENDA;
import static xiezhischema.conference.Tables.CONTACT;
import static xiezhischema.conference.Tables.INVITATION;
import static xiezhischema.conference.Tables.LISTED;
import static xiezhischema.conference.Tables.MEETING;
import static xiezhischema.conference.Tables.MEETING_SERIES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.conference.domain.Meeting;
import xiezhi.conference.domain.Meeting.AgendaItem;
import xiezhi.conference.domain.Meeting.Invitation;
import xiezhi.conference.domain.Meeting.Stage;
import xiezhi.conference.domain.MeetingRegister;
import xiezhi.conference.domain.Resolution;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhischema.conference.tables.records.InvitationRecord;
import xiezhischema.conference.tables.records.MeetingRecord;

/** The rows of meetings. */
@Repository
class JooqMeetingRegister implements MeetingRegister {
  private final DSLContext db;
  private final Rows<MeetingRecord> meetings;
  private final Resolutions resolutions;

  JooqMeetingRegister(DSLContext db) {
    this.db = db;
    this.meetings = new Rows<>(db, MEETING);
    this.resolutions = new Resolutions(db);
  }

  @Override
  public void insert(CountyCode county, Meeting m) {
    meetings.insert(county, row -> fill(row, m));
    for (String series : m.series()) {
      db.insertInto(MEETING_SERIES)
          .set(MEETING_SERIES.COUNTY, county.value())
          .set(MEETING_SERIES.MEETING, m.id())
          .set(MEETING_SERIES.SERIES, series)
          .execute();
    }
    parts(county, m);
  }

  @Override
  public void update(CountyCode county, Meeting m) {
    if (!meetings.update(county, m.id(), m.version(), row -> fill(row, m))) {
      throw MeetingRegister.overtaken().exception();
    }
    db.deleteFrom(INVITATION)
        .where(INVITATION.COUNTY.eq(county.value()))
        .and(INVITATION.MEETING.eq(m.id()))
        .execute();
    db.deleteFrom(AGENDA)
        .where(AGENDA.COUNTY.eq(county.value()))
        .and(AGENDA.MEETING.eq(m.id()))
        .execute();
    parts(county, m);
  }

  /** The meeting's version guards them: they are written anew with it. */
  private void parts(CountyCode county, Meeting m) {
    db.batchInsert(m.invitations().stream().map(i -> invitation(county, m, i)).toList()).execute();
    int position = 0;
    for (AgendaItem a : m.agenda()) {
      db.insertInto(AGENDA)
          .set(AGENDA.COUNTY, county.value())
          .set(AGENDA.MEETING, m.id())
          .set(AGENDA.ID, a.id())
          .set(AGENDA.POSITION, ++position)
          .set(AGENDA.SERIES, a.series())
          .set(AGENDA.PART, a.part())
          .set(AGENDA.TITLE, a.title())
          .set(AGENDA.CONTENT, a.content())
          .set(AGENDA.LISTED_AS, a.listedAs())
          .set(AGENDA.RAISED_BY, a.raisedBy().value())
          .set(AGENDA.MATTER, a.matter() == null ? null : a.matter().value())
          .set(AGENDA.OUTCOME, a.outcome())
          .execute();
    }
  }

  private InvitationRecord invitation(CountyCode county, Meeting m, Invitation i) {
    InvitationRecord row = db.newRecord(INVITATION);
    row.setCounty(county.value());
    row.setMeeting(m.id());
    row.setBody(i.body().value());
    row.setRequired(i.required());
    row.setHead(i.head());
    row.setStartsAt(m.slot().from());
    row.setAnswer(i.answer().key());
    row.setAnswerNote(i.answerNote());
    row.setCame(i.came().key());
    row.setCameName(i.cameName());
    row.setCameNote(i.cameNote());
    return row;
  }

  private static void fill(MeetingRecord row, Meeting m) {
    row.setId(m.id());
    row.setKind(m.kind().key());
    row.setTitle(m.title());
    row.setConvener(m.convener().value());
    row.setOffice(m.office().value());
    row.setTownship(m.township() == null ? null : m.township().value());
    row.setTrigger(m.trigger());
    row.setReason(m.reason());
    row.setStartsAt(m.slot().from());
    row.setEndsAt(m.slot().to());
    row.setPlace(m.slot().place());
    row.setStage(m.stageName());
    switch (m.stage()) {
      case Stage.Called() -> {}
      case Stage.Held(var at) -> row.setHeldAt(at);
      case Stage.Closed(var held, var at) -> {
        row.setHeldAt(held);
        row.setClosedAt(at);
      }
      case Stage.Cancelled(var why) -> row.setCancelledWhy(why);
    }
    row.setMinutes(m.minutes().text());
    row.setNothingAgreed(m.minutes().nothingAgreed());
    row.setLetter(m.minutes().letter());
    row.setLetterNumber(m.minutes().number());
    row.setStepAt(m.lastStep().at());
    row.setStepAccount(m.lastStep().account());
    row.setStepName(m.lastStep().by());
    row.setStepNote(m.lastStep().note());
    row.setVersion(m.version());
  }

  @Override
  public Optional<Meeting> find(CountyCode county, UUID id) {
    return load(
            county,
            db.selectFrom(MEETING)
                .where(MEETING.COUNTY.eq(county.value()))
                .and(MEETING.ID.eq(id))
                .fetch())
        .stream()
        .findFirst();
  }

  @Override
  public List<Meeting> list(CountyCode county, Query q) {
    return load(
        county,
        db.selectFrom(MEETING)
            .where(MEETING.COUNTY.eq(county.value()))
            .and(whose(county, q.of()))
            .and(
                q.series() == null
                    ? noCondition()
                    : MEETING.ID.in(
                        db.select(MEETING_SERIES.MEETING)
                            .from(MEETING_SERIES)
                            .where(MEETING_SERIES.COUNTY.eq(county.value()))
                            .and(MEETING_SERIES.SERIES.eq(q.series()))))
            .and(
                q.beforeStart() == null || q.beforeId() == null
                    ? noCondition()
                    : row(MEETING.STARTS_AT, MEETING.ID)
                        .lt(val(q.beforeStart()), val(q.beforeId())))
            .orderBy(MEETING.STARTS_AT.desc(), MEETING.ID.desc())
            .limit(q.limit())
            .fetch());
  }

  @Override
  public List<Meeting> between(
      CountyCode county, @Nullable Collection<BodyId> of, Instant from, Instant to, int limit) {
    return load(
        county,
        db.selectFrom(MEETING)
            .where(MEETING.COUNTY.eq(county.value()))
            .and(MEETING.STARTS_AT.ge(from))
            .and(MEETING.STARTS_AT.lt(to))
            .and(whose(county, of))
            .orderBy(MEETING.STARTS_AT, MEETING.ID)
            .limit(limit)
            .fetch());
  }

  private Condition whose(CountyCode county, @Nullable Collection<BodyId> of) {
    if (of == null) {
      return noCondition();
    }
    List<String> bodies = of.stream().map(BodyId::value).toList();
    return MEETING
        .CONVENER
        .in(bodies)
        .or(MEETING.OFFICE.in(bodies))
        .or(
            DSL.exists(
                db.selectOne()
                    .from(INVITATION)
                    .where(INVITATION.COUNTY.eq(county.value()))
                    .and(INVITATION.MEETING.eq(MEETING.ID))
                    .and(INVITATION.BODY.in(bodies))));
  }

  private List<Meeting> load(CountyCode county, List<MeetingRecord> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = rows.stream().map(MeetingRecord::getId).toList();
    Map<UUID, Set<String>> series = new HashMap<>();
    db.selectFrom(MEETING_SERIES)
        .where(MEETING_SERIES.COUNTY.eq(county.value()))
        .and(MEETING_SERIES.MEETING.in(ids))
        .fetchGroups(MEETING_SERIES.MEETING, MEETING_SERIES.SERIES)
        .forEach((id, all) -> series.put(id, Set.copyOf(all)));
    Map<UUID, List<Invitation>> invitations =
        db.selectFrom(INVITATION)
            .where(INVITATION.COUNTY.eq(county.value()))
            .and(INVITATION.MEETING.in(ids))
            .orderBy(INVITATION.BODY)
            .fetchGroups(INVITATION.MEETING, JooqMeetingRegister::invited);
    Map<UUID, List<AgendaItem>> agenda =
        db.selectFrom(AGENDA)
            .where(AGENDA.COUNTY.eq(county.value()))
            .and(AGENDA.MEETING.in(ids))
            .orderBy(AGENDA.POSITION)
            .fetchGroups(
                AGENDA.MEETING,
                a ->
                    new AgendaItem(
                        a.getId(),
                        a.getSeries(),
                        a.getPart(),
                        a.getTitle(),
                        a.getContent(),
                        a.getListedAs(),
                        new BodyId(a.getRaisedBy()),
                        a.getMatter() == null ? null : new MatterId(a.getMatter()),
                        a.getOutcome()));
    return rows.stream()
        .map(
            r ->
                read(
                    r,
                    series.getOrDefault(r.getId(), Set.of()),
                    invitations.getOrDefault(r.getId(), List.of()),
                    agenda.getOrDefault(r.getId(), List.of())))
        .toList();
  }

  private static Invitation invited(InvitationRecord i) {
    return new Invitation(
        new BodyId(i.getBody()),
        i.getRequired(),
        i.getHead(),
        Meeting.Answer.valueOf(word(i.getAnswer())),
        i.getAnswerNote(),
        Meeting.Came.valueOf(word(i.getCame())),
        i.getCameName(),
        i.getCameNote());
  }

  private static String word(String key) {
    return key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Meeting read(
      MeetingRecord r, Set<String> series, List<Invitation> invitations, List<AgendaItem> agenda) {
    return new Meeting(
        r.getId(),
        Meeting.Kind.valueOf(word(r.getKind())),
        series,
        r.getTitle(),
        new BodyId(r.getConvener()),
        new BodyId(r.getOffice()),
        r.getTownship() == null ? null : new BodyId(r.getTownship()),
        r.getTrigger(),
        r.getReason(),
        new Meeting.Slot(r.getStartsAt(), r.getEndsAt(), r.getPlace()),
        switch (r.getStage()) {
          case "called" -> new Stage.Called();
          case "held" -> new Stage.Held(r.getHeldAt());
          case "closed" -> new Stage.Closed(r.getHeldAt(), r.getClosedAt());
          case "cancelled" -> new Stage.Cancelled(r.getCancelledWhy());
          case String other -> throw new IllegalStateException("unknown stage " + other);
        },
        invitations,
        agenda,
        new Meeting.Minutes(
            r.getMinutes(),
            r.getNothingAgreed(),
            r.getLetter(),
            r.getLetterNumber() == null ? "" : r.getLetterNumber()),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  @Override
  public Map<String, Map<String, Instant>> lastHeld(CountyCode county) {
    Map<String, Map<String, Instant>> found = new HashMap<>();
    db.select(MEETING_SERIES.SERIES, DSL.coalesce(MEETING.TOWNSHIP, ""), max(MEETING.STARTS_AT))
        .from(MEETING)
        .join(MEETING_SERIES)
        .on(MEETING_SERIES.COUNTY.eq(MEETING.COUNTY))
        .and(MEETING_SERIES.MEETING.eq(MEETING.ID))
        .where(MEETING.COUNTY.eq(county.value()))
        .and(MEETING.STAGE.in("held", "closed"))
        .groupBy(MEETING_SERIES.SERIES, MEETING.TOWNSHIP)
        .forEach(
            r ->
                found
                    .computeIfAbsent(r.value1(), k -> new HashMap<>())
                    .put(r.value2(), r.value3()));
    return found;
  }

  // ------------------------------------------------------------------ resolutions

  @Override
  public void insert(CountyCode county, Resolution resolution) {
    resolutions.insert(county, resolution);
  }

  @Override
  public void update(CountyCode county, Resolution resolution) {
    resolutions.update(county, resolution);
  }

  @Override
  public Optional<Resolution> resolution(CountyCode county, UUID id) {
    return resolutions.find(county, id);
  }

  @Override
  public List<Resolution> resolutionsOf(CountyCode county, UUID meeting) {
    return resolutions.of(county, meeting);
  }

  @Override
  public List<Resolution> owed(CountyCode county, @Nullable Collection<BodyId> debtors, int limit) {
    return resolutions.owed(county, debtors, limit);
  }

  // ------------------------------------------------------------------ contacts and the list

  @Override
  public List<Contact> contacts(CountyCode county, Part part) {
    return db.selectFrom(CONTACT)
        .where(CONTACT.COUNTY.eq(county.value()))
        .and(CONTACT.PART.eq(part.key()))
        .orderBy(CONTACT.BODY)
        .fetch(
            c ->
                new Contact(
                    new BodyId(c.getBody()),
                    part,
                    c.getName(),
                    c.getPhone(),
                    c.getSetAt(),
                    c.getByName()));
  }

  @Override
  public void contact(CountyCode county, Contact c, String account) {
    db.insertInto(CONTACT)
        .set(CONTACT.COUNTY, county.value())
        .set(CONTACT.BODY, c.body().value())
        .set(CONTACT.PART, c.part().key())
        .set(CONTACT.NAME, c.name())
        .set(CONTACT.PHONE, c.phone())
        .set(CONTACT.SET_AT, c.setAt())
        .set(CONTACT.BY_ACCOUNT, account)
        .set(CONTACT.BY_NAME, c.setBy())
        .onConflict(CONTACT.COUNTY, CONTACT.BODY, CONTACT.PART)
        .doUpdate()
        .set(CONTACT.NAME, c.name())
        .set(CONTACT.PHONE, c.phone())
        .set(CONTACT.SET_AT, c.setAt())
        .set(CONTACT.BY_ACCOUNT, account)
        .set(CONTACT.BY_NAME, c.setBy())
        .execute();
  }

  @Override
  public List<Listed> listed(CountyCode county) {
    return db.selectFrom(LISTED)
        .where(LISTED.COUNTY.eq(county.value()))
        .and(
            LISTED.EDITION.eq(
                db.select(max(LISTED.EDITION))
                    .from(LISTED)
                    .where(LISTED.COUNTY.eq(county.value()))))
        .orderBy(LISTED.POSITION)
        .fetch(l -> new Listed(l.getEdition(), l.getPosition(), l.getTitle(), l.getAgreedOn()));
  }

  @Override
  public void list(
      CountyCode county, int edition, List<String> titles, LocalDate on, Instant at, String by) {
    int position = 0;
    for (String title : titles) {
      db.insertInto(LISTED)
          .set(LISTED.COUNTY, county.value())
          .set(LISTED.EDITION, edition)
          .set(LISTED.POSITION, ++position)
          .set(LISTED.TITLE, title)
          .set(LISTED.AGREED_ON, on)
          .set(LISTED.SET_AT, at)
          .set(LISTED.BY_NAME, by)
          .execute();
    }
  }
}
