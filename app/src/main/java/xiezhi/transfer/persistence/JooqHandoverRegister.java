package xiezhi.transfer.persistence;

import static xiezhischema.transfer.Tables.HANDOVER;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.calendar.TimeLimit;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhi.transfer.domain.Handover;
import xiezhi.transfer.domain.Handover.Signature;
import xiezhi.transfer.domain.Handover.Stage;
import xiezhi.transfer.domain.HandoverRegister;
import xiezhi.transfer.domain.Transfer.Letter;
import xiezhischema.transfer.tables.records.HandoverRecord;

/** The handovers' rows. */
@Repository
class JooqHandoverRegister implements HandoverRegister {
  private final DSLContext db;
  private final Rows<HandoverRecord> handovers;

  JooqHandoverRegister(DSLContext db) {
    this.db = db;
    this.handovers = new Rows<>(db, HANDOVER);
  }

  @Override
  public void insert(CountyCode county, Handover h, @Nullable TimeLimit limit) {
    handovers.insert(
        county,
        row -> {
          fill(row, h);
          row.setLimitAmount(limit == null ? null : limit.amount());
          row.setLimitUnit(limit == null ? null : limit.unit().name());
        });
  }

  @Override
  public void update(CountyCode county, Handover h) {
    if (!handovers.update(county, h.id(), h.version(), row -> fill(row, h))) {
      throw HandoverRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public @Nullable TimeLimit limit(CountyCode county, UUID id) {
    return db.select(HANDOVER.LIMIT_AMOUNT, HANDOVER.LIMIT_UNIT)
        .from(HANDOVER)
        .where(HANDOVER.COUNTY.eq(county.value()))
        .and(HANDOVER.ID.eq(id))
        .fetchSingle(
            r ->
                r.value1() == null
                    ? null
                    : TimeLimit.of(r.value1(), TimeLimit.Unit.valueOf(r.value2())));
  }

  @Override
  public Optional<Handover> find(CountyCode county, UUID id) {
    return handovers.find(county, id).map(JooqHandoverRegister::read);
  }

  @Override
  public List<Handover> of(CountyCode county, MatterId matter) {
    return db.selectFrom(HANDOVER)
        .where(HANDOVER.COUNTY.eq(county.value()))
        .and(HANDOVER.MATTER.eq(matter.value()))
        .orderBy(HANDOVER.MADE_AT)
        .fetch(JooqHandoverRegister::read);
  }

  private static void fill(HandoverRecord row, Handover h) {
    row.setId(h.id());
    row.setMatter(h.matter().value());
    row.setTeam(h.team().value());
    row.setStation(h.station().value());
    row.setItems(h.items());
    row.setStage(h.stageName());
    row.setMadeAt(h.made().at());
    row.setMadeBy(h.made().by());
    row.setLetter(h.letter() == null ? null : h.letter().id());
    row.setLetterNumber(h.letter() == null ? null : h.letter().number());
    row.setVersion(h.version());
    switch (h.stage()) {
      case Stage.Made() -> {}
      case Stage.Received(var s) -> {
        row.setReceivedAt(s.at());
        row.setReceivedBy(s.by());
      }
      case Stage.FedBack(var s, var f, var result) -> {
        row.setReceivedAt(s.at());
        row.setReceivedBy(s.by());
        row.setFedBackAt(f.at());
        row.setFedBackBy(f.by());
        row.setResult(result);
      }
      case Stage.Closed(var s, var f, var result, var c) -> {
        row.setReceivedAt(s.at());
        row.setReceivedBy(s.by());
        row.setFedBackAt(f == null ? null : f.at());
        row.setFedBackBy(f == null ? null : f.by());
        row.setResult(result);
        row.setClosedAt(c.at());
        row.setClosedBy(c.by());
      }
    }
  }

  private static Handover read(HandoverRecord r) {
    Stage stage =
        switch (r.getStage()) {
          case "made" -> new Stage.Made();
          case "received" ->
              new Stage.Received(new Signature(r.getReceivedAt(), r.getReceivedBy()));
          case "fed-back" ->
              new Stage.FedBack(
                  new Signature(r.getReceivedAt(), r.getReceivedBy()),
                  new Signature(r.getFedBackAt(), r.getFedBackBy()),
                  r.getResult());
          case "closed" ->
              new Stage.Closed(
                  new Signature(r.getReceivedAt(), r.getReceivedBy()),
                  r.getFedBackAt() == null
                      ? null
                      : new Signature(r.getFedBackAt(), r.getFedBackBy()),
                  r.getResult() == null ? "" : r.getResult(),
                  new Signature(r.getClosedAt(), r.getClosedBy()));
          case String other -> throw new IllegalStateException("unknown stage " + other);
        };
    return new Handover(
        r.getId(),
        new MatterId(r.getMatter()),
        new BodyId(r.getTeam()),
        new BodyId(r.getStation()),
        r.getItems(),
        stage,
        new Signature(r.getMadeAt(), r.getMadeBy()),
        r.getLetter() == null ? null : new Letter(r.getLetter(), r.getLetterNumber()),
        r.getVersion());
  }
}
