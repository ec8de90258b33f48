package xiezhi.matter.persistence;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static xiezhischema.matter.Tables.ACCESS;
import static xiezhischema.matter.Tables.MATTER_;
import static xiezhischema.matter.Tables.SEARCH;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record10;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.SelectSelectStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.matter.MatterLists.Line;
import xiezhi.matter.domain.MatterRegister.Query;
import xiezhi.matter.domain.SearchWindow;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/** Reads the lists of matters: newest first, and no further than the page goes. */
@Component
class LineQueries {
  private final DSLContext db;

  LineQueries(DSLContext db) {
    this.db = db;
  }

  List<Line> list(CountyCode county, Query q) {
    return q.words() == null ? newest(county, q) : found(county, q, q.words());
  }

  private List<Line> newest(CountyCode county, Query q) {
    if (q.desk() == null) {
      return columns()
          .from(MATTER_)
          .where(filters(county, q))
          .and(before(q, MATTER_.REGISTERED_AT, MATTER_.ID))
          .orderBy(MATTER_.REGISTERED_AT.desc(), MATTER_.ID.desc())
          .limit(q.limit())
          .fetch(Records.mapping(Line::new));
    }
    // for each body of the desk one scan of what is open to it, which is kept newest first; merged
    var some =
        q.desk().stream()
            .map(body -> openTo(body, county, q))
            .reduce(Select::union)
            .orElseThrow()
            .asTable("some");
    return db.selectFrom(some)
        .orderBy(
            Objects.requireNonNull(some.field(MATTER_.REGISTERED_AT)).desc(),
            Objects.requireNonNull(some.field(MATTER_.ID)).desc())
        .limit(q.limit())
        .fetch(Records.mapping(Line::new));
  }

  private Select<
          Record10<UUID, String, String, String, String, String, String, Boolean, Boolean, Instant>>
      openTo(BodyId body, CountyCode county, Query q) {
    return columns()
        .from(ACCESS)
        .join(MATTER_)
        .on(MATTER_.COUNTY.eq(ACCESS.COUNTY))
        .and(MATTER_.ID.eq(ACCESS.MATTER))
        .where(ACCESS.COUNTY.eq(county.value()))
        .and(ACCESS.BODY.eq(body.value()))
        // said of the access row: on the matter's it would not shorten the scan
        .and(before(q, ACCESS.REGISTERED_AT, ACCESS.MATTER))
        .and(filters(county, q))
        .orderBy(ACCESS.REGISTERED_AT.desc(), ACCESS.MATTER.desc())
        .limit(q.limit());
  }

  /** Window by window, until the page is full. */
  private List<Line> found(CountyCode county, Query q, String words) {
    Instant newest = q.beforeRegistered() == null ? newestOf(county) : q.beforeRegistered();
    List<Line> found = new ArrayList<>();
    if (newest != null) {
      for (SearchWindow window : SearchWindow.back(county, newest)) {
        found.addAll(look(county, q, words, window, q.limit() - found.size()));
        if (found.size() == q.limit()) {
          break;
        }
      }
    }
    return found;
  }

  private @Nullable Instant newestOf(CountyCode county) {
    return db.select(MATTER_.REGISTERED_AT)
        .from(MATTER_)
        .where(MATTER_.COUNTY.eq(county.value()))
        .orderBy(MATTER_.REGISTERED_AT.desc(), MATTER_.ID.desc())
        .limit(1)
        .fetchOne(MATTER_.REGISTERED_AT);
  }

  private List<Line> look(
      CountyCode county, Query q, String words, SearchWindow window, int limit) {
    Field<UUID> matter = field(name("found", "matter"), UUID.class);
    return columns()
        // joined to the protected row, never read alone. "offset 0" plans it apart: only so may
        // the match, which is not leakproof, be looked up in its index
        .from(
            table(
                "(select {0} from {1} where {2} @@ {3}::tsquery offset 0) as found",
                SEARCH.MATTER, SEARCH, SEARCH.WORDS, val(words + " & " + window.marks())))
        .join(MATTER_)
        .on(MATTER_.ID.eq(matter))
        .where(filters(county, q))
        .and(q.desk() == null ? noCondition() : isOpen(matter, county, q.desk(), window))
        // the marks say so too; said again, it leads to a stretch of the table's own index
        .and(within(window, MATTER_.REGISTERED_AT))
        .and(before(q, MATTER_.REGISTERED_AT, MATTER_.ID))
        .orderBy(MATTER_.REGISTERED_AT.desc(), MATTER_.ID.desc())
        .limit(limit)
        .fetch(Records.mapping(Line::new));
  }

  private static Condition within(SearchWindow window, Field<Instant> registered) {
    Condition ends = registered.lt(window.before());
    return window.from() == null ? ends : registered.ge(window.from()).and(ends);
  }

  private static Condition isOpen(
      Field<UUID> matter, CountyCode county, List<BodyId> desk, SearchWindow window) {
    return DSL.exists(
        selectOne()
            .from(ACCESS)
            .where(ACCESS.COUNTY.eq(county.value()))
            .and(ACCESS.MATTER.eq(matter))
            .and(ACCESS.BODY.in(desk.stream().map(BodyId::value).toList()))
            .and(within(window, ACCESS.REGISTERED_AT)));
  }

  private static Condition filters(CountyCode county, Query q) {
    Condition which = MATTER_.COUNTY.eq(county.value());
    if (q.stage() != null) {
      which = which.and(MATTER_.STAGE.eq(q.stage()));
    }
    if (q.division() != null) {
      which = which.and(MATTER_.DIVISION.eq(q.division()));
    }
    return q.urgent() ? which.and(MATTER_.URGENT_REASON.isNotNull()) : which;
  }

  private static Condition before(Query q, Field<Instant> registered, Field<UUID> id) {
    return q.beforeRegistered() == null || q.beforeId() == null
        ? noCondition()
        : row(registered, id).lt(val(q.beforeRegistered()), val(q.beforeId()));
  }

  /** In the order of {@link Line}. */
  private SelectSelectStep<
          Record10<UUID, String, String, String, String, String, String, Boolean, Boolean, Instant>>
      columns() {
    return db.select(
        MATTER_.ID,
        MATTER_.NUMBER,
        MATTER_.SUBJECT,
        MATTER_.STAGE,
        MATTER_.HOLDER,
        MATTER_.SOURCE,
        MATTER_.DIVISION,
        field(MATTER_.URGENT_REASON.isNotNull()).as("urgent"),
        MATTER_.HAZARD,
        MATTER_.REGISTERED_AT);
  }
}
