package xiezhi.command.persistence;

import static xiezhischema.command.Tables.ORDER_;
import static xiezhischema.command.Tables.PROBLEM;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.command.domain.Order;
import xiezhi.command.domain.OrderRegister;
import xiezhi.command.domain.Problem;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhischema.command.tables.records.Order_Record;
import xiezhischema.command.tables.records.ProblemRecord;

/** The rows of orders and problems. */
@Repository
class JooqOrderRegister implements OrderRegister {
  /** Written out, so that the indexes of the open ones serve. */
  private static final Condition OPEN =
      DSL.condition("stage in ('issued', 'acknowledged', 'started')");

  private static final Condition UNSOLVED = DSL.condition("stage = 'open'");

  private final DSLContext db;
  private final Rows<Order_Record> orders;
  private final Rows<ProblemRecord> problems;

  JooqOrderRegister(DSLContext db) {
    this.db = db;
    this.orders = new Rows<>(db, ORDER_);
    this.problems = new Rows<>(db, PROBLEM);
  }

  @Override
  public void insert(CountyCode county, Order o) {
    orders.insert(county, row -> fill(row, o));
  }

  @Override
  public void update(CountyCode county, Order o) {
    if (!orders.update(county, o.id(), o.version(), row -> fill(row, o))) {
      throw OrderRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public Optional<Order> find(CountyCode county, UUID id) {
    return orders.find(county, id).map(JooqOrderRegister::read);
  }

  @Override
  public List<Order> ofDispatch(CountyCode county, UUID dispatch) {
    return db.selectFrom(ORDER_)
        .where(ORDER_.COUNTY.eq(county.value()))
        .and(ORDER_.DISPATCH.eq(dispatch))
        .orderBy(ORDER_.ID)
        .fetch(JooqOrderRegister::read);
  }

  @Override
  public List<Order> list(
      CountyCode county,
      List<BodyId> desk,
      @Nullable String account,
      boolean open,
      @Nullable UUID before,
      int limit) {
    Condition fits =
        ORDER_
            .COUNTY
            .eq(county.value())
            .and(open ? OPEN : DSL.noCondition())
            .and(before == null ? DSL.noCondition() : ORDER_.ID.lt(before));
    if (!desk.isEmpty()) {
      // one walk along each index, as far as the page goes
      SortedSet<UUID> newest = new TreeSet<>(Comparator.reverseOrder());
      for (BodyId body : desk) {
        if (account == null) {
          newest.addAll(ids(fits.and(ORDER_.COMMANDER.eq(body.value())), limit));
          newest.addAll(ids(fits.and(ORDER_.BODY.eq(body.value())), limit));
        } else {
          newest.addAll(
              ids(fits.and(ORDER_.BODY.eq(body.value())).and(ORDER_.ACCOUNT.isNull()), limit));
        }
      }
      if (account != null) {
        newest.addAll(ids(fits.and(ORDER_.ACCOUNT.eq(account)), limit));
      }
      fits = fits.and(ORDER_.ID.in(newest.stream().limit(limit).toList()));
    }
    return db.selectFrom(ORDER_)
        .where(fits)
        .orderBy(ORDER_.ID.desc())
        .limit(limit)
        .fetch(JooqOrderRegister::read);
  }

  private List<UUID> ids(Condition fits, int limit) {
    return db.select(ORDER_.ID)
        .from(ORDER_)
        .where(fits)
        .orderBy(ORDER_.ID.desc())
        .limit(limit)
        .fetch(ORDER_.ID);
  }

  @Override
  public List<Order> open(CountyCode county, Collection<BodyId> bodies) {
    return db.selectFrom(ORDER_)
        .where(ORDER_.COUNTY.eq(county.value()))
        .and(ORDER_.BODY.in(bodies.stream().map(BodyId::value).toList()))
        .and(OPEN)
        .orderBy(ORDER_.DUE_AT, ORDER_.ID)
        .fetch(JooqOrderRegister::read);
  }

  @Override
  public List<Order> booked(
      CountyCode county,
      Collection<String> accounts,
      Collection<UUID> equipment,
      Instant from,
      Instant to) {
    Condition things =
        equipment.isEmpty()
            ? DSL.falseCondition()
            : DSL.condition(
                "{0} && {1}", ORDER_.EQUIPMENT, DSL.val(equipment.toArray(UUID[]::new)));
    return db.selectFrom(ORDER_)
        .where(ORDER_.COUNTY.eq(county.value()))
        .and(OPEN)
        .and(ORDER_.STARTS_AT.lt(to))
        .and(ORDER_.DUE_AT.gt(from))
        .and(ORDER_.ACCOUNT.in(accounts).or(things))
        .orderBy(ORDER_.STARTS_AT)
        .fetch(JooqOrderRegister::read);
  }

  @Override
  public List<Tally> tally(CountyCode county, Collection<BodyId> bodies, Instant since) {
    return db.select(
            ORDER_.BODY,
            ORDER_.STAGE,
            DSL.count(),
            DSL.count().filterWhere(ORDER_.ENDED_AT.gt(ORDER_.DUE_AT)))
        .from(ORDER_)
        .where(ORDER_.COUNTY.eq(county.value()))
        .and(ORDER_.BODY.in(bodies.stream().map(BodyId::value).toList()))
        .and(ORDER_.ISSUED_AT.ge(since))
        .groupBy(ORDER_.BODY, ORDER_.STAGE)
        .fetch(r -> new Tally(new BodyId(r.value1()), stage(r.value2()), r.value3(), r.value4()));
  }

  private static Order.Stage stage(String key) {
    return Order.Stage.valueOf(key.toUpperCase(Locale.ROOT));
  }

  private static void fill(Order_Record row, Order o) {
    row.setId(o.id());
    row.setDispatch(o.dispatch());
    row.setKind(o.kind().key());
    row.setPost(o.post());
    row.setCommander(o.commander().value());
    row.setHead(o.head().title());
    row.setHeadAccount(o.head().account());
    row.setHeadName(o.head().name());
    row.setBody(o.to().body().value());
    row.setAccount(o.to().account());
    row.setPerson(o.to().person());
    row.setTitle(o.task().title());
    row.setContent(o.task().content());
    row.setPlace(o.task().place());
    row.setDivision(o.task().division());
    row.setStartsAt(o.slot().from());
    row.setDueAt(o.slot().due());
    row.setEquipment(o.equipment().toArray(UUID[]::new));
    row.setClash(o.clash());
    row.setMatter(o.matter() == null ? null : o.matter().value());
    row.setStage(o.stage().key());
    row.setIssuedAt(o.times().issuedAt());
    row.setAcknowledgedAt(o.times().acknowledgedAt());
    row.setStartedAt(o.times().startedAt());
    row.setEndedAt(o.times().endedAt());
    row.setReport(o.report());
    row.setPhotos(o.photos().toArray(UUID[]::new));
    row.setLetter(o.letter().id());
    row.setLetterNumber(o.letter().number());
    row.setStepAt(o.lastStep().at());
    row.setStepAccount(o.lastStep().account());
    row.setStepName(o.lastStep().by());
    row.setStepNote(o.lastStep().note());
    row.setVersion(o.version());
  }

  private static Order read(Order_Record r) {
    return new Order(
        r.getId(),
        r.getDispatch(),
        Order.Kind.valueOf(r.getKind().toUpperCase(Locale.ROOT)),
        r.getPost(),
        new BodyId(r.getCommander()),
        new Order.Head(r.getHead(), r.getHeadAccount(), r.getHeadName()),
        new Order.Assignee(new BodyId(r.getBody()), r.getAccount(), r.getPerson()),
        new Order.Task(r.getTitle(), r.getContent(), r.getPlace(), r.getDivision()),
        new Order.Slot(r.getStartsAt(), r.getDueAt()),
        Arrays.asList(r.getEquipment()),
        r.getClash(),
        r.getMatter() == null ? null : new MatterId(r.getMatter()),
        stage(r.getStage()),
        new Order.Times(r.getIssuedAt(), r.getAcknowledgedAt(), r.getStartedAt(), r.getEndedAt()),
        r.getReport(),
        Arrays.asList(r.getPhotos()),
        new Order.Letter(r.getLetter(), r.getLetterNumber()),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  // ------------------------------------------------------------------ problems

  @Override
  public void insert(CountyCode county, Problem p) {
    problems.insert(county, row -> fill(row, p));
  }

  @Override
  public void update(CountyCode county, Problem p) {
    if (!problems.update(county, p.id(), p.version(), row -> fill(row, p))) {
      throw OrderRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public Optional<Problem> problem(CountyCode county, UUID id) {
    return problems.find(county, id).map(JooqOrderRegister::read);
  }

  @Override
  public List<Problem> problems(
      CountyCode county, List<BodyId> desk, boolean open, @Nullable UUID before, int limit) {
    Condition fits =
        PROBLEM
            .COUNTY
            .eq(county.value())
            .and(open ? UNSOLVED : DSL.noCondition())
            .and(before == null ? DSL.noCondition() : PROBLEM.ID.lt(before));
    return problems.newest(fits, desk, List.of(PROBLEM.COMMANDER, PROBLEM.OWNER), limit).stream()
        .map(JooqOrderRegister::read)
        .toList();
  }

  private static void fill(ProblemRecord row, Problem p) {
    row.setId(p.id());
    row.setPost(p.post());
    row.setCommander(p.commander().value());
    row.setTitle(p.title());
    row.setContent(p.content());
    row.setOwner(p.owner().value());
    row.setDueOn(p.dueOn());
    row.setMatter(p.matter() == null ? null : p.matter().value());
    row.setStage(p.stage().key());
    row.setResolution(p.resolution());
    row.setStepAt(p.lastStep().at());
    row.setStepAccount(p.lastStep().account());
    row.setStepName(p.lastStep().by());
    row.setStepNote(p.lastStep().note());
    row.setVersion(p.version());
  }

  private static Problem read(ProblemRecord r) {
    return new Problem(
        r.getId(),
        r.getPost(),
        new BodyId(r.getCommander()),
        r.getTitle(),
        r.getContent(),
        new BodyId(r.getOwner()),
        r.getDueOn(),
        r.getMatter() == null ? null : new MatterId(r.getMatter()),
        Problem.Stage.valueOf(r.getStage().toUpperCase(Locale.ROOT)),
        r.getResolution(),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }
}
