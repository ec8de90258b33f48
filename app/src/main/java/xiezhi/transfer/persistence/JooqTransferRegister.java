package xiezhi.transfer.persistence;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static xiezhischema.transfer.Tables.ARTICLE;
import static xiezhischema.transfer.Tables.MATERIAL;
import static xiezhischema.transfer.Tables.PAPER;
import static xiezhischema.transfer.Tables.TRANSFER_;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record10;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.persistence.Rows;
import xiezhi.transfer.domain.Transfer;
import xiezhi.transfer.domain.Transfer.Article;
import xiezhi.transfer.domain.Transfer.Content;
import xiezhi.transfer.domain.Transfer.Kind;
import xiezhi.transfer.domain.Transfer.Letter;
import xiezhi.transfer.domain.Transfer.Material;
import xiezhi.transfer.domain.Transfer.ReturnKind;
import xiezhi.transfer.domain.Transfer.Stage;
import xiezhi.transfer.domain.TransferRegister;
import xiezhischema.transfer.tables.records.TransferRecord;

/** The transfers' rows. */
@Repository
class JooqTransferRegister implements TransferRegister {
  private final DSLContext db;
  private final Rows<TransferRecord> transfers;

  JooqTransferRegister(DSLContext db) {
    this.db = db;
    this.transfers = new Rows<>(db, TRANSFER_);
  }

  @Override
  public void insert(CountyCode county, Transfer t) {
    try {
      transfers.insert(county, row -> fill(row, t));
    } catch (DuplicateKeyException e) {
      // the unique index on transfers under way: somebody else prepared one for this matter first
      throw TransferRegister.alreadyUnderWay().exception();
    }
    parts(county, t);
  }

  @Override
  public void update(CountyCode county, Transfer t) {
    if (!transfers.update(county, t.id(), t.version(), row -> fill(row, t))) {
      throw TransferRegister.overtaken(find(county, t.id()).orElseThrow()).exception();
    }
    db.deleteFrom(MATERIAL)
        .where(MATERIAL.COUNTY.eq(county.value()))
        .and(MATERIAL.TRANSFER.eq(t.id()))
        .execute();
    db.deleteFrom(ARTICLE)
        .where(ARTICLE.COUNTY.eq(county.value()))
        .and(ARTICLE.TRANSFER.eq(t.id()))
        .execute();
    parts(county, t);
  }

  @Override
  public void keep(CountyCode county, UUID transfer, Paper paper) {
    db.insertInto(PAPER)
        .set(PAPER.COUNTY, county.value())
        .set(PAPER.TRANSFER, transfer)
        .set(PAPER.LETTER, paper.letter())
        .set(PAPER.TEMPLATE, paper.template())
        .set(PAPER.NUMBER, paper.number())
        .set(PAPER.TITLE, paper.title())
        .set(PAPER.ISSUER, paper.issuer())
        .set(PAPER.AT, paper.at())
        .execute();
  }

  @Override
  public List<Paper> papers(CountyCode county, UUID transfer) {
    return db.selectFrom(PAPER)
        .where(PAPER.COUNTY.eq(county.value()))
        .and(PAPER.TRANSFER.eq(transfer))
        .orderBy(PAPER.AT)
        .fetch(
            p ->
                new Paper(
                    p.getLetter(),
                    p.getTemplate(),
                    p.getNumber(),
                    p.getTitle(),
                    p.getIssuer(),
                    p.getAt()));
  }

  @Override
  public Optional<Transfer> find(CountyCode county, UUID id) {
    return transfers.find(county, id).map(r -> read(county, r));
  }

  @Override
  public List<Transfer> of(CountyCode county, MatterId matter) {
    return db.selectFrom(TRANSFER_)
        .where(TRANSFER_.COUNTY.eq(county.value()))
        .and(TRANSFER_.MATTER.eq(matter.value()))
        .orderBy(TRANSFER_.PREPARED_AT)
        .fetch()
        .map(r -> read(county, r));
  }

  @Override
  public List<Line> list(CountyCode county, Query q) {
    List<Condition> which = new ArrayList<>();
    which.add(TRANSFER_.COUNTY.eq(county.value()));
    if (q.incoming()) {
      which.add(TRANSFER_.SENT_AT.isNotNull());
    }
    if (q.stage() != null) {
      which.add(TRANSFER_.STAGE.eq(q.stage()));
    }
    if (q.beforePrepared() != null && q.beforeId() != null) {
      which.add(
          row(TRANSFER_.PREPARED_AT, TRANSFER_.ID).lt(val(q.beforePrepared()), val(q.beforeId())));
    }
    var side = q.incoming() ? TRANSFER_.RECEIVER : TRANSFER_.SENDER;
    // one ordered index scan for each body of the desk, merged
    var some =
        (q.desk().isEmpty()
                ? Stream.of(noCondition())
                : q.desk().stream().map(body -> side.eq(body.value())))
            .map(whose -> lines(DSL.and(which).and(whose), q.limit()))
            .reduce(Select::unionAll)
            .orElseThrow()
            .asTable("some");
    return db.selectFrom(some)
        .orderBy(
            Objects.requireNonNull(some.field(TRANSFER_.PREPARED_AT)).desc(),
            Objects.requireNonNull(some.field(TRANSFER_.ID)).desc())
        .limit(q.limit())
        .fetch(Records.mapping(Line::new));
  }

  /** In the order of {@link Line}. */
  private Select<
          Record10<UUID, UUID, String, String, String, String, String, Instant, Instant, Integer>>
      lines(Condition which, int limit) {
    return db.select(
            TRANSFER_.ID,
            TRANSFER_.MATTER,
            TRANSFER_.KIND,
            TRANSFER_.SENDER,
            TRANSFER_.RECEIVER,
            TRANSFER_.STAGE,
            TRANSFER_.LETTER_NUMBER,
            TRANSFER_.PREPARED_AT,
            TRANSFER_.SENT_AT,
            TRANSFER_.VERSION)
        .from(TRANSFER_)
        .where(which)
        .orderBy(TRANSFER_.PREPARED_AT.desc(), TRANSFER_.ID.desc())
        .limit(limit);
  }

  private void parts(CountyCode county, Transfer t) {
    int position = 0;
    for (Material m : t.content().materials()) {
      db.insertInto(MATERIAL)
          .set(MATERIAL.COUNTY, county.value())
          .set(MATERIAL.TRANSFER, t.id())
          .set(MATERIAL.POSITION, position++)
          .set(MATERIAL.KIND, m.kind())
          .set(MATERIAL.ATTACHMENT, m.attachment())
          .set(MATERIAL.EXPLANATION, m.explanation())
          .execute();
    }
    position = 0;
    for (Article a : t.content().articles()) {
      db.insertInto(ARTICLE)
          .set(ARTICLE.COUNTY, county.value())
          .set(ARTICLE.TRANSFER, t.id())
          .set(ARTICLE.POSITION, position++)
          .set(ARTICLE.NAME, a.name())
          .set(ARTICLE.QUANTITY, a.quantity())
          .set(ARTICLE.STATE, a.state())
          .set(ARTICLE.HELD_AT, a.heldAt())
          .set(ARTICLE.HELD_UNTIL, a.heldUntil())
          .execute();
    }
  }

  private static void fill(TransferRecord row, Transfer t) {
    row.setId(t.id());
    row.setMatter(t.matter().value());
    row.setKind(t.kind().key());
    row.setSender(t.sender().value());
    row.setReceiver(t.receiver().value());
    row.setPreparedBy(t.preparedBy().value());
    row.setReason(t.content().reason());
    row.setDisputed(t.content().disputed());
    row.setStatutoryBasis(t.content().statutoryBasis());
    row.setStage(t.stageName());
    row.setPreparedAt(t.preparedAt());
    row.setSubmittedAt(t.submittedAt());
    row.setSentAt(t.sentAt());
    row.setStepAt(t.lastStep().at());
    row.setStepAccount(t.lastStep().account());
    row.setStepName(t.lastStep().by());
    row.setStepNote(t.lastStep().note());
    row.setReturnKind(t.stage() instanceof Stage.Returned(var why) ? why.name() : null);
    row.setScreened(t.screened());
    row.setArticlesSigned(t.articlesSigned());
    row.setLetter(t.letter() == null ? null : t.letter().id());
    row.setLetterNumber(t.letter() == null ? null : t.letter().number());
    row.setVersion(t.version());
  }

  private Transfer read(CountyCode county, TransferRecord r) {
    List<Material> materials =
        db.selectFrom(MATERIAL)
            .where(MATERIAL.COUNTY.eq(county.value()))
            .and(MATERIAL.TRANSFER.eq(r.getId()))
            .orderBy(MATERIAL.POSITION)
            .fetch(m -> new Material(m.getKind(), m.getAttachment(), m.getExplanation()));
    List<Article> articles =
        db.selectFrom(ARTICLE)
            .where(ARTICLE.COUNTY.eq(county.value()))
            .and(ARTICLE.TRANSFER.eq(r.getId()))
            .orderBy(ARTICLE.POSITION)
            .fetch(
                a ->
                    new Article(
                        a.getName(),
                        a.getQuantity(),
                        a.getState(),
                        a.getHeldAt(),
                        a.getHeldUntil()));
    return new Transfer(
        r.getId(),
        new MatterId(r.getMatter()),
        Kind.valueOf(r.getKind().toUpperCase(Locale.ROOT)),
        new BodyId(r.getSender()),
        new BodyId(r.getReceiver()),
        new BodyId(r.getPreparedBy()),
        new Content(r.getReason(), r.getDisputed(), r.getStatutoryBasis(), materials, articles),
        stage(r),
        r.getPreparedAt(),
        r.getSubmittedAt(),
        r.getSentAt(),
        r.getLetter() == null ? null : new Letter(r.getLetter(), r.getLetterNumber()),
        r.getScreened(),
        r.getArticlesSigned(),
        new Step(r.getStepAt(), r.getStepAccount(), r.getStepName(), r.getStepNote()),
        r.getVersion());
  }

  private static Stage stage(TransferRecord r) {
    return switch (r.getStage()) {
      case "prepared" -> new Stage.Prepared();
      case "submitted" -> new Stage.Submitted();
      case "sent" -> new Stage.Sent();
      case "received" -> new Stage.Received();
      case "supplement-asked" -> new Stage.SupplementAsked(r.getStepNote());
      case "accepted" -> new Stage.Accepted();
      case "returned" -> new Stage.Returned(ReturnKind.valueOf(r.getReturnKind()));
      case "result-returned" -> new Stage.ResultReturned();
      case "withdrawn" -> new Stage.Withdrawn();
      case String other -> throw new IllegalStateException("unknown stage " + other);
    };
  }
}
