package xiezhi.sharing.persistence;

import static xiezhischema.sharing.Tables.PROVISION;

import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.sharing.domain.Provision;
import xiezhi.sharing.domain.ProvisionRegister;

@Repository
class JooqProvisionRegister implements ProvisionRegister {
  private final DSLContext db;

  JooqProvisionRegister(DSLContext db) {
    this.db = db;
  }

  @Override
  public void insert(CountyCode county, Provision p) {
    db.insertInto(PROVISION)
        .set(PROVISION.COUNTY, county.value())
        .set(PROVISION.ID, p.id())
        .set(PROVISION.ITEM, p.item())
        .set(PROVISION.DEPARTMENT, p.department().value())
        .set(PROVISION.KIND, p.kind())
        .set(PROVISION.CONTENT, p.content())
        .set(
            PROVISION.PROVIDED_TO,
            p.providedTo().stream().map(BodyId::value).toArray(String[]::new))
        .set(PROVISION.PROVIDED_AT, p.at())
        .set(PROVISION.ACCOUNT, p.account())
        .set(PROVISION.NAME, p.by())
        .execute();
  }

  @Override
  public List<Provision> newest(CountyCode county) {
    return db.select()
        .distinctOn(PROVISION.ITEM, PROVISION.KIND)
        .from(PROVISION)
        .where(PROVISION.COUNTY.eq(county.value()))
        .orderBy(PROVISION.ITEM, PROVISION.KIND, PROVISION.ID.desc())
        .fetch(
            r ->
                new Provision(
                    r.get(PROVISION.ID),
                    r.get(PROVISION.ITEM),
                    new BodyId(r.get(PROVISION.DEPARTMENT)),
                    r.get(PROVISION.KIND),
                    r.get(PROVISION.CONTENT),
                    Arrays.stream(r.get(PROVISION.PROVIDED_TO)).map(BodyId::new).toList(),
                    r.get(PROVISION.PROVIDED_AT),
                    r.get(PROVISION.ACCOUNT),
                    r.get(PROVISION.NAME)));
  }
}
