package xiezhi.organisation.persistence;

import static xiezhischema.organisation.Tables.BODY;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.organisation.BodyKind;
import xiezhi.organisation.domain.BodyLines;
import xiezhi.shared.CountyCode;

@Repository
class JooqBodyLines implements BodyLines {
  /** Sorts Chinese by pinyin; the cluster's own collation goes by code point. */
  private static final String PINYIN = "zh-Hans-x-icu";

  private final DSLContext sql;

  JooqBodyLines(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<Line> list(CountyCode county, @Nullable BodyKind kind, String words) {
    var parent = BODY.as("parent");
    var township = BODY.as("township");
    Condition which = BODY.COUNTY.eq(county.value());
    if (kind != null) {
      which = which.and(BODY.KIND.eq(kind.key()));
    }
    if (!words.isEmpty()) {
      // some hundreds of names: no index is needed, and none could serve behind the wall
      which = which.and(BODY.NAME.contains(words));
    }
    return sql.select(BODY.asterisk(), parent.NAME.as("parent_name"), township.NAME.as("town_name"))
        .from(BODY)
        .leftJoin(parent)
        .on(parent.COUNTY.eq(BODY.COUNTY).and(parent.ID.eq(BODY.PARENT)))
        .leftJoin(township)
        .on(township.COUNTY.eq(BODY.COUNTY).and(township.ID.eq(BODY.TOWNSHIP)))
        .where(which)
        .orderBy(BODY.NAME.collate(PINYIN), BODY.ID)
        .fetch(
            r ->
                new Line(
                    JooqRegister.body(r.into(BODY)),
                    r.get("parent_name", String.class),
                    r.get("town_name", String.class)));
  }
}
