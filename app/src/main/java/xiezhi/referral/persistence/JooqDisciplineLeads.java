package xiezhi.referral.persistence;

import static xiezhischema.referral.Tables.DISCIPLINE_LEAD;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.flow.Step;
import xiezhi.referral.domain.DisciplineLead;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Refusal;
import xiezhi.shared.persistence.Rows;
import xiezhi.vault.Vault;
import xiezhischema.referral.tables.records.DisciplineLeadRecord;

/** The rows of leads. What they say lies sealed in the database. */
@Repository
class JooqDisciplineLeads implements DisciplineLead.Register {
  private final DSLContext db;
  private final Rows<DisciplineLeadRecord> leads;
  private final JsonMapper json;
  private final Vault vault;

  JooqDisciplineLeads(DSLContext db, JsonMapper json, Vault vault) {
    this.db = db;
    this.leads = new Rows<>(db, DISCIPLINE_LEAD);
    this.json = json;
    this.vault = vault;
  }

  @Override
  public void insert(CountyCode county, DisciplineLead l) {
    leads.insert(
        county,
        row -> {
          row.setFinderAccount(l.lastStep().account());
          fill(row, l);
        });
  }

  @Override
  public void update(CountyCode county, DisciplineLead l) {
    if (!leads.update(county, l.id(), l.version(), row -> fill(row, l))) {
      throw Refusal.of(
              Refusal.Kind.CONFLICT,
              "discipline.changed-meanwhile",
              "Somebody else changed this meanwhile; look again.")
          .exception();
    }
  }

  @Override
  public Optional<DisciplineLead> find(CountyCode county, UUID id) {
    return leads.find(county, id).map(this::read);
  }

  @Override
  public List<DisciplineLead> list(
      CountyCode county,
      @Nullable BodyId finder,
      List<BodyId> desk,
      @Nullable UUID before,
      int limit) {
    Condition ours = DISCIPLINE_LEAD.RECEIVER.in(desk.stream().map(BodyId::value).toList());
    return db.selectFrom(DISCIPLINE_LEAD)
        .where(DISCIPLINE_LEAD.COUNTY.eq(county.value()))
        .and(finder == null ? ours : ours.or(DISCIPLINE_LEAD.FINDER.eq(finder.value())))
        .and(before == null ? DSL.noCondition() : DISCIPLINE_LEAD.ID.lt(before))
        .orderBy(DISCIPLINE_LEAD.ID.desc())
        .limit(limit)
        .fetch(this::read);
  }

  /** The words as the database keeps them. */
  record Sealed(String content) {}

  private void fill(DisciplineLeadRecord row, DisciplineLead l) {
    DisciplineLead.Letter letter = l.letter();
    BodyId receiver = l.receiver();
    row.setId(l.id());
    row.setFinder(l.finder().value());
    row.setConcerned(l.concerned().value());
    row.setReceiver(receiver == null ? null : receiver.value());
    row.setKind(l.kind().key());
    row.setStage(l.stage().key());
    row.setContent(
        JSONB.valueOf(
            json.writeValueAsString(new Sealed(vault.seal(json.writeValueAsString(l.content()))))));
    row.setLetter(letter == null ? null : letter.id());
    row.setLetterNumber(letter == null ? null : letter.number());
    row.setStepAt(l.lastStep().at());
    row.setStepAccount(l.lastStep().account());
    row.setStepName(l.lastStep().by());
    row.setStepNote("");
    row.setVersion(l.version());
  }

  private DisciplineLead read(DisciplineLeadRecord r) {
    Sealed sealed = json.readValue(r.getContent().data(), Sealed.class);
    return new DisciplineLead(
        r.getId(),
        new BodyId(r.getFinder()),
        new BodyId(r.getConcerned()),
        r.getReceiver() == null ? null : new BodyId(r.getReceiver()),
        DisciplineLead.Kind.valueOf(r.getKind().toUpperCase(Locale.ROOT)),
        json.readValue(vault.open(sealed.content()), DisciplineLead.Content.class),
        DisciplineLead.Stage.valueOf(r.getStage().toUpperCase(Locale.ROOT)),
        r.getLetter() == null
            ? null
            : new DisciplineLead.Letter(r.getLetter(), r.getLetterNumber()),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }
}
