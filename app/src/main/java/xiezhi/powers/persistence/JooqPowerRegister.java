package xiezhi.powers.persistence;

import static xiezhischema.powers.Tables.BASIS;
import static xiezhischema.powers.Tables.HOLDING;
import static xiezhischema.powers.Tables.ITEM;
import static xiezhischema.powers.Tables.LOADED;
import static xiezhischema.powers.Tables.TIER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Row10;
import org.jooq.Row8;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import xiezhi.powers.HoldingRow;
import xiezhi.powers.Powers.Basis;
import xiezhi.powers.Powers.Tier;
import xiezhi.powers.domain.Holding;
import xiezhi.powers.domain.Holding.Scope;
import xiezhi.powers.domain.PowerFiles.ItemRow;
import xiezhi.powers.domain.PowerRegister;
import xiezhi.powers.domain.SearchWords;
import xiezhi.powers.domain.Suggestions;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhischema.powers.tables.records.HoldingRecord;

@Repository
class JooqPowerRegister implements PowerRegister {
  private final DSLContext sql;

  JooqPowerRegister(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public void replaceItems(Collection<ItemRow> items) {
    for (ItemRow item : items) {
      sql.execute(
          """
          insert into powers.item
            (code, name, domain, kind, original_department, simple_procedure, hearing_note, search)
          values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, array_to_tsvector({7}))
          on conflict (code) do update set name = excluded.name, domain = excluded.domain,
            kind = excluded.kind, original_department = excluded.original_department,
            simple_procedure = excluded.simple_procedure, hearing_note = excluded.hearing_note,
            search = excluded.search\
          """,
          DSL.val(item.code()),
          DSL.val(item.name()),
          DSL.val(item.domain()),
          DSL.val(item.kind()),
          DSL.val(item.originalDepartment()),
          DSL.val(item.simpleProcedure()),
          DSL.val(item.hearingNote()),
          DSL.val(
              SearchWords.of(item.code() + " " + item.name() + " " + item.domain())
                  .toArray(String[]::new)));
    }
    List<String> codes = items.stream().map(ItemRow::code).toList();
    sql.deleteFrom(TIER).where(TIER.ITEM.in(codes)).execute();
    sql.deleteFrom(BASIS).where(BASIS.ITEM.in(codes)).execute();
    texts(items);
    tiers(items);
  }

  private void texts(Collection<ItemRow> items) {
    List<
            Row10<
                String,
                Integer,
                String,
                String,
                java.math.BigDecimal,
                java.math.BigDecimal,
                String,
                java.time.LocalDate,
                java.time.LocalDate,
                String>>
        rows = new ArrayList<>();
    for (ItemRow item : items) {
      for (int i = 0; i < item.texts().size(); i++) {
        Basis b = item.texts().get(i);
        rows.add(
            DSL.row(
                item.code(),
                i,
                b.legalBasis(),
                b.text(),
                b.penaltyMin(),
                b.penaltyMax(),
                b.penaltyNote(),
                b.from(),
                b.to(),
                b.source()));
      }
    }
    sql.insertInto(
            BASIS,
            BASIS.ITEM,
            BASIS.POSITION,
            BASIS.LEGAL_BASIS,
            BASIS.BASIS_TEXT,
            BASIS.PENALTY_MIN,
            BASIS.PENALTY_MAX,
            BASIS.PENALTY_NOTE,
            BASIS.IN_FORCE_FROM,
            BASIS.IN_FORCE_TO,
            BASIS.SOURCE)
        .valuesOfRows(rows)
        .execute();
  }

  private void tiers(Collection<ItemRow> items) {
    List<
            Row8<
                String,
                Integer,
                String,
                String,
                Boolean,
                String,
                java.math.BigDecimal,
                java.math.BigDecimal>>
        rows = new ArrayList<>();
    for (ItemRow item : items) {
      for (int i = 0; i < item.tiers().size(); i++) {
        Tier t = item.tiers().get(i);
        rows.add(
            DSL.row(
                item.code(),
                i,
                t.subject(),
                t.condition(),
                t.warningPossible(),
                t.unit(),
                t.min(),
                t.max()));
      }
    }
    if (!rows.isEmpty()) {
      sql.insertInto(
              TIER,
              TIER.ITEM,
              TIER.POSITION,
              TIER.SUBJECT,
              TIER.CONDITION,
              TIER.WARNING,
              TIER.UNIT,
              TIER.MIN,
              TIER.MAX)
          .valuesOfRows(rows)
          .execute();
    }
  }

  @Override
  public Optional<ItemRow> item(String code) {
    return sql.select(
            ITEM.CODE,
            ITEM.NAME,
            ITEM.DOMAIN,
            ITEM.KIND,
            ITEM.ORIGINAL_DEPARTMENT,
            ITEM.SIMPLE_PROCEDURE,
            ITEM.HEARING_NOTE)
        .from(ITEM)
        .where(ITEM.CODE.eq(code))
        .fetchOptional(
            r ->
                new ItemRow(
                    r.value1(),
                    r.value2(),
                    r.value3(),
                    r.value4(),
                    r.value5(),
                    r.value6(),
                    r.value7(),
                    texts(code, tiers(code))));
  }

  private List<Tier> tiers(String code) {
    return sql.selectFrom(TIER)
        .where(TIER.ITEM.eq(code))
        .orderBy(TIER.POSITION)
        .fetch(
            t ->
                new Tier(
                    t.getSubject(),
                    t.getCondition(),
                    t.getWarning(),
                    t.getUnit(),
                    t.getMin(),
                    t.getMax()));
  }

  private List<Basis> texts(String code, List<Tier> tiers) {
    return sql.selectFrom(BASIS)
        .where(BASIS.ITEM.eq(code))
        .orderBy(BASIS.POSITION)
        .fetch(
            b ->
                new Basis(
                    b.getLegalBasis(),
                    b.getBasisText(),
                    b.getPenaltyMin(),
                    b.getPenaltyMax(),
                    b.getPenaltyNote(),
                    b.getInForceFrom(),
                    b.getInForceTo(),
                    b.getInForceTo() == null ? tiers : List.of(),
                    b.getSource()));
  }

  @Override
  public Map<String, String> names(Collection<String> codes) {
    return sql.select(ITEM.CODE, ITEM.NAME)
        .from(ITEM)
        .where(ITEM.CODE.in(codes))
        .fetchMap(ITEM.CODE, ITEM.NAME);
  }

  @Override
  public List<Suggestions.Source> sources() {
    Map<String, List<String>> texts =
        sql.select(BASIS.ITEM, BASIS.BASIS_TEXT)
            .from(BASIS)
            .where(BASIS.IN_FORCE_TO.isNull())
            .fetchGroups(BASIS.ITEM, BASIS.BASIS_TEXT);
    return sql.select(ITEM.CODE, ITEM.NAME, ITEM.DOMAIN)
        .from(ITEM)
        .orderBy(ITEM.CODE)
        .fetch(
            r ->
                new Suggestions.Source(
                    r.value1(),
                    r.value2(),
                    r.value3(),
                    String.join(" ", texts.getOrDefault(r.value1(), List.of()))));
  }

  @Override
  public Optional<String> readHash(String list) {
    return sql.select(LOADED.HASH)
        .from(LOADED)
        .where(LOADED.LIST.eq(list))
        .fetchOptional(LOADED.HASH);
  }

  @Override
  public void markRead(String list, String hash, Instant at) {
    sql.insertInto(LOADED)
        .columns(LOADED.LIST, LOADED.HASH, LOADED.AT)
        .values(list, hash, at)
        .onConflict(LOADED.LIST)
        .doUpdate()
        .set(LOADED.HASH, hash)
        .set(LOADED.AT, at)
        .execute();
  }

  @Override
  public boolean hasList(CountyCode county) {
    return sql.fetchExists(HOLDING, HOLDING.COUNTY.eq(county.value()));
  }

  @Override
  public void add(CountyCode county, List<Holding> holdings) {
    sql.insertInto(
            HOLDING,
            HOLDING.COUNTY,
            HOLDING.POSITION,
            HOLDING.ITEM,
            HOLDING.HOLDER,
            HOLDING.SCOPE,
            HOLDING.BODY,
            HOLDING.IN_KIND,
            HOLDING.IN_PLACE,
            HOLDING.MODE,
            HOLDING.FROM_ON,
            HOLDING.TO_ON,
            HOLDING.GRADE,
            HOLDING.NOTE,
            HOLDING.SOURCE)
        .valuesOfRows(
            holdings.stream()
                .map(
                    h -> {
                      Scope.OneBody one = h.scope() instanceof Scope.OneBody b ? b : null;
                      HoldingRow r = h.row();
                      return DSL.row(
                          county.value(),
                          h.position(),
                          r.item(),
                          r.holder(),
                          h.scope().key(),
                          one == null ? null : one.body().value(),
                          one == null ? null : one.kind(),
                          one == null ? null : one.place(),
                          r.mode(),
                          r.from(),
                          r.to(),
                          r.grade(),
                          r.note(),
                          r.source());
                    })
                .toList())
        .execute();
  }

  @Override
  public List<Holding> holdings(CountyCode county) {
    return sql.selectFrom(HOLDING)
        .where(HOLDING.COUNTY.eq(county.value()))
        .orderBy(HOLDING.POSITION)
        .fetch(JooqPowerRegister::holding);
  }

  @Override
  public List<Holding> holdings(CountyCode county, Collection<String> items) {
    return sql.selectFrom(HOLDING)
        .where(HOLDING.COUNTY.eq(county.value()).and(HOLDING.ITEM.in(items)))
        .orderBy(HOLDING.POSITION)
        .fetch(JooqPowerRegister::holding);
  }

  private static Holding holding(HoldingRecord r) {
    Scope scope =
        switch (r.getScope()) {
          case "all-townships" -> new Scope.AllTownships();
          case "all-towns" -> new Scope.AllTowns();
          case "all-subdistricts" -> new Scope.AllSubdistricts();
          case "unfixed" -> new Scope.Unfixed();
          case "body" -> new Scope.OneBody(new BodyId(r.getBody()), r.getInKind(), r.getInPlace());
          default -> throw new IllegalStateException("holding of scope " + r.getScope());
        };
    return new Holding(
        r.getPosition(),
        new HoldingRow(
            r.getPosition(),
            r.getItem(),
            r.getHolder(),
            r.getMode(),
            r.getFromOn(),
            r.getToOn(),
            r.getSource(),
            r.getGrade(),
            r.getNote()),
        scope);
  }
}
