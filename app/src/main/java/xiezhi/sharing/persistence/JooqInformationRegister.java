package xiezhi.sharing.persistence;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static xiezhischema.sharing.Tables.DELIVERY;
import static xiezhischema.sharing.Tables.INFORMATION;
import static xiezhischema.sharing.Tables.ITEM;
import static xiezhischema.sharing.Tables.PARTY;
import static xiezhischema.sharing.Tables.SUBSCRIPTION;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhi.sharing.domain.Category;
import xiezhi.sharing.domain.Information;
import xiezhi.sharing.domain.Information.Content;
import xiezhi.sharing.domain.Information.Party;
import xiezhi.sharing.domain.Information.Stage;
import xiezhi.sharing.domain.InformationRegister;
import xiezhischema.sharing.tables.records.DeliveryRecord;
import xiezhischema.sharing.tables.records.InformationRecord;

/** The rows of information and its receivers. */
@Repository
class JooqInformationRegister implements InformationRegister {
  /** How far back an inbox is searched by category, item or party. */
  private static final int SOUGHT = 2_000;

  private final DSLContext db;
  private final Rows<InformationRecord> information;

  JooqInformationRegister(DSLContext db) {
    this.db = db;
    this.information = new Rows<>(db, INFORMATION);
  }

  @Override
  public void insert(CountyCode county, Information i) {
    information.insert(county, row -> fill(row, i));
    if (!i.content().items().isEmpty()) {
      var items = db.insertInto(ITEM, ITEM.COUNTY, ITEM.INFORMATION, ITEM.ITEM_);
      for (String item : i.content().items()) {
        items = items.values(county.value(), i.id(), item);
      }
      items.execute();
    }
    if (!i.content().parties().isEmpty()) {
      var parties =
          db.insertInto(
              PARTY, PARTY.COUNTY, PARTY.INFORMATION, PARTY.POSITION, PARTY.NAME, PARTY.ADDRESS);
      int position = 0;
      for (Party p : i.content().parties()) {
        parties = parties.values(county.value(), i.id(), ++position, p.name(), p.address());
      }
      parties.execute();
    }
  }

  @Override
  public void update(CountyCode county, Information i) {
    if (!information.update(county, i.id(), i.version(), row -> fill(row, i))) {
      throw InformationRegister.overtaken().exception();
    }
  }

  @Override
  public Optional<Information> find(CountyCode county, UUID id) {
    return load(county, INFORMATION.ID.eq(id), 1).stream().findFirst();
  }

  @Override
  public List<Information> of(CountyCode county, MatterId matter) {
    return load(county, INFORMATION.MATTER.eq(matter.value()), 200);
  }

  @Override
  public List<Information> list(CountyCode county, Query q) {
    List<String> desk = q.desk().stream().map(BodyId::value).toList();
    Condition which =
        switch (q.box()) {
          case IN -> INFORMATION.ID.in(given(county, desk, q));
          case OUT -> INFORMATION.PUBLISHER.in(desk);
          case TO_SHARE ->
              INFORMATION.PUBLISHER.in(desk).and(INFORMATION.STAGE.eq(DSL.inline("formed")));
          case COUNTY -> noCondition();
        };
    if (q.category() != null) {
      which = which.and(INFORMATION.CATEGORY.eq(q.category()));
    }
    if (q.item() != null) {
      which =
          which.and(
              INFORMATION.ID.in(
                  db.select(ITEM.INFORMATION)
                      .from(ITEM)
                      .where(ITEM.COUNTY.eq(county.value()))
                      .and(ITEM.ITEM_.eq(q.item()))));
    }
    if (q.party() != null) {
      which =
          which.and(
              INFORMATION.ID.in(
                  db.select(PARTY.INFORMATION)
                      .from(PARTY)
                      .where(PARTY.COUNTY.eq(county.value()))
                      .and(PARTY.NAME.eq(q.party()))
                      .union(
                          db.select(PARTY.INFORMATION)
                              .from(PARTY)
                              .where(PARTY.COUNTY.eq(county.value()))
                              .and(PARTY.ADDRESS.eq(q.party())))));
    }
    if (q.before() != null) {
      which = which.and(INFORMATION.ID.lt(q.before()));
    }
    return load(county, which, q.limit());
  }

  /** One ordered index scan for each body of the desk: an IN list would sort all it ever got. */
  private List<UUID> given(CountyCode county, List<String> desk, Query q) {
    return desk.stream()
        .flatMap(
            body ->
                db
                    .select(DELIVERY.INFORMATION)
                    .from(DELIVERY)
                    .where(DELIVERY.COUNTY.eq(county.value()))
                    .and(DELIVERY.RECEIVER.eq(body))
                    .and(q.before() == null ? noCondition() : DELIVERY.INFORMATION.lt(q.before()))
                    .orderBy(DELIVERY.INFORMATION.desc())
                    .limit(isRestricted(q) ? SOUGHT : q.limit())
                    .fetch(DELIVERY.INFORMATION)
                    .stream())
        .distinct()
        .toList();
  }

  /** Whether more than the box decides which rows are shown. */
  private static boolean isRestricted(Query q) {
    return q.category() != null || q.item() != null || q.party() != null;
  }

  private List<Information> load(CountyCode county, Condition which, int limit) {
    List<InformationRecord> rows =
        db.selectFrom(INFORMATION)
            .where(INFORMATION.COUNTY.eq(county.value()))
            .and(which)
            .orderBy(INFORMATION.ID.desc())
            .limit(limit)
            .fetch();
    if (rows.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = rows.stream().map(InformationRecord::getId).toList();
    Map<UUID, List<String>> items =
        db.selectFrom(ITEM)
            .where(ITEM.COUNTY.eq(county.value()))
            .and(ITEM.INFORMATION.in(ids))
            .orderBy(ITEM.ITEM_)
            .fetchGroups(ITEM.INFORMATION, ITEM.ITEM_);
    Map<UUID, List<Party>> parties =
        db.selectFrom(PARTY)
            .where(PARTY.COUNTY.eq(county.value()))
            .and(PARTY.INFORMATION.in(ids))
            .orderBy(PARTY.POSITION)
            .fetchGroups(PARTY.INFORMATION, p -> new Party(p.getName(), p.getAddress()));
    return rows.stream()
        .map(
            r ->
                read(
                    r,
                    items.getOrDefault(r.getId(), List.of()),
                    parties.getOrDefault(r.getId(), List.of())))
        .toList();
  }

  private static void fill(InformationRecord row, Information i) {
    Content c = i.content();
    Information.Basis basis = c.basis();
    row.setId(i.id());
    row.setCategory(i.category());
    row.setAct(i.act().key());
    row.setPublisher(i.publisher().value());
    row.setTitle(c.title());
    row.setContent(c.text());
    row.setReason(c.reason());
    row.setEdition(c.edition());
    row.setField(c.field());
    row.setChangeKind(basis == null ? null : basis.kind().key());
    row.setEffectiveOn(basis == null ? null : basis.effectiveOn());
    row.setRulesDraft(basis == null ? null : basis.draft());
    row.setToldBy(basis == null ? "" : basis.toldBy());
    row.setMatter(i.matter() == null ? null : i.matter().value());
    row.setOrigin(i.origin());
    row.setFormedAt(i.formedAt());
    switch (i.stage()) {
      case Stage.Formed() -> stage(row, "formed", null, null, null);
      case Stage.Shared(var at, var receivers) -> stage(row, "shared", at, receivers, null);
      case Stage.Dropped(var why) -> stage(row, "dropped", null, null, why);
    }
    row.setLetter(i.letter() == null ? null : i.letter().id());
    row.setLetterNumber(i.letter() == null ? null : i.letter().number());
    row.setStepAt(i.lastStep().at());
    row.setStepAccount(i.lastStep().account());
    row.setStepName(i.lastStep().by());
    row.setStepNote(i.lastStep().note());
    row.setVersion(i.version());
  }

  private static void stage(
      InformationRecord row,
      String stage,
      @Nullable Instant at,
      @Nullable Integer receivers,
      @Nullable String why) {
    row.setStage(stage);
    row.setSharedAt(at);
    row.setReceivers(receivers);
    row.setDroppedWhy(why);
  }

  private static Information read(InformationRecord r, List<String> items, List<Party> parties) {
    return new Information(
        r.getId(),
        r.getCategory(),
        Category.Act.of(r.getAct()),
        new BodyId(r.getPublisher()),
        new Content(
            r.getTitle(),
            r.getContent(),
            r.getReason(),
            r.getEdition(),
            r.getField(),
            items,
            parties,
            r.getChangeKind() == null
                ? null
                : new Information.Basis(
                    Information.ChangeKind.valueOf(r.getChangeKind().toUpperCase(Locale.ROOT)),
                    r.getEffectiveOn(),
                    r.getRulesDraft(),
                    r.getToldBy())),
        r.getMatter() == null ? null : new MatterId(r.getMatter()),
        r.getOrigin(),
        r.getFormedAt(),
        switch (r.getStage()) {
          case "formed" -> new Stage.Formed();
          case "shared" -> new Stage.Shared(r.getSharedAt(), r.getReceivers());
          case "dropped" -> new Stage.Dropped(r.getDroppedWhy());
          case String other -> throw new IllegalStateException("unknown stage " + other);
        },
        r.getLetter() == null ? null : new Information.Letter(r.getLetter(), r.getLetterNumber()),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  // ------------------------------------------------------------------ receivers

  /** One statement with arrays, however many receivers. */
  @Override
  public void deliver(CountyCode county, UUID id, Map<BodyId, Why> receivers) {
    db.execute(
        """
        insert into sharing.delivery (county, information, receiver, why)
        select {0}, {1}, r.receiver, r.why from unnest({2}::text[], {3}::text[]) r (receiver, why)\
        """,
        DSL.val(county.value()),
        DSL.val(id),
        DSL.val(receivers.keySet().stream().map(BodyId::value).toArray(String[]::new)),
        DSL.val(receivers.values().stream().map(Why::key).toArray(String[]::new)));
  }

  @Override
  public List<Delivery> deliveries(CountyCode county, UUID id) {
    return db.selectFrom(DELIVERY)
        .where(DELIVERY.COUNTY.eq(county.value()))
        .and(DELIVERY.INFORMATION.eq(id))
        .orderBy(DELIVERY.RECEIVER)
        .fetch(JooqInformationRegister::delivery);
  }

  @Override
  public List<Delivery> deliveriesTo(
      CountyCode county, Collection<BodyId> receivers, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : db.selectFrom(DELIVERY)
            .where(DELIVERY.COUNTY.eq(county.value()))
            .and(DELIVERY.INFORMATION.in(ids))
            .and(DELIVERY.RECEIVER.in(receivers.stream().map(BodyId::value).toList()))
            .fetch(JooqInformationRegister::delivery);
  }

  private static Delivery delivery(DeliveryRecord r) {
    return new Delivery(r.getInformation(), new BodyId(r.getReceiver()), Why.of(r.getWhy()));
  }

  // ------------------------------------------------------------------ subscriptions and figures

  @Override
  public List<Subscription> subscriptions(CountyCode county, @Nullable Collection<BodyId> of) {
    return db.selectFrom(SUBSCRIPTION)
        .where(SUBSCRIPTION.COUNTY.eq(county.value()))
        .and(
            of == null
                ? noCondition()
                : SUBSCRIPTION.BODY.in(of.stream().map(BodyId::value).toList()))
        .orderBy(SUBSCRIPTION.BODY, SUBSCRIPTION.CATEGORY, SUBSCRIPTION.FIELD)
        .fetch(s -> new Subscription(new BodyId(s.getBody()), s.getCategory(), s.getField()));
  }

  @Override
  public List<BodyId> subscribers(CountyCode county, String category, String field) {
    return db.selectDistinct(SUBSCRIPTION.BODY)
        .from(SUBSCRIPTION)
        .where(SUBSCRIPTION.COUNTY.eq(county.value()))
        .and(SUBSCRIPTION.CATEGORY.eq(category))
        .and(SUBSCRIPTION.FIELD.in("", field))
        .orderBy(SUBSCRIPTION.BODY)
        .fetch(r -> new BodyId(r.value1()));
  }

  @Override
  public void subscribe(CountyCode county, Subscription s, Instant at, String account) {
    db.insertInto(SUBSCRIPTION)
        .set(SUBSCRIPTION.COUNTY, county.value())
        .set(SUBSCRIPTION.BODY, s.body().value())
        .set(SUBSCRIPTION.CATEGORY, s.category())
        .set(SUBSCRIPTION.FIELD, s.field())
        .set(SUBSCRIPTION.AT, at)
        .set(SUBSCRIPTION.BY_ACCOUNT, account)
        .onConflictDoNothing()
        .execute();
  }

  @Override
  public void unsubscribe(CountyCode county, Subscription s) {
    db.deleteFrom(SUBSCRIPTION)
        .where(SUBSCRIPTION.COUNTY.eq(county.value()))
        .and(SUBSCRIPTION.BODY.eq(s.body().value()))
        .and(SUBSCRIPTION.CATEGORY.eq(s.category()))
        .and(SUBSCRIPTION.FIELD.eq(s.field()))
        .execute();
  }

  @Override
  public Map<BodyId, Integer> shared(CountyCode county, Instant from, Instant to) {
    Map<BodyId, Integer> found = new LinkedHashMap<>();
    db.select(INFORMATION.PUBLISHER, count())
        .from(INFORMATION)
        .where(INFORMATION.COUNTY.eq(county.value()))
        .and(INFORMATION.STAGE.eq("shared"))
        .and(INFORMATION.SHARED_AT.ge(from))
        .and(INFORMATION.SHARED_AT.lt(to))
        .groupBy(INFORMATION.PUBLISHER)
        .orderBy(INFORMATION.PUBLISHER)
        .forEach(r -> found.put(new BodyId(r.value1()), r.value2()));
    return found;
  }

  @Override
  public Map<String, Integer> figures(CountyCode county, String field, Instant from, Instant to) {
    Map<String, Integer> found = new LinkedHashMap<>();
    db.select(INFORMATION.ORIGIN, count())
        .from(INFORMATION)
        .where(INFORMATION.COUNTY.eq(county.value()))
        .and(INFORMATION.FIELD.eq(field))
        .and(INFORMATION.STAGE.eq("shared"))
        .and(INFORMATION.SHARED_AT.ge(from))
        .and(INFORMATION.SHARED_AT.lt(to))
        .and(INFORMATION.ORIGIN.ne(""))
        .groupBy(INFORMATION.ORIGIN)
        .orderBy(INFORMATION.ORIGIN)
        .forEach(r -> found.put(r.value1(), r.value2()));
    return found;
  }
}
