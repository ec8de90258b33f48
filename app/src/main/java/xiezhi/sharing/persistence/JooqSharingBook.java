package xiezhi.sharing.persistence;

import static org.jooq.impl.DSL.noCondition;
import static xiezhischema.sharing.Tables.MEASURE;
import static xiezhischema.sharing.Tables.REQUEST;
import static xiezhischema.sharing.Tables.RULES_DRAFT;
import static xiezhischema.sharing.Tables.RULES_ITEM;
import static xiezhischema.sharing.Tables.SUGGESTION;
import static xiezhischema.sharing.Tables.USE;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Ids;
import xiezhi.shared.persistence.Rows;
import xiezhi.sharing.domain.DataRequest;
import xiezhi.sharing.domain.Information.Letter;
import xiezhi.sharing.domain.InformationRegister;
import xiezhi.sharing.domain.RulesDraft;
import xiezhi.sharing.domain.RulesDraft.Consultation;
import xiezhi.sharing.domain.RulesDraft.Opinion;
import xiezhi.sharing.domain.RulesDraft.Stage;
import xiezhi.sharing.domain.SharingBook;
import xiezhi.sharing.domain.Suggestion;
import xiezhischema.sharing.tables.records.RequestRecord;
import xiezhischema.sharing.tables.records.RulesDraftRecord;
import xiezhischema.sharing.tables.records.SuggestionRecord;

/** The rows of what goes with shared information. */
@Repository
class JooqSharingBook implements SharingBook {
  private final DSLContext db;
  private final Rows<RulesDraftRecord> drafts;
  private final Rows<RequestRecord> requests;
  private final Rows<SuggestionRecord> suggestions;

  JooqSharingBook(DSLContext db) {
    this.db = db;
    this.drafts = new Rows<>(db, RULES_DRAFT);
    this.requests = new Rows<>(db, REQUEST);
    this.suggestions = new Rows<>(db, SUGGESTION);
  }

  private static void changed(boolean written) {
    if (!written) {
      throw InformationRegister.overtaken().exception();
    }
  }

  private static Condition page(
      Query q, Field<String> oneSide, Field<String> otherSide, Field<UUID> id) {
    Condition which = q.before() == null ? noCondition() : id.lt(q.before());
    if (q.of() == null) {
      return which;
    }
    List<String> of = q.of().stream().map(BodyId::value).toList();
    return which.and(oneSide.in(of).or(otherSide.in(of)));
  }

  // ------------------------------------------------------------------ drafts of rules

  @Override
  public void insert(CountyCode county, RulesDraft d) {
    drafts.insert(county, row -> fill(row, d));
    if (!d.items().isEmpty()) {
      var items = db.insertInto(RULES_ITEM, RULES_ITEM.COUNTY, RULES_ITEM.DRAFT, RULES_ITEM.ITEM);
      for (String item : d.items()) {
        items = items.values(county.value(), d.id(), item);
      }
      items.execute();
    }
  }

  @Override
  public void update(CountyCode county, RulesDraft d) {
    changed(drafts.update(county, d.id(), d.version(), row -> fill(row, d)));
  }

  @Override
  public Optional<RulesDraft> draft(CountyCode county, UUID id) {
    return load(county, RULES_DRAFT.ID.eq(id), 1).stream().findFirst();
  }

  @Override
  public List<RulesDraft> drafts(CountyCode county, Query q) {
    return load(
        county, page(q, RULES_DRAFT.DRAFTER, RULES_DRAFT.CONSULTED, RULES_DRAFT.ID), q.limit());
  }

  private List<RulesDraft> load(CountyCode county, Condition which, int limit) {
    List<RulesDraftRecord> rows =
        db.selectFrom(RULES_DRAFT)
            .where(RULES_DRAFT.COUNTY.eq(county.value()))
            .and(which)
            .orderBy(RULES_DRAFT.ID.desc())
            .limit(limit)
            .fetch();
    Map<UUID, List<String>> items =
        rows.isEmpty()
            ? Map.of()
            : db.selectFrom(RULES_ITEM)
                .where(RULES_ITEM.COUNTY.eq(county.value()))
                .and(RULES_ITEM.DRAFT.in(rows.stream().map(RulesDraftRecord::getId).toList()))
                .orderBy(RULES_ITEM.ITEM)
                .fetchGroups(RULES_ITEM.DRAFT, RULES_ITEM.ITEM);
    return rows.stream().map(r -> read(r, items.getOrDefault(r.getId(), List.of()))).toList();
  }

  private static void fill(RulesDraftRecord row, RulesDraft d) {
    row.setId(d.id());
    row.setDrafter(d.drafter().value());
    row.setTitle(d.title());
    row.setContent(d.text());
    row.setStage(d.stageName());
    row.setDraftedAt(d.draftedAt());
    Consultation c = d.consultation();
    if (c != null) {
      row.setConsulted(c.consulted().value());
      row.setAskedAt(c.askedAt());
      row.setLetter(c.letter().id());
      row.setLetterNumber(c.letter().number());
      Opinion o = c.opinion();
      if (o != null) {
        row.setOpinion(o.text());
        row.setOpinionAt(o.at());
        row.setOpinionBy(o.by());
      }
    }
    if (d.stage() instanceof Stage.Issued(var number, var effectiveOn)) {
      row.setIssueNumber(number);
      row.setEffectiveOn(effectiveOn);
    }
    row.setStepAt(d.lastStep().at());
    row.setStepAccount(d.lastStep().account());
    row.setStepName(d.lastStep().by());
    row.setStepNote(d.lastStep().note());
    row.setVersion(d.version());
  }

  private static RulesDraft read(RulesDraftRecord r, List<String> items) {
    return new RulesDraft(
        r.getId(),
        new BodyId(r.getDrafter()),
        r.getTitle(),
        r.getContent(),
        items,
        r.getDraftedAt(),
        switch (r.getStage()) {
          case "drafted" -> new Stage.Drafted();
          case "asked" -> new Stage.Asked();
          case "answered" -> new Stage.Answered();
          case "issued" -> new Stage.Issued(r.getIssueNumber(), r.getEffectiveOn());
          case "dropped" -> new Stage.Dropped();
          case String other -> throw new IllegalStateException("unknown stage " + other);
        },
        consultation(r),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  private static @Nullable Consultation consultation(RulesDraftRecord r) {
    return r.getConsulted() == null
        ? null
        : new Consultation(
            new BodyId(r.getConsulted()),
            r.getAskedAt(),
            new Letter(r.getLetter(), r.getLetterNumber()),
            r.getOpinionAt() == null
                ? null
                : new Opinion(r.getOpinion(), r.getOpinionAt(), r.getOpinionBy()));
  }

  // ------------------------------------------------------------------ requests

  @Override
  public void insert(CountyCode county, DataRequest d) {
    requests.insert(county, row -> fill(row, d));
  }

  @Override
  public void update(CountyCode county, DataRequest d) {
    changed(requests.update(county, d.id(), d.version(), row -> fill(row, d)));
  }

  @Override
  public Optional<DataRequest> request(CountyCode county, UUID id) {
    return requests.find(county, id).map(JooqSharingBook::read);
  }

  @Override
  public List<DataRequest> requests(CountyCode county, Query q) {
    return db.selectFrom(REQUEST)
        .where(REQUEST.COUNTY.eq(county.value()))
        .and(page(q, REQUEST.REQUESTER, REQUEST.REQUESTED, REQUEST.ID))
        .orderBy(REQUEST.ID.desc())
        .limit(q.limit())
        .fetch(JooqSharingBook::read);
  }

  private static void fill(RequestRecord row, DataRequest d) {
    row.setId(d.id());
    row.setCategory(d.category());
    row.setRequester(d.requester().value());
    row.setRequested(d.requested().value());
    row.setContent(d.content());
    row.setAskedAt(d.askedAt());
    row.setStage(d.stage().key());
    row.setInformation(d.information());
    row.setStepAt(d.lastStep().at());
    row.setStepAccount(d.lastStep().account());
    row.setStepName(d.lastStep().by());
    row.setStepNote(d.lastStep().note());
    row.setVersion(d.version());
  }

  private static DataRequest read(RequestRecord r) {
    return new DataRequest(
        r.getId(),
        r.getCategory(),
        new BodyId(r.getRequester()),
        new BodyId(r.getRequested()),
        r.getContent(),
        r.getAskedAt(),
        DataRequest.Stage.valueOf(r.getStage().toUpperCase(Locale.ROOT)),
        r.getInformation(),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  // ------------------------------------------------------------------ suggestions

  @Override
  public void insert(CountyCode county, Suggestion s) {
    suggestions.insert(county, row -> fill(row, s));
  }

  @Override
  public void update(CountyCode county, Suggestion s) {
    changed(suggestions.update(county, s.id(), s.version(), row -> fill(row, s)));
  }

  @Override
  public Optional<Suggestion> suggestion(CountyCode county, UUID id) {
    return suggestions.find(county, id).map(JooqSharingBook::read);
  }

  @Override
  public List<Suggestion> suggestions(CountyCode county, Query q) {
    return db.selectFrom(SUGGESTION)
        .where(SUGGESTION.COUNTY.eq(county.value()))
        .and(page(q, SUGGESTION.SUGGESTER, SUGGESTION.SUGGESTED, SUGGESTION.ID))
        .orderBy(SUGGESTION.ID.desc())
        .limit(q.limit())
        .fetch(JooqSharingBook::read);
  }

  private static void fill(SuggestionRecord row, Suggestion s) {
    row.setId(s.id());
    row.setSuggester(s.suggester().value());
    row.setSuggested(s.suggested().value());
    row.setField(s.field());
    row.setContent(s.content());
    row.setInformation(s.information());
    row.setStage(s.stage().key());
    row.setMadeAt(s.madeAt());
    row.setAnswer(s.answer());
    row.setOutcome(s.outcome());
    row.setLetter(s.letter().id());
    row.setLetterNumber(s.letter().number());
    row.setStepAt(s.lastStep().at());
    row.setStepAccount(s.lastStep().account());
    row.setStepName(s.lastStep().by());
    row.setStepNote(s.lastStep().note());
    row.setVersion(s.version());
  }

  private static Suggestion read(SuggestionRecord r) {
    return new Suggestion(
        r.getId(),
        new BodyId(r.getSuggester()),
        new BodyId(r.getSuggested()),
        r.getField(),
        r.getContent(),
        r.getInformation(),
        r.getMadeAt(),
        Suggestion.Stage.valueOf(r.getStage().toUpperCase(Locale.ROOT).replace('-', '_')),
        r.getAnswer(),
        r.getOutcome(),
        new Letter(r.getLetter(), r.getLetterNumber()),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  // ------------------------------------------------------------------ uses and measures

  @Override
  public void insert(CountyCode county, Use u, String account) {
    db.insertInto(USE)
        .set(USE.COUNTY, county.value())
        .set(USE.ID, Ids.next())
        .set(USE.INFORMATION, u.information())
        .set(USE.BODY, u.body().value())
        .set(USE.HOW, u.how().key())
        .set(USE.CONTENT, u.content())
        .set(USE.AT, u.at())
        .set(USE.BY_ACCOUNT, account)
        .set(USE.BY_NAME, u.by())
        .execute();
  }

  @Override
  public List<Use> uses(CountyCode county, Collection<UUID> information) {
    return information.isEmpty()
        ? List.of()
        : db.selectFrom(USE)
            .where(USE.COUNTY.eq(county.value()))
            .and(USE.INFORMATION.in(information))
            .orderBy(USE.AT, USE.ID)
            .fetch(
                u ->
                    new Use(
                        u.getInformation(),
                        new BodyId(u.getBody()),
                        How.valueOf(u.getHow().toUpperCase(Locale.ROOT).replace('-', '_')),
                        u.getContent(),
                        u.getAt(),
                        u.getByName()));
  }

  @Override
  public void insert(CountyCode county, Measure m, String account) {
    db.insertInto(MEASURE)
        .set(MEASURE.COUNTY, county.value())
        .set(MEASURE.ID, m.id())
        .set(MEASURE.DEPARTMENT, m.department().value())
        .set(MEASURE.FIELD, m.field())
        .set(MEASURE.CONTENT, m.content())
        .set(MEASURE.FROM_ON, m.from())
        .set(MEASURE.AT, m.at())
        .set(MEASURE.BY_ACCOUNT, account)
        .set(MEASURE.BY_NAME, m.by())
        .execute();
  }

  @Override
  public List<Measure> measures(CountyCode county, @Nullable String field) {
    return db.selectFrom(MEASURE)
        .where(MEASURE.COUNTY.eq(county.value()))
        .and(field == null ? noCondition() : MEASURE.FIELD.eq(field))
        .orderBy(MEASURE.FROM_ON.desc(), MEASURE.ID.desc())
        .limit(200)
        .fetch(
            m ->
                new Measure(
                    m.getId(),
                    new BodyId(m.getDepartment()),
                    m.getField(),
                    m.getContent(),
                    m.getFromOn(),
                    m.getAt(),
                    m.getByName()));
  }
}
