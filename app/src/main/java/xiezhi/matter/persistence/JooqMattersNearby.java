package xiezhi.matter.persistence;

import static xiezhischema.matter.Tables.ITEM;
import static xiezhischema.matter.Tables.MATTER_;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.matter.MattersNearby;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhischema.matter.tables.records.MatterRecord;

/** Looks only into the squares that the circle touches; the index serves them newest first. */
@Repository
@Transactional(readOnly = true)
class JooqMattersNearby implements MattersNearby {
  private static final int FARTHEST = 2_000;
  private static final double METRES_PER_DEGREE = 111_320;

  /** More than this in so small a place is more than anybody compares. */
  private static final int LOOKED_AT = 1_000;

  private final DSLContext db;

  JooqMattersNearby(DSLContext db) {
    this.db = db;
  }

  @Override
  public List<Near> near(BigDecimal lng, BigDecimal lat, int metres, Instant since, int limit) {
    if (metres < 1 || metres > FARTHEST) {
      throw new IllegalArgumentException("metres must be 1 to " + FARTHEST + ": " + metres);
    }
    double x = lng.doubleValue();
    double y = lat.doubleValue();
    double high = metres / METRES_PER_DEGREE;
    double wide = high / Math.cos(Math.toRadians(y));
    Condition squares =
        MATTER_
            .CELL_X
            .in(squares(x - wide, x + wide))
            .and(MATTER_.CELL_Y.in(squares(y - high, y + high)));
    return rows(squares, since, LOOKED_AT, m -> distance(x, y, m)).stream()
        .filter(n -> n.metres() != null && n.metres() <= metres)
        .sorted(Comparator.comparingDouble(n -> n.metres() == null ? FARTHEST : n.metres()))
        .limit(limit)
        .toList();
  }

  private static List<Integer> squares(double from, double to) {
    return IntStream.rangeClosed((int) Math.floor(from * 100), (int) Math.floor(to * 100))
        .boxed()
        .toList();
  }

  @Override
  public List<Near> in(String division, Instant since, int limit) {
    return rows(MATTER_.DIVISION.eq(division), since, limit, _ -> null);
  }

  private List<Near> rows(
      Condition where, Instant since, int limit, Function<MatterRecord, @Nullable Double> metres) {
    String county = CurrentActor.get().county().value();
    List<MatterRecord> found =
        db.selectFrom(MATTER_)
            .where(MATTER_.COUNTY.eq(county))
            .and(where)
            .and(MATTER_.REGISTERED_AT.ge(since))
            .orderBy(MATTER_.REGISTERED_AT.desc(), MATTER_.ID.desc())
            .limit(limit)
            .fetch();
    Map<UUID, List<String>> items =
        db.select(ITEM.MATTER, ITEM.CODE)
            .from(ITEM)
            .where(ITEM.COUNTY.eq(county))
            .and(ITEM.MATTER.in(found.stream().map(MatterRecord::getId).toList()))
            .fetchGroups(ITEM.MATTER, ITEM.CODE);
    return found.stream()
        .map(
            m ->
                new Near(
                    new MatterId(m.getId()),
                    metres.apply(m),
                    m.getRegisteredAt(),
                    m.getStage(),
                    items.getOrDefault(m.getId(), List.of())))
        .toList();
  }

  /** On a sphere; over so short a way it makes no difference to one's feet. */
  private static @Nullable Double distance(double x, double y, MatterRecord m) {
    if (m.getLng() == null || m.getLat() == null) {
      return null;
    }
    double dy = (m.getLat().doubleValue() - y) * METRES_PER_DEGREE;
    double dx = (m.getLng().doubleValue() - x) * METRES_PER_DEGREE * Math.cos(Math.toRadians(y));
    return Math.hypot(dx, dy);
  }
}
