package xiezhi.organisation.persistence;

import static xiezhischema.organisation.Tables.BODY;
import static xiezhischema.organisation.Tables.BOUNDARY;
import static xiezhischema.organisation.Tables.COUNTY;
import static xiezhischema.organisation.Tables.DEPARTMENT;
import static xiezhischema.organisation.Tables.DIVISION;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.organisation.County;
import xiezhi.organisation.CountyRows;
import xiezhi.organisation.CountyRows.DepartmentRow;
import xiezhi.organisation.Division;
import xiezhi.organisation.domain.Establishment;
import xiezhi.organisation.domain.Register;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhischema.organisation.tables.records.BodyRecord;
import xiezhischema.organisation.tables.records.CountyRecord;

@Repository
class JooqRegister implements Register {
  /** What the outline is, and is not (data/README.md). */
  private static final String SCHEMATIC = "示意边界,坐标基准未注明,不是测绘成果";

  private final DSLContext sql;

  JooqRegister(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<County> counties() {
    return sql.selectFrom(COUNTY).orderBy(COUNTY.CODE).fetch(JooqRegister::county);
  }

  @Override
  public Optional<County> county(CountyCode code) {
    return sql.selectFrom(COUNTY)
        .where(COUNTY.CODE.eq(code.value()))
        .fetchOptional(JooqRegister::county);
  }

  private static County county(CountyRecord r) {
    return new County(
        new CountyCode(r.getCode()),
        r.getName(),
        r.getLevel(),
        r.getProvince(),
        r.getPrefecture(),
        r.getCenterLng(),
        r.getCenterLat(),
        r.getMainDocument(),
        r.getSource());
  }

  @Override
  public Optional<String> boundary(CountyCode county) {
    return sql.select(BOUNDARY.GEOMETRY)
        .from(BOUNDARY)
        .where(BOUNDARY.COUNTY.eq(county.value()))
        .fetchOptional(r -> r.value1().data());
  }

  @Override
  public List<Division> divisions(CountyCode county) {
    return sql.selectFrom(DIVISION)
        .where(DIVISION.COUNTY.eq(county.value()))
        .orderBy(DIVISION.CODE)
        .fetch(r -> new Division(r.getCode(), r.getName(), r.getKind(), r.getLng(), r.getLat()));
  }

  @Override
  public List<Body> bodies(CountyCode county) {
    return sql.selectFrom(BODY)
        .where(BODY.COUNTY.eq(county.value()))
        .orderBy(BODY.ID)
        .fetch(JooqRegister::body);
  }

  static Body body(BodyRecord r) {
    return new Body(
        new BodyId(r.getId()),
        new CountyCode(r.getCounty()),
        r.getName(),
        r.getShortName(),
        BodyKind.of(r.getKind()).orElseThrow(),
        id(r.getParent()),
        id(r.getTownship()),
        r.getDivision(),
        r.getFunction(),
        r.getEvidence());
  }

  private static @Nullable BodyId id(@Nullable String value) {
    return value == null ? null : new BodyId(value);
  }

  @Override
  public boolean add(CountyRows rows, Establishment establishment) {
    County county = rows.county();
    String code = county.code().value();
    int added =
        sql.insertInto(COUNTY)
            .set(COUNTY.CODE, code)
            .set(COUNTY.NAME, county.name())
            .set(COUNTY.LEVEL, county.level())
            .set(COUNTY.PROVINCE, county.province())
            .set(COUNTY.PREFECTURE, county.prefecture())
            .set(COUNTY.CENTER_LNG, county.centerLng())
            .set(COUNTY.CENTER_LAT, county.centerLat())
            .set(COUNTY.MAIN_DOCUMENT, county.mainDocument())
            .set(COUNTY.SOURCE, county.source())
            .onConflictDoNothing()
            .execute();
    if (added == 0) {
      return false;
    }
    if (rows.boundary() != null) {
      sql.insertInto(BOUNDARY)
          .columns(BOUNDARY.COUNTY, BOUNDARY.GEOMETRY, BOUNDARY.SOURCE)
          .values(code, JSONB.valueOf(rows.boundary()), SCHEMATIC)
          .execute();
    }
    divisions(code, rows);
    bodies(code, establishment);
    departments(code, rows, establishment);
    return true;
  }

  private void divisions(String county, CountyRows rows) {
    sql.insertInto(
            DIVISION,
            DIVISION.COUNTY,
            DIVISION.CODE,
            DIVISION.NAME,
            DIVISION.KIND,
            DIVISION.LNG,
            DIVISION.LAT,
            DIVISION.SOURCE)
        .valuesOfRows(
            rows.divisions().stream()
                .map(
                    d ->
                        DSL.row(
                            county,
                            d.division().code(),
                            d.division().name(),
                            d.division().kind(),
                            d.division().lng(),
                            d.division().lat(),
                            d.source()))
                .toList())
        .execute();
  }

  private void bodies(String county, Establishment establishment) {
    sql.insertInto(
            BODY,
            BODY.COUNTY,
            BODY.ID,
            BODY.NAME,
            BODY.SHORT_NAME,
            BODY.KIND,
            BODY.PARENT,
            BODY.TOWNSHIP,
            BODY.DIVISION,
            BODY.FUNCTION,
            BODY.EVIDENCE)
        .valuesOfRows(
            establishment.bodies().stream()
                .map(
                    b ->
                        DSL.row(
                            county,
                            b.id().value(),
                            b.name(),
                            b.shortName(),
                            b.kind().key(),
                            b.parent() == null ? null : b.parent().value(),
                            b.township() == null ? null : b.township().value(),
                            b.division(),
                            b.function(),
                            b.evidence()))
                .toList())
        .execute();
  }

  private void departments(String county, CountyRows rows, Establishment establishment) {
    if (rows.departments().isEmpty()) {
      return;
    }
    sql.insertInto(
            DEPARTMENT,
            DEPARTMENT.COUNTY,
            DEPARTMENT.POSITION,
            DEPARTMENT.NAME,
            DEPARTMENT.FUNCTION,
            DEPARTMENT.NAMED,
            DEPARTMENT.SOURCE,
            DEPARTMENT.NOTE,
            DEPARTMENT.TREATMENT,
            DEPARTMENT.BODY)
        .valuesOfRows(
            rows.departments().stream()
                .map(
                    d ->
                        DSL.row(
                            county,
                            d.position(),
                            d.name(),
                            d.function(),
                            d.named(),
                            d.source(),
                            d.note(),
                            treatment(d),
                            Objects.toString(establishment.departments().get(d.position()), null)))
                .toList())
        .execute();
  }

  private static String treatment(DepartmentRow row) {
    return row.treatment().name().toLowerCase(Locale.ROOT);
  }
}
