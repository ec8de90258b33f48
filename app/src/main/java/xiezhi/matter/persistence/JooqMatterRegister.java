package xiezhi.matter.persistence;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static xiezhischema.matter.Tables.ACCESS;
import static xiezhischema.matter.Tables.ARTICLE;
import static xiezhischema.matter.Tables.ITEM;
import static xiezhischema.matter.Tables.MATTER_;
import static xiezhischema.matter.Tables.NUMBER;
import static xiezhischema.matter.Tables.PARTY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.matter.Matter;
import xiezhi.matter.Matter.Act;
import xiezhi.matter.Matter.Article;
import xiezhi.matter.Matter.Confirmation;
import xiezhi.matter.Matter.Dissuasion;
import xiezhi.matter.Matter.Item;
import xiezhi.matter.Matter.Party;
import xiezhi.matter.Matter.Place;
import xiezhi.matter.Matter.PreHandover;
import xiezhi.matter.Matter.Stage;
import xiezhi.matter.Matter.Urgency;
import xiezhi.matter.MatterLists.Line;
import xiezhi.matter.domain.MatterRegister;
import xiezhi.shared.AccountId;
import xiezhi.shared.Bigrams;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.persistence.Rows;
import xiezhischema.matter.tables.records.MatterRecord;

/** The matters' rows. */
@Repository
class JooqMatterRegister implements MatterRegister {
  private final DSLContext db;
  private final Rows<MatterRecord> matters;
  private final LineQueries lines;

  JooqMatterRegister(DSLContext db, LineQueries lines) {
    this.db = db;
    this.matters = new Rows<>(db, MATTER_);
    this.lines = lines;
  }

  @Override
  public int nextNumber(CountyCode county, int year) {
    Integer next =
        db.insertInto(NUMBER)
            .set(NUMBER.COUNTY, county.value())
            .set(NUMBER.YEAR, year)
            .set(NUMBER.LAST, 1)
            .onConflict(NUMBER.COUNTY, NUMBER.YEAR)
            .doUpdate()
            .set(NUMBER.LAST, NUMBER.LAST.plus(1))
            .returningResult(NUMBER.LAST)
            .fetchSingle()
            .value1();
    return next;
  }

  @Override
  public void insert(CountyCode county, Matter m) {
    matters.insert(county, row -> fill(row, m));
    insertParts(county, m);
    index(county, m);
  }

  @Override
  public void update(CountyCode county, Matter m, boolean parts) {
    if (!matters.update(county, m.id().value(), m.version(), row -> fill(row, m))) {
      throw Refusal.of(
              Refusal.Kind.CONFLICT,
              "matter.changed-meanwhile",
              "Somebody else changed this matter meanwhile; look again.")
          .exception();
    }
    if (parts) {
      UUID id = m.id().value();
      db.deleteFrom(ITEM).where(ITEM.COUNTY.eq(county.value())).and(ITEM.MATTER.eq(id)).execute();
      db.deleteFrom(PARTY)
          .where(PARTY.COUNTY.eq(county.value()))
          .and(PARTY.MATTER.eq(id))
          .execute();
      db.deleteFrom(ARTICLE)
          .where(ARTICLE.COUNTY.eq(county.value()))
          .and(ARTICLE.MATTER.eq(id))
          .execute();
      insertParts(county, m);
      index(county, m);
    }
  }

  @Override
  public Optional<Matter> find(CountyCode county, MatterId id) {
    return matters.find(county, id.value()).map(r -> read(county, r));
  }

  @Override
  public void open(
      CountyCode county,
      MatterId id,
      Collection<BodyId> bodies,
      Instant registeredAt,
      Instant now) {
    for (BodyId body : bodies) {
      db.insertInto(ACCESS)
          .set(ACCESS.COUNTY, county.value())
          .set(ACCESS.BODY, body.value())
          .set(ACCESS.REGISTERED_AT, registeredAt)
          .set(ACCESS.MATTER, id.value())
          .set(ACCESS.SINCE, now)
          .onConflictDoNothing()
          .execute();
    }
  }

  @Override
  public List<BodyId> openTo(CountyCode county, MatterId id) {
    return db.select(ACCESS.BODY)
        .from(ACCESS)
        .where(ACCESS.COUNTY.eq(county.value()))
        .and(ACCESS.MATTER.eq(id.value()))
        .fetch(r -> new BodyId(r.value1()));
  }

  @Override
  public List<Line> list(CountyCode county, Query q) {
    return lines.list(county, q);
  }

  @Override
  public Map<UUID, String[]> headlines(
      CountyCode county, Collection<UUID> ids, @Nullable Collection<BodyId> desk) {
    // one parameter however many there are: the statement is prepared once
    return db.select(MATTER_.ID, MATTER_.NUMBER, MATTER_.SUBJECT)
        .from(MATTER_)
        .where(MATTER_.COUNTY.eq(county.value()))
        .and(MATTER_.ID.eq(any(ids.toArray(UUID[]::new))))
        .and(
            desk == null
                ? noCondition()
                : exists(
                    selectOne()
                        .from(ACCESS)
                        .where(ACCESS.COUNTY.eq(county.value()))
                        .and(ACCESS.MATTER.eq(MATTER_.ID))
                        .and(ACCESS.BODY.in(desk.stream().map(BodyId::value).toList()))))
        .fetchMap(MATTER_.ID, r -> new String[] {r.value2(), r.value3()});
  }

  private void index(CountyCode county, Matter m) {
    StringBuilder all = new StringBuilder();
    all.append(m.number())
        .append(' ')
        .append(m.subject())
        .append(' ')
        .append(m.place().address())
        .append(' ');
    // beyond that a text is not searched: a vector holds at most a megabyte
    all.append(m.act().facts(), 0, Math.min(m.act().facts().length(), 20_000)).append(' ');
    m.parties().forEach(p -> all.append(p.name()).append(' '));
    m.items().forEach(i -> all.append(i.code()).append(' ').append(i.name()).append(' '));
    String[] words = Bigrams.of(all.toString()).toArray(String[]::new);
    db.execute(
        """
        insert into matter.search (county, matter, words)
        values ({0}, {1}, array_to_tsvector({2} || matter.marks({0}, {3})))
        on conflict (county, matter) do update set words = excluded.words\
        """,
        val(county.value()), val(m.id().value()), val(words), val(m.registeredAt()));
  }

  private void insertParts(CountyCode county, Matter m) {
    for (Item item : m.items()) {
      db.insertInto(ITEM)
          .set(ITEM.COUNTY, county.value())
          .set(ITEM.MATTER, m.id().value())
          .set(ITEM.CODE, item.code())
          .set(ITEM.NAME, item.name())
          .execute();
    }
    int position = 0;
    for (Party party : m.parties()) {
      db.insertInto(PARTY)
          .set(PARTY.COUNTY, county.value())
          .set(PARTY.MATTER, m.id().value())
          .set(PARTY.POSITION, position++)
          .set(PARTY.KIND, party.kind())
          .set(PARTY.NAME, party.name())
          .set(PARTY.ID_NUMBER, party.idNumber())
          .set(PARTY.PHONE, party.phone())
          .execute();
    }
    position = 0;
    for (Article article : m.articles()) {
      db.insertInto(ARTICLE)
          .set(ARTICLE.COUNTY, county.value())
          .set(ARTICLE.MATTER, m.id().value())
          .set(ARTICLE.POSITION, position++)
          .set(ARTICLE.NAME, article.name())
          .set(ARTICLE.QUANTITY, article.quantity())
          .set(ARTICLE.STATE, article.state())
          .execute();
    }
  }

  private static void fill(MatterRecord row, Matter m) {
    row.setId(m.id().value());
    row.setNumber(m.number());
    row.setSubject(m.subject());
    row.setHolder(m.holder().value());
    row.setSource(m.source());
    row.setRegisteredAt(m.registeredAt());
    row.setRegisteredBy(m.registeredBy().value());
    row.setDiscoveredAt(m.discoveredAt());
    row.setDivision(m.place().division());
    row.setAddress(m.place().address());
    row.setLng(m.place().lng());
    row.setLat(m.place().lat());
    row.setActFrom(m.act().from());
    row.setActTo(m.act().to());
    row.setFacts(m.act().facts());
    row.setInProgress(m.act().inProgress());
    row.setHazard(m.act().hazard());
    row.setPreHandover(m.act().preHandover().key());
    Urgency urgency = m.urgency();
    row.setUrgentReason(urgency == null ? null : urgency.reason());
    row.setUrgentBy(urgency == null ? null : urgency.by());
    row.setUrgentAt(urgency == null ? null : urgency.at());
    Confirmation confirmed = urgency == null ? null : urgency.confirmed();
    row.setUrgencyConfirmation(confirmed == null ? null : confirmed.reason());
    row.setUrgencyConfirmedBy(confirmed == null ? null : confirmed.by());
    row.setUrgencyConfirmedAt(confirmed == null ? null : confirmed.at());
    Dissuasion dissuasion = m.dissuasion();
    row.setDissuasion(dissuasion == null ? null : dissuasion.how());
    row.setDissuadedBy(dissuasion == null ? null : dissuasion.by());
    row.setDissuadedAt(dissuasion == null ? null : dissuasion.at());
    row.setVersion(m.version());
    switch (m.stage()) {
      case Stage.Registered() -> row.setStage("registered");
      case Stage.Ours(var at, var by, var reason) -> judged(row, "ours", at, by, reason, null);
      case Stage.NotOurs(var at, var by, var reason, var competent) ->
          judged(row, "not-ours", at, by, reason, competent);
      case Stage.Closed(var at, var outcome) -> {
        row.setStage("closed");
        row.setClosedAt(at);
        row.setOutcome(outcome);
      }
    }
  }

  private static void judged(
      MatterRecord row,
      String stage,
      Instant at,
      String by,
      String reason,
      @Nullable BodyId competent) {
    row.setStage(stage);
    row.setJudgedAt(at);
    row.setJudgedBy(by);
    row.setJudgement(reason);
    row.setCompetent(competent == null ? null : competent.value());
  }

  private Matter read(CountyCode county, MatterRecord r) {
    UUID id = r.getId();
    List<Item> items =
        db.selectFrom(ITEM)
            .where(ITEM.COUNTY.eq(county.value()))
            .and(ITEM.MATTER.eq(id))
            .orderBy(ITEM.CODE)
            .fetch(i -> new Item(i.getCode(), i.getName()));
    List<Party> parties =
        db.selectFrom(PARTY)
            .where(PARTY.COUNTY.eq(county.value()))
            .and(PARTY.MATTER.eq(id))
            .orderBy(PARTY.POSITION)
            .fetch(p -> new Party(p.getKind(), p.getName(), p.getIdNumber(), p.getPhone()));
    List<Article> articles =
        db.selectFrom(ARTICLE)
            .where(ARTICLE.COUNTY.eq(county.value()))
            .and(ARTICLE.MATTER.eq(id))
            .orderBy(ARTICLE.POSITION)
            .fetch(a -> new Article(a.getName(), a.getQuantity(), a.getState()));
    return new Matter(
        new MatterId(id),
        r.getNumber(),
        r.getSubject(),
        stage(r),
        new BodyId(r.getHolder()),
        r.getSource(),
        r.getRegisteredAt(),
        new AccountId(r.getRegisteredBy()),
        r.getDiscoveredAt(),
        new Place(r.getDivision(), r.getAddress(), r.getLng(), r.getLat()),
        new Act(
            r.getFacts(),
            r.getActFrom(),
            r.getActTo(),
            r.getInProgress(),
            r.getHazard(),
            PreHandover.valueOf(r.getPreHandover().toUpperCase(Locale.ROOT))),
        items,
        parties,
        articles,
        r.getUrgentReason() == null
            ? null
            : new Urgency(r.getUrgentReason(), r.getUrgentBy(), r.getUrgentAt(), confirmation(r)),
        r.getDissuasion() == null
            ? null
            : new Dissuasion(r.getDissuasion(), r.getDissuadedBy(), r.getDissuadedAt()),
        r.getVersion());
  }

  private static @Nullable Confirmation confirmation(MatterRecord r) {
    return r.getUrgencyConfirmedAt() == null
        ? null
        : new Confirmation(
            r.getUrgencyConfirmation(), r.getUrgencyConfirmedBy(), r.getUrgencyConfirmedAt());
  }

  private static Stage stage(MatterRecord r) {
    return switch (r.getStage()) {
      case "registered" -> new Stage.Registered();
      case "ours" -> new Stage.Ours(r.getJudgedAt(), r.getJudgedBy(), r.getJudgement());
      case "not-ours" ->
          new Stage.NotOurs(
              r.getJudgedAt(),
              r.getJudgedBy(),
              r.getJudgement(),
              r.getCompetent() == null ? null : new BodyId(r.getCompetent()));
      case "closed" -> new Stage.Closed(r.getClosedAt(), r.getOutcome());
      case String other -> throw new IllegalStateException("unknown stage " + other);
    };
  }
}
