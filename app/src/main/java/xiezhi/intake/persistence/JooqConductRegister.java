package xiezhi.intake.persistence;

import static xiezhischema.intake.Tables.CONDUCT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.intake.domain.Complaint.Rating;
import xiezhi.intake.domain.ComplaintCode;
import xiezhi.intake.domain.ComplaintRegister;
import xiezhi.intake.domain.ConductComplaint;
import xiezhi.intake.domain.ConductComplaint.Handler;
import xiezhi.intake.domain.ConductComplaint.Stage;
import xiezhi.intake.domain.ConductRegister;
import xiezhi.shared.AccountId;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.persistence.Rows;
import xiezhischema.intake.tables.records.ConductRecord;

/** The rows of complaints about conduct. */
@Repository
class JooqConductRegister implements ConductRegister {
  private final DSLContext db;
  private final Rows<ConductRecord> complaints;

  JooqConductRegister(DSLContext db) {
    this.db = db;
    this.complaints = new Rows<>(db, CONDUCT);
  }

  @Override
  public void insert(CountyCode county, ConductComplaint c) {
    complaints.insert(
        county,
        row -> {
          row.setId(c.id());
          row.setCode(c.code().text());
          row.setReceivedAt(c.receivedAt());
          row.setAboutBody(c.aboutBody() == null ? null : c.aboutBody().value());
          row.setTold(c.told());
          row.setContact(c.contact());
          row.setAnonymous(c.anonymous());
          row.setHandlerBody(c.handlerBody().value());
          fill(row, c);
        });
  }

  @Override
  public void update(CountyCode county, ConductComplaint c) {
    if (!complaints.update(county, c.id(), c.version(), row -> fill(row, c))) {
      throw ComplaintRegister.changedMeanwhile().exception();
    }
  }

  @Override
  public Optional<ConductComplaint> find(CountyCode county, UUID id) {
    return one(CONDUCT.COUNTY.eq(county.value()).and(CONDUCT.ID.eq(id)));
  }

  @Override
  public Optional<ConductComplaint> byCode(CountyCode county, ComplaintCode code) {
    return one(CONDUCT.COUNTY.eq(county.value()).and(CONDUCT.CODE.eq(code.text())));
  }

  private Optional<ConductComplaint> one(Condition which) {
    return db.selectFrom(CONDUCT).where(which).fetchOptional(JooqConductRegister::read);
  }

  @Override
  public List<ConductComplaint> of(
      CountyCode county,
      BodyId handlerBody,
      @Nullable Instant before,
      @Nullable UUID beforeId,
      int limit) {
    Condition which =
        CONDUCT.COUNTY.eq(county.value()).and(CONDUCT.HANDLER_BODY.eq(handlerBody.value()));
    if (before != null) {
      which = which.and(DSL.row(CONDUCT.RECEIVED_AT, CONDUCT.ID).lt(DSL.row(before, beforeId)));
    }
    return db.selectFrom(CONDUCT)
        .where(which)
        .orderBy(CONDUCT.RECEIVED_AT.desc(), CONDUCT.ID.desc())
        .limit(limit)
        .fetch(JooqConductRegister::read);
  }

  private static void fill(ConductRecord row, ConductComplaint c) {
    row.setStage(c.stageName());
    row.setVersion(c.version());
    Handler handler = c.handler();
    if (handler != null) {
      row.setHandler(handler.account().value());
      row.setHandlerName(handler.name());
      row.setAssignedAt(handler.since());
    }
    if (c.stage() instanceof Stage.Replied(var by, var at, var text)) {
      row.setRepliedAt(at);
      row.setRepliedBy(by.name());
      row.setReply(text);
    }
    if (c.rating() != null) {
      row.setRatedAt(c.rating().at());
      row.setSatisfied(c.rating().satisfied());
      row.setRating(c.rating().words());
    }
  }

  private static ConductComplaint read(ConductRecord r) {
    return new ConductComplaint(
        r.getId(),
        new ComplaintCode(r.getCode()),
        r.getReceivedAt(),
        r.getAboutBody() == null ? null : new BodyId(r.getAboutBody()),
        r.getTold(),
        r.getContact(),
        r.getAnonymous(),
        new BodyId(r.getHandlerBody()),
        stage(r),
        r.getRatedAt() == null ? null : new Rating(r.getRatedAt(), r.getSatisfied(), r.getRating()),
        r.getVersion());
  }

  private static Stage stage(ConductRecord r) {
    if (r.getStage().equals("received")) {
      return new Stage.Received();
    }
    Handler handler =
        new Handler(new AccountId(r.getHandler()), r.getHandlerName(), r.getAssignedAt());
    return switch (r.getStage()) {
      case "assigned" -> new Stage.Assigned(handler);
      case "replied" -> new Stage.Replied(handler, r.getRepliedAt(), r.getReply());
      case String other -> throw new IllegalStateException("unknown stage " + other);
    };
  }
}
