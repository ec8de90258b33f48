package xiezhi.assistance.persistence;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static xiezhischema.assistance.Tables.ENTRY;
import static xiezhischema.assistance.Tables.FILE;
import static xiezhischema.assistance.Tables.PAPER;
import static xiezhischema.assistance.Tables.REQUEST;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.assistance.domain.Assistance;
import xiezhi.assistance.domain.Assistance.OnSite;
import xiezhi.assistance.domain.Assistance.Request;
import xiezhi.assistance.domain.Assistance.Stage;
import xiezhi.assistance.domain.AssistanceRegister;
import xiezhi.assistance.domain.ListEntry;
import xiezhi.calendar.TimeLimit;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhischema.assistance.tables.records.EntryRecord;
import xiezhischema.assistance.tables.records.RequestRecord;

/** The requests' rows. */
@Repository
class JooqAssistanceRegister implements AssistanceRegister {
  private final DSLContext db;
  private final Rows<RequestRecord> requests;

  JooqAssistanceRegister(DSLContext db) {
    this.db = db;
    this.requests = new Rows<>(db, REQUEST);
  }

  @Override
  public void insert(CountyCode county, Assistance a) {
    requests.insert(county, row -> fill(row, a));
    files(county, a.id(), "request", a.request().files());
  }

  @Override
  public void update(CountyCode county, Assistance a) {
    if (!requests.update(county, a.id(), a.version(), row -> fill(row, a))) {
      throw AssistanceRegister.changedMeanwhile().exception();
    }
    files(county, a.id(), "request", a.request().files());
    if (a.stage() instanceof Stage.Answered(var opinion, var evidence)) {
      files(county, a.id(), "answer", evidence);
    }
  }

  private void files(CountyCode county, UUID request, String side, List<UUID> attachments) {
    db.deleteFrom(FILE)
        .where(FILE.COUNTY.eq(county.value()))
        .and(FILE.REQUEST.eq(request))
        .and(FILE.SIDE.eq(side))
        .execute();
    for (int i = 0; i < attachments.size(); i++) {
      db.insertInto(FILE)
          .set(FILE.COUNTY, county.value())
          .set(FILE.REQUEST, request)
          .set(FILE.SIDE, side)
          .set(FILE.POSITION, i)
          .set(FILE.ATTACHMENT, attachments.get(i))
          .execute();
    }
  }

  @Override
  public Optional<Assistance> find(CountyCode county, UUID id) {
    return load(county, REQUEST.ID.eq(id), 1).stream().findFirst();
  }

  @Override
  public List<Assistance> of(CountyCode county, MatterId matter) {
    return load(county, REQUEST.MATTER.eq(matter.value()), 500);
  }

  @Override
  public List<Assistance> asked(CountyCode county, Collection<BodyId> by, String stage, int limit) {
    return by.stream()
        .flatMap(
            body ->
                load(county, REQUEST.REQUESTER.eq(body.value()).and(REQUEST.STAGE.eq(stage)), limit)
                    .stream())
        .sorted(Comparator.comparing(Assistance::preparedAt).reversed())
        .limit(limit)
        .toList();
  }

  private List<Assistance> load(CountyCode county, Condition which, int limit) {
    List<RequestRecord> rows =
        db.selectFrom(REQUEST)
            .where(REQUEST.COUNTY.eq(county.value()))
            .and(which)
            .orderBy(REQUEST.PREPARED_AT.desc(), REQUEST.ID.desc())
            .limit(limit)
            .fetch();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, List<UUID>> files =
        db
            .selectFrom(FILE)
            .where(FILE.COUNTY.eq(county.value()))
            .and(FILE.REQUEST.in(rows.stream().map(RequestRecord::getId).toList()))
            .orderBy(FILE.POSITION)
            .fetch()
            .stream()
            .collect(
                Collectors.groupingBy(
                    f -> f.getRequest() + f.getSide(),
                    Collectors.mapping(f -> f.getAttachment(), Collectors.toList())));
    return rows.stream()
        .map(
            r ->
                read(
                    r,
                    files.getOrDefault(r.getId() + "request", List.of()),
                    files.getOrDefault(r.getId() + "answer", List.of())))
        .toList();
  }

  @Override
  public void keep(CountyCode county, UUID request, Paper paper) {
    db.insertInto(PAPER)
        .set(PAPER.COUNTY, county.value())
        .set(PAPER.REQUEST, request)
        .set(PAPER.LETTER, paper.letter())
        .set(PAPER.TEMPLATE, paper.template())
        .set(PAPER.NUMBER, paper.number())
        .set(PAPER.TITLE, paper.title())
        .set(PAPER.ISSUER, paper.issuer().value())
        .set(PAPER.AT, paper.at())
        .execute();
  }

  @Override
  public List<Paper> papers(CountyCode county, UUID request) {
    return db.selectFrom(PAPER)
        .where(PAPER.COUNTY.eq(county.value()))
        .and(PAPER.REQUEST.eq(request))
        .orderBy(PAPER.AT, PAPER.LETTER)
        .fetch(
            r ->
                new Paper(
                    r.getLetter(),
                    r.getTemplate(),
                    r.getNumber(),
                    r.getTitle(),
                    new BodyId(r.getIssuer()),
                    r.getAt()));
  }

  @Override
  public List<Count> counts(CountyCode county, @Nullable Collection<BodyId> bodies) {
    List<String> ours = bodies == null ? List.of() : bodies.stream().map(BodyId::value).toList();
    return db.select(REQUEST.REQUESTED, REQUEST.REQUESTER, REQUEST.KIND, REQUEST.STAGE, count())
        .from(REQUEST)
        .where(REQUEST.COUNTY.eq(county.value()))
        .and(REQUEST.STAGE.ne("prepared"))
        .and(
            bodies == null
                ? noCondition()
                : REQUEST.REQUESTED.in(ours).or(REQUEST.REQUESTER.in(ours)))
        .groupBy(REQUEST.REQUESTED, REQUEST.REQUESTER, REQUEST.KIND, REQUEST.STAGE)
        .orderBy(REQUEST.REQUESTED, REQUEST.REQUESTER, REQUEST.KIND, REQUEST.STAGE)
        .fetch(r -> new Count(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
  }

  @Override
  public void list(CountyCode county, ListEntry entry) {
    TimeLimit limit = entry.limit();
    db.insertInto(ENTRY)
        .set(ENTRY.COUNTY, county.value())
        .set(ENTRY.ID, entry.id())
        .set(ENTRY.DEPARTMENT, entry.department().value())
        .set(ENTRY.CONTENT, entry.content())
        .set(ENTRY.FORM, entry.form())
        .set(ENTRY.LIMIT_AMOUNT, limit == null ? null : limit.amount())
        .set(ENTRY.LIMIT_UNIT, limit == null ? null : limit.unit().name())
        .set(ENTRY.LISTED_AT, entry.listedAt())
        .set(ENTRY.LISTED_BY, entry.listedBy())
        .execute();
  }

  @Override
  public void end(CountyCode county, UUID entry, Instant at) {
    db.update(ENTRY)
        .set(ENTRY.ENDED_AT, at)
        .where(ENTRY.COUNTY.eq(county.value()))
        .and(ENTRY.ID.eq(entry))
        .and(ENTRY.ENDED_AT.isNull())
        .execute();
  }

  @Override
  public Optional<ListEntry> entry(CountyCode county, UUID id) {
    return db.selectFrom(ENTRY)
        .where(ENTRY.COUNTY.eq(county.value()))
        .and(ENTRY.ID.eq(id))
        .fetchOptional(JooqAssistanceRegister::entry);
  }

  @Override
  public List<ListEntry> entries(CountyCode county, @Nullable BodyId department) {
    return db.selectFrom(ENTRY)
        .where(ENTRY.COUNTY.eq(county.value()))
        .and(department == null ? noCondition() : ENTRY.DEPARTMENT.eq(department.value()))
        .and(ENTRY.ENDED_AT.isNull())
        .orderBy(ENTRY.DEPARTMENT, ENTRY.LISTED_AT, ENTRY.ID)
        .fetch(JooqAssistanceRegister::entry);
  }

  private static ListEntry entry(EntryRecord r) {
    Integer amount = r.getLimitAmount();
    return new ListEntry(
        r.getId(),
        new BodyId(r.getDepartment()),
        r.getContent(),
        r.getForm(),
        amount == null ? null : TimeLimit.of(amount, TimeLimit.Unit.valueOf(r.getLimitUnit())),
        r.getListedAt(),
        r.getListedBy(),
        r.getEndedAt());
  }

  private static void fill(RequestRecord row, Assistance a) {
    Request q = a.request();
    OnSite onSite = a.onSite();
    row.setId(a.id());
    row.setMatter(a.matter() == null ? null : a.matter().value());
    row.setRequester(a.requester().value());
    row.setRequested(a.requested().value());
    row.setPreparedBy(a.preparedBy().value());
    row.setKind(q.kind().key());
    row.setForm(q.form().key());
    row.setItem(q.item());
    row.setFacts(q.facts());
    row.setNeeded(q.needed());
    row.setTrigger(q.trigger() == null ? null : q.trigger().name());
    row.setGrounds(q.grounds().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
    row.setEntry(q.entry());
    row.setStage(a.stageName());
    row.setOpinion(null);
    row.setCitation(null);
    row.setReason(null);
    switch (a.stage()) {
      case Stage.Prepared p -> {}
      case Stage.Sent s -> {}
      case Stage.Answered(var opinion, var files) -> row.setOpinion(opinion);
      case Stage.Refused(var citation, var reason) -> {
        row.setCitation(citation);
        row.setReason(reason);
      }
      case Stage.Withdrawn(var reason) -> row.setReason(reason);
    }
    row.setPeople(onSite == null ? null : onSite.people());
    row.setDispatchedAt(onSite == null ? null : onSite.dispatchedAt());
    row.setArrivedAt(onSite == null ? null : onSite.arrivedAt());
    row.setPreparedAt(a.preparedAt());
    row.setSentAt(a.sentAt());
    row.setLetter(a.letter() == null ? null : a.letter().id());
    row.setLetterNumber(a.letter() == null ? null : a.letter().number());
    row.setReported(a.reported());
    row.setStepAt(a.lastStep().at());
    row.setStepAccount(a.lastStep().account());
    row.setStepName(a.lastStep().by());
    row.setStepNote(a.lastStep().note());
    row.setVersion(a.version());
  }

  private static Assistance read(RequestRecord r, List<UUID> files, List<UUID> evidence) {
    return new Assistance(
        r.getId(),
        r.getMatter() == null ? null : new MatterId(r.getMatter()),
        new BodyId(r.getRequester()),
        new BodyId(r.getRequested()),
        new BodyId(r.getPreparedBy()),
        new Request(
            Assistance.kind(r.getKind()).orElseThrow(),
            Assistance.Form.valueOf(r.getForm().toUpperCase(Locale.ROOT)),
            r.getItem(),
            r.getFacts(),
            r.getNeeded(),
            r.getTrigger() == null ? null : Assistance.Trigger.valueOf(r.getTrigger()),
            grounds(r.getGrounds()),
            r.getEntry(),
            files),
        stage(r, evidence),
        r.getPeople() == null
            ? null
            : new OnSite(r.getPeople(), r.getDispatchedAt(), r.getArrivedAt()),
        r.getPreparedAt(),
        r.getSentAt(),
        r.getLetter() == null ? null : new Assistance.Paper(r.getLetter(), r.getLetterNumber()),
        r.getReported(),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  private static Set<Assistance.Ground> grounds(String words) {
    return Arrays.stream(words.split(" ", -1))
        .filter(w -> !w.isEmpty())
        .map(Assistance.Ground::valueOf)
        .collect(Collectors.toSet());
  }

  private static Stage stage(RequestRecord r, List<UUID> evidence) {
    return switch (r.getStage()) {
      case "prepared" -> new Stage.Prepared();
      case "sent" -> new Stage.Sent();
      case "answered" -> new Stage.Answered(Objects.requireNonNull(r.getOpinion()), evidence);
      case "refused" ->
          new Stage.Refused(
              Objects.requireNonNull(r.getCitation()), Objects.requireNonNull(r.getReason()));
      case "withdrawn" -> new Stage.Withdrawn(Objects.requireNonNull(r.getReason()));
      case String other -> throw new IllegalStateException("unknown stage " + other);
    };
  }
}
