package xiezhi.powers.persistence;

import static xiezhischema.powers.Tables.BASIS;
import static xiezhischema.powers.Tables.HOLDING;
import static xiezhischema.powers.Tables.ITEM;

import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.powers.domain.PowerLines;
import xiezhi.powers.domain.SearchWords;
import xiezhi.shared.CountyCode;

@Repository
class JooqPowerLines implements PowerLines {
  private final DSLContext sql;

  JooqPowerLines(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<Line> search(
      String words,
      @Nullable String domain,
      @Nullable String kind,
      @Nullable After after,
      int limit) {
    Condition which = BASIS.POSITION.eq(0);
    if (domain != null) {
      which = which.and(ITEM.DOMAIN.eq(domain));
    }
    if (kind != null) {
      which = which.and(ITEM.KIND.eq(kind));
    }
    Field<Integer> rank = DSL.inline(0);
    if (!words.isEmpty()) {
      String code = words.toUpperCase(Locale.ROOT);
      String query = SearchWords.query(words);
      Condition byCode = ITEM.CODE.startsWith(code);
      which =
          which.and(
              query.isEmpty()
                  ? byCode
                  : byCode.or(DSL.condition("{0} @@ {1}::tsquery", ITEM.SEARCH, DSL.val(query))));
      rank =
          DSL.when(ITEM.CODE.eq(code), 0)
              .when(byCode, 1)
              .when(ITEM.NAME.startsWith(words), 2)
              .when(ITEM.NAME.contains(words), 3)
              .when(ITEM.DOMAIN.contains(words), 4)
              .otherwise(5);
    }
    if (after != null) {
      which = which.and(DSL.row(rank, ITEM.CODE).gt(after.rank(), after.code()));
    }
    return sql.select(
            rank,
            ITEM.CODE,
            ITEM.NAME,
            ITEM.DOMAIN,
            ITEM.KIND,
            BASIS.LEGAL_BASIS,
            BASIS.PENALTY_NOTE,
            ITEM.SIMPLE_PROCEDURE)
        .from(ITEM)
        .join(BASIS)
        .on(BASIS.ITEM.eq(ITEM.CODE))
        .where(which)
        .orderBy(words.isEmpty() ? List.of(ITEM.CODE) : List.of(rank, ITEM.CODE))
        .limit(limit)
        .fetch(
            r ->
                new Line(
                    r.value1(),
                    r.value2(),
                    r.value3(),
                    r.value4(),
                    r.value5(),
                    r.value6(),
                    r.value7(),
                    r.value8()));
  }

  @Override
  public List<Domain> domains() {
    Field<Integer> items = DSL.count();
    return sql.select(ITEM.DOMAIN, items)
        .from(ITEM)
        .groupBy(ITEM.DOMAIN)
        .orderBy(ITEM.DOMAIN.collate("zh-Hans-x-icu"))
        .fetch(r -> new Domain(r.value1(), r.value2()));
  }

  @Override
  public List<String> domainsHeld(CountyCode county) {
    return sql.selectDistinct(ITEM.DOMAIN)
        .from(HOLDING)
        .join(ITEM)
        .on(ITEM.CODE.eq(HOLDING.ITEM))
        .where(HOLDING.COUNTY.eq(county.value()))
        .fetch(ITEM.DOMAIN);
  }
}
