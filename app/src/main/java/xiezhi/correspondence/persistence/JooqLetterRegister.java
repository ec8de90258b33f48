package xiezhi.correspondence.persistence;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static xiezhischema.correspondence.Tables.LETTER;
import static xiezhischema.correspondence.Tables.RECEIPT;
import static xiezhischema.correspondence.Tables.SEARCH;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.correspondence.Correspondence.Letter;
import xiezhi.correspondence.Correspondence.Looked;
import xiezhi.correspondence.domain.Kept;
import xiezhi.correspondence.domain.LetterRegister;
import xiezhi.correspondence.domain.Receipt;
import xiezhi.shared.Actor;
import xiezhi.shared.Bigrams;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhischema.correspondence.tables.records.LetterRecord;

/** The letters' rows. */
@Repository
class JooqLetterRegister implements LetterRegister {
  private final DSLContext db;

  JooqLetterRegister(DSLContext db) {
    this.db = db;
  }

  @Override
  public void insert(CountyCode county, UUID id, Letter letter, String by, Instant at) {
    LetterRecord row = db.newRecord(LETTER);
    row.setCounty(county.value());
    row.setId(id);
    row.setKind(letter.kind());
    row.setSubject(letter.subject());
    row.setMatter(letter.matter() == null ? null : letter.matter().value());
    row.setSender(letter.sender().value());
    row.setConfidential(letter.confidential());
    row.setSentAt(at);
    row.setSentBy(by);
    fill(row, letter, at);
    row.insert();
    deliver(county, id, letter, at);
    index(county, id, letter);
  }

  private static void fill(LetterRecord row, Letter letter, Instant at) {
    row.setTitle(letter.title());
    row.setStage(letter.stage());
    row.setState(state(letter));
    row.setNumber(letter.number());
    row.setLink(letter.link());
    row.setChangedAt(at);
  }

  private static String state(Letter letter) {
    return letter.state().name().toLowerCase(Locale.ROOT);
  }

  /** One statement, whether there is one receiver or two hundred. */
  private void deliver(CountyCode county, UUID id, Letter letter, Instant at) {
    db.execute(
        """
        insert into correspondence.receipt (county, letter, receiver, kind, state, delivered_at)
        select {0}, {1}, r, {2}, {3}, {4} from unnest({5}::text[]) r
        on conflict (county, letter, receiver) do nothing\
        """,
        val(county.value()),
        val(id),
        val(letter.kind()),
        val(state(letter)),
        val(at, RECEIPT.DELIVERED_AT),
        val(letter.receivers().stream().map(BodyId::value).distinct().toArray(String[]::new)));
  }

  private void index(CountyCode county, UUID id, Letter letter) {
    if (letter.confidential()) {
      return;
    }
    String number = letter.number() == null ? "" : letter.number();
    String[] words = Bigrams.of(number + " " + letter.title()).toArray(String[]::new);
    db.execute(
        """
        insert into correspondence.search (county, letter, words) values ({0}, {1}, array_to_tsvector({2}))
        on conflict (county, letter) do update set words = excluded.words\
        """,
        val(county.value()), val(id), val(words));
  }

  @Override
  public void update(CountyCode county, UUID id, Letter letter, Instant at) {
    LetterRecord row = db.newRecord(LETTER);
    fill(row, letter, at);
    db.update(LETTER)
        .set(row)
        .where(LETTER.COUNTY.eq(county.value()))
        .and(LETTER.ID.eq(id))
        .execute();
    db.update(RECEIPT)
        .set(RECEIPT.STATE, state(letter))
        .where(RECEIPT.COUNTY.eq(county.value()))
        .and(RECEIPT.LETTER.eq(id))
        .and(RECEIPT.STATE.ne(state(letter)))
        .execute();
    deliver(county, id, letter, at);
    index(county, id, letter);
  }

  @Override
  public Optional<Kept> find(CountyCode county, UUID id) {
    return one(county, LETTER.ID.eq(id));
  }

  @Override
  public Optional<Kept> ofSubject(CountyCode county, String subject) {
    return one(county, LETTER.SUBJECT.eq(subject));
  }

  private Optional<Kept> one(CountyCode county, Condition which) {
    return db.selectFrom(LETTER)
        .where(LETTER.COUNTY.eq(county.value()))
        .and(which)
        .fetchOptional(JooqLetterRegister::kept);
  }

  @Override
  public List<Kept> ofMatter(CountyCode county, UUID matter, int limit) {
    return db.selectFrom(LETTER)
        .where(LETTER.COUNTY.eq(county.value()))
        .and(LETTER.MATTER.eq(matter))
        .orderBy(LETTER.SENT_AT.desc(), LETTER.ID.desc())
        .limit(limit)
        .fetch(JooqLetterRegister::kept);
  }

  @Override
  public List<Kept> outbox(CountyCode county, Collection<BodyId> desk, Query q) {
    // one ordered index scan for each body, merged: an IN list would sort everything it ever sent
    return desk.stream()
        .flatMap(body -> sent(county, LETTER.SENDER.eq(body.value()), q).stream())
        .sorted(Comparator.comparing(Kept::sentAt).thenComparing(Kept::id).reversed())
        .limit(q.limit())
        .toList();
  }

  @Override
  public List<Kept> all(CountyCode county, Query q) {
    return sent(county, DSL.not(DSL.condition(LETTER.CONFIDENTIAL)), q);
  }

  private List<Kept> sent(CountyCode county, Condition whose, Query q) {
    return db.selectFrom(LETTER)
        .where(LETTER.COUNTY.eq(county.value()))
        .and(whose)
        .and(q.kind() == null ? noCondition() : LETTER.KIND.eq(q.kind()))
        .and(q.state() == null ? noCondition() : LETTER.STATE.eq(q.state()))
        .and(found(county, LETTER.ID, q))
        .and(before(q, LETTER.SENT_AT, LETTER.ID))
        .orderBy(LETTER.SENT_AT.desc(), LETTER.ID.desc())
        .limit(q.limit())
        .fetch(JooqLetterRegister::kept);
  }

  /** Planned apart, as in matter.search: merged, the match could not be looked up in its index. */
  private static Condition found(CountyCode county, Field<UUID> id, Query q) {
    return q.words() == null
        ? noCondition()
        : DSL.condition(
            "{0} in (select {1} from {2} where {3} = {4} and {5} @@ {6}::tsquery offset 0)",
            id,
            SEARCH.LETTER,
            SEARCH,
            SEARCH.COUNTY,
            val(county.value()),
            SEARCH.WORDS,
            val(q.words()));
  }

  private static Condition before(Query q, Field<Instant> at, Field<UUID> id) {
    return q.before() == null || q.beforeId() == null
        ? noCondition()
        : row(at, id).lt(val(q.before()), val(q.beforeId()));
  }

  @Override
  public List<Delivered> inbox(CountyCode county, Collection<BodyId> desk, Query q) {
    List<Receipt> receipts =
        desk.stream()
            .flatMap(body -> received(county, body, q).stream())
            .sorted(
                Comparator.comparing(Receipt::deliveredAt)
                    .thenComparing(Receipt::letter)
                    .reversed())
            .limit(q.limit())
            .toList();
    Map<UUID, Kept> letters = new LinkedHashMap<>();
    if (!receipts.isEmpty()) {
      db.selectFrom(LETTER)
          .where(LETTER.COUNTY.eq(county.value()))
          .and(LETTER.ID.in(receipts.stream().map(Receipt::letter).distinct().toList()))
          .forEach(r -> letters.put(r.getId(), kept(r)));
    }
    List<Delivered> found = new ArrayList<>();
    for (Receipt receipt : receipts) {
      Kept letter = letters.get(receipt.letter());
      if (letter != null) {
        found.add(new Delivered(letter, receipt));
      }
    }
    return found;
  }

  private List<Receipt> received(CountyCode county, BodyId body, Query q) {
    return db.selectFrom(RECEIPT)
        .where(RECEIPT.COUNTY.eq(county.value()))
        .and(RECEIPT.RECEIVER.eq(body.value()))
        .and(q.kind() == null ? noCondition() : RECEIPT.KIND.eq(q.kind()))
        .and(q.state() == null ? noCondition() : RECEIPT.STATE.eq(q.state()))
        .and(q.unread() ? RECEIPT.OPENED_AT.isNull() : noCondition())
        .and(found(county, RECEIPT.LETTER, q))
        .and(before(q, RECEIPT.DELIVERED_AT, RECEIPT.LETTER))
        .orderBy(RECEIPT.DELIVERED_AT.desc(), RECEIPT.LETTER.desc())
        .limit(q.limit())
        .fetch(JooqLetterRegister::receipt);
  }

  @Override
  public Map<UUID, Tally> tallies(CountyCode county, Collection<UUID> letters) {
    Map<UUID, Tally> found = new LinkedHashMap<>();
    if (letters.isEmpty()) {
      return found;
    }
    db.select(
            RECEIPT.LETTER,
            count(),
            count(RECEIPT.OPENED_AT),
            count(RECEIPT.ACKNOWLEDGED_AT),
            min(RECEIPT.RECEIVER))
        .from(RECEIPT)
        .where(RECEIPT.COUNTY.eq(county.value()))
        .and(RECEIPT.LETTER.in(letters))
        .groupBy(RECEIPT.LETTER)
        .forEach(
            r -> found.put(r.value1(), new Tally(r.value2(), r.value3(), r.value4(), r.value5())));
    return found;
  }

  @Override
  public List<Receipt> receipts(
      CountyCode county, UUID letter, boolean unopened, @Nullable String after, int limit) {
    return db.selectFrom(RECEIPT)
        .where(RECEIPT.COUNTY.eq(county.value()))
        .and(RECEIPT.LETTER.eq(letter))
        .and(unopened ? RECEIPT.OPENED_AT.isNull() : noCondition())
        .and(after == null ? noCondition() : RECEIPT.RECEIVER.gt(after))
        .orderBy(RECEIPT.RECEIVER)
        .limit(limit)
        .fetch(JooqLetterRegister::receipt);
  }

  @Override
  public Map<String, List<Receipt>> receiptsOf(
      CountyCode county, Collection<String> subjects, @Nullable Collection<BodyId> of) {
    return subjects.isEmpty()
        ? Map.of()
        : db.select(RECEIPT.fields())
            .select(LETTER.SUBJECT)
            .from(LETTER)
            .join(RECEIPT)
            .on(RECEIPT.COUNTY.eq(LETTER.COUNTY))
            .and(RECEIPT.LETTER.eq(LETTER.ID))
            .where(LETTER.COUNTY.eq(county.value()))
            .and(LETTER.SUBJECT.in(subjects))
            .and(
                of == null
                    ? noCondition()
                    : RECEIPT.RECEIVER.in(of.stream().map(BodyId::value).toList()))
            .orderBy(RECEIPT.RECEIVER)
            .fetchGroups(LETTER.SUBJECT, JooqLetterRegister::receipt);
  }

  @Override
  public List<Looked> looked(CountyCode county, String kind, Instant from, Instant to) {
    return db.select(RECEIPT.RECEIVER, count(), count(RECEIPT.OPENED_AT))
        .from(RECEIPT)
        .where(RECEIPT.COUNTY.eq(county.value()))
        .and(RECEIPT.KIND.eq(kind))
        .and(RECEIPT.DELIVERED_AT.ge(from))
        .and(RECEIPT.DELIVERED_AT.lt(to))
        .groupBy(RECEIPT.RECEIVER)
        .orderBy(RECEIPT.RECEIVER)
        .fetch(r -> new Looked(new BodyId(r.value1()), r.value2(), r.value3()));
  }

  @Override
  public List<BodyId> receiversAmong(CountyCode county, UUID letter, Collection<BodyId> bodies) {
    return db.select(RECEIPT.RECEIVER)
        .from(RECEIPT)
        .where(RECEIPT.COUNTY.eq(county.value()))
        .and(RECEIPT.LETTER.eq(letter))
        .and(RECEIPT.RECEIVER.in(bodies.stream().map(BodyId::value).toList()))
        .fetch(r -> new BodyId(r.value1()));
  }

  @Override
  public List<BodyId> open(
      CountyCode county, UUID letter, Collection<BodyId> bodies, Actor by, Instant at) {
    return db.update(RECEIPT)
        .set(RECEIPT.OPENED_AT, at)
        .set(RECEIPT.OPENED_ACCOUNT, by.account().value())
        .set(RECEIPT.OPENED_NAME, by.name())
        .where(RECEIPT.COUNTY.eq(county.value()))
        .and(RECEIPT.LETTER.eq(letter))
        .and(RECEIPT.RECEIVER.in(bodies.stream().map(BodyId::value).toList()))
        .and(RECEIPT.OPENED_AT.isNull())
        .returning(RECEIPT.RECEIVER)
        .fetch(r -> new BodyId(r.getReceiver()));
  }

  @Override
  public boolean acknowledge(CountyCode county, UUID letter, BodyId body, Actor by, Instant at) {
    open(county, letter, List.of(body), by, at);
    return db.update(RECEIPT)
            .set(RECEIPT.ACKNOWLEDGED_AT, at)
            .set(RECEIPT.ACKNOWLEDGED_NAME, by.name())
            .where(RECEIPT.COUNTY.eq(county.value()))
            .and(RECEIPT.LETTER.eq(letter))
            .and(RECEIPT.RECEIVER.eq(body.value()))
            .and(RECEIPT.ACKNOWLEDGED_AT.isNull())
            .execute()
        > 0;
  }

  private static Kept kept(Record r) {
    return new Kept(
        r.get(LETTER.ID),
        r.get(LETTER.KIND),
        r.get(LETTER.SUBJECT),
        r.get(LETTER.MATTER),
        r.get(LETTER.TITLE),
        r.get(LETTER.SENDER),
        r.get(LETTER.STAGE),
        r.get(LETTER.STATE),
        r.get(LETTER.NUMBER),
        r.get(LETTER.LINK),
        r.get(LETTER.CONFIDENTIAL),
        r.get(LETTER.SENT_AT),
        r.get(LETTER.SENT_BY),
        r.get(LETTER.CHANGED_AT));
  }

  private static Receipt receipt(Record r) {
    return new Receipt(
        r.get(RECEIPT.LETTER),
        r.get(RECEIPT.RECEIVER),
        r.get(RECEIPT.DELIVERED_AT),
        r.get(RECEIPT.OPENED_AT),
        r.get(RECEIPT.OPENED_NAME),
        r.get(RECEIPT.ACKNOWLEDGED_AT),
        r.get(RECEIPT.ACKNOWLEDGED_NAME));
  }
}
