package xiezhi.organisation.persistence;

import static java.util.stream.Collectors.toMap;
import static xiezhischema.organisation.Tables.BODY;
import static xiezhischema.organisation.Tables.COUNTY;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.identity.Directory;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;

/** Tells identity the names of the counties and bodies its accounts belong to. */
@Repository
class JooqDirectory implements Directory {
  private final DSLContext sql;

  JooqDirectory(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<County> counties() {
    return sql.select(COUNTY.CODE, COUNTY.NAME, COUNTY.LEVEL)
        .from(COUNTY)
        .orderBy(COUNTY.CODE)
        .fetch(r -> new County(new CountyCode(r.value1()), r.value2(), r.value3()));
  }

  @Override
  @Transactional(readOnly = true)
  public Map<BodyId, Desk> desks(Collection<BodyId> bodies) {
    return sql
        .select(BODY.ID, BODY.NAME)
        .from(BODY)
        .where(BODY.COUNTY.eq(CurrentActor.get().county().value()))
        .and(BODY.ID.in(bodies.stream().map(BodyId::value).toList()))
        .fetch()
        .stream()
        .map(r -> new Desk(new BodyId(r.value1()), r.value2()))
        .collect(toMap(Desk::id, desk -> desk));
  }

  @Override
  @Transactional(readOnly = true)
  public BodyId seatOfGovernment(CountyCode county) {
    return sql.select(BODY.ID)
        .from(BODY)
        .where(BODY.COUNTY.eq(county.value()))
        .and(BODY.KIND.eq("county-government"))
        .fetchSingle(r -> new BodyId(r.value1()));
  }
}
