package xiezhi.dispute.persistence;

import static xiezhischema.dispute.Tables.DISPUTE_;
import static xiezhischema.dispute.Tables.NEGOTIATION;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.dispute.domain.Dispute;
import xiezhi.dispute.domain.Dispute.Negotiation;
import xiezhi.dispute.domain.Dispute.Paper;
import xiezhi.dispute.domain.Dispute.Stage;
import xiezhi.dispute.domain.DisputeRegister;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhischema.dispute.tables.records.DisputeRecord;
import xiezhischema.dispute.tables.records.NegotiationRecord;

/** The disputes' rows. */
@Repository
class JooqDisputeRegister implements DisputeRegister {
  private final DSLContext db;
  private final Rows<DisputeRecord> disputes;

  JooqDisputeRegister(DSLContext db) {
    this.db = db;
    this.disputes = new Rows<>(db, DISPUTE_);
  }

  @Override
  public void insert(CountyCode county, Dispute d) {
    DisputeRecord row = db.newRecord(DISPUTE_);
    row.setCounty(county.value());
    fill(row, d);
    int inserted = db.insertInto(DISPUTE_).set(row).onConflictDoNothing().execute();
    if (inserted == 0) {
      throw DisputeRegister.alreadyOpen().exception();
    }
  }

  @Override
  public void update(CountyCode county, Dispute d) {
    if (!disputes.update(county, d.id(), d.version(), row -> fill(row, d))) {
      throw DisputeRegister.changedMeanwhile().exception();
    }
    for (Negotiation n : d.negotiations()) {
      db.insertInto(NEGOTIATION)
          .set(NEGOTIATION.COUNTY, county.value())
          .set(NEGOTIATION.DISPUTE, d.id())
          .set(NEGOTIATION.ID, n.id())
          .set(NEGOTIATION.HELD_AT, n.heldAt())
          .set(NEGOTIATION.ATTENDANTS, n.attendants())
          .set(NEGOTIATION.VIEWS, n.views())
          .set(NEGOTIATION.OUTCOME, n.outcome().key())
          .set(NEGOTIATION.LETTER, n.paper().id())
          .set(NEGOTIATION.NUMBER, n.paper().number())
          .set(NEGOTIATION.BY_NAME, n.step().by())
          .set(NEGOTIATION.BY_BODY, n.by().value())
          .set(NEGOTIATION.AT, n.step().at())
          .onConflictDoNothing()
          .execute();
    }
  }

  @Override
  public Optional<Dispute> find(CountyCode county, UUID id) {
    return load(county, DISPUTE_.ID.eq(id)).stream().findFirst();
  }

  @Override
  public List<Dispute> of(CountyCode county, MatterId matter) {
    return load(county, DISPUTE_.MATTER.eq(matter.value()));
  }

  private List<Dispute> load(CountyCode county, Condition which) {
    List<DisputeRecord> rows =
        db.selectFrom(DISPUTE_)
            .where(DISPUTE_.COUNTY.eq(county.value()))
            .and(which)
            .orderBy(DISPUTE_.OPENED_AT.desc(), DISPUTE_.ID.desc())
            .fetch();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Negotiation>> held =
        db.selectFrom(NEGOTIATION)
            .where(NEGOTIATION.COUNTY.eq(county.value()))
            .and(NEGOTIATION.DISPUTE.in(rows.stream().map(DisputeRecord::getId).toList()))
            .orderBy(NEGOTIATION.AT, NEGOTIATION.ID)
            .fetchGroups(NEGOTIATION.DISPUTE, JooqDisputeRegister::negotiation);
    return rows.stream().map(r -> read(r, held.getOrDefault(r.getId(), List.of()))).toList();
  }

  private static void fill(DisputeRecord row, Dispute d) {
    row.setId(d.id());
    row.setMatter(d.matter().value());
    row.setAbout(d.about());
    row.setLead(d.lead());
    row.setRaiser(d.raiser().value());
    row.setOther(d.other().value());
    row.setReason(d.reason());
    row.setStage(d.stageName());
    row.setDecider(null);
    row.setCompetent(null);
    row.setWords("");
    switch (d.stage()) {
      case Stage.Negotiating n -> {}
      case Stage.Agreed(var competent) -> row.setCompetent(competent.value());
      case Stage.Failed(var why) -> row.setWords(why);
      case Stage.Referred(var decider, var views) -> {
        row.setDecider(decider.value());
        row.setWords(views);
      }
      case Stage.Decided(var decider, var competent, var why) -> {
        row.setDecider(decider.value());
        row.setCompetent(competent.value());
        row.setWords(why);
      }
      case Stage.Withdrawn(var why) -> row.setWords(why);
    }
    row.setSubmission(d.submission() == null ? null : d.submission().id());
    row.setSubmissionNumber(d.submission() == null ? null : d.submission().number());
    row.setDecision(d.decision() == null ? null : d.decision().id());
    row.setDecisionNumber(d.decision() == null ? null : d.decision().number());
    row.setOpenedAt(d.openedAt());
    row.setStepAt(d.lastStep().at());
    row.setStepAccount(d.lastStep().account());
    row.setStepName(d.lastStep().by());
    row.setStepNote(d.lastStep().note());
    row.setVersion(d.version());
  }

  private static Dispute read(DisputeRecord r, List<Negotiation> held) {
    return new Dispute(
        r.getId(),
        new MatterId(r.getMatter()),
        r.getAbout(),
        r.getLead(),
        new BodyId(r.getRaiser()),
        new BodyId(r.getOther()),
        r.getReason(),
        stage(r),
        held,
        paper(r.getSubmission(), r.getSubmissionNumber()),
        paper(r.getDecision(), r.getDecisionNumber()),
        r.getOpenedAt(),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  private static @Nullable Paper paper(@Nullable UUID id, @Nullable String number) {
    return id == null || number == null ? null : new Paper(id, number);
  }

  private static Stage stage(DisputeRecord r) {
    return switch (r.getStage()) {
      case "negotiating" -> new Stage.Negotiating();
      case "agreed" -> new Stage.Agreed(body(r.getCompetent()));
      case "failed" -> new Stage.Failed(r.getWords());
      case "referred" -> new Stage.Referred(body(r.getDecider()), r.getWords());
      case "decided" ->
          new Stage.Decided(body(r.getDecider()), body(r.getCompetent()), r.getWords());
      case "withdrawn" -> new Stage.Withdrawn(r.getWords());
      case String other -> throw new IllegalStateException("unknown stage " + other);
    };
  }

  private static BodyId body(@Nullable String id) {
    return new BodyId(Objects.requireNonNull(id));
  }

  private static Negotiation negotiation(NegotiationRecord r) {
    return new Negotiation(
        r.getId(),
        r.getHeldAt(),
        r.getAttendants(),
        r.getViews(),
        Dispute.Outcome.valueOf(r.getOutcome().toUpperCase(Locale.ROOT)),
        new Paper(r.getLetter(), r.getNumber()),
        new BodyId(r.getByBody()),
        new Step(r.getAt(), "", r.getByName(), ""));
  }
}
