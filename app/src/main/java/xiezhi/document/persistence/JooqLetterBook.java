package xiezhi.document.persistence;

import static xiezhischema.document.Tables.LETTER;
import static xiezhischema.document.Tables.LETTER_COUNTER;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.document.domain.LetterBook;
import xiezhi.document.domain.LetterText;
import xiezhi.document.domain.LetterText.Block;
import xiezhi.shared.AccountId;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Sm3;

@Repository
class JooqLetterBook implements LetterBook {

  /** How blocks are told apart in the kept text: never rename one. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Addressee.class, name = "addressee"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "text"),
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Items.class, name = "list"),
    @JsonSubTypes.Type(value = Block.Rows.class, name = "rows"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Attachments.class, name = "attachments"),
    @JsonSubTypes.Type(value = Block.Signature.class, name = "signature"),
    @JsonSubTypes.Type(value = Block.Signatures.class, name = "signatures")
  })
  private interface NamedBlock {}

  private static final JsonMapper JSON =
      JsonMapper.builder().addMixIn(Block.class, NamedBlock.class).build();

  private final DSLContext db;

  JooqLetterBook(DSLContext db) {
    this.db = db;
  }

  @Override
  public long nextNumber(CountyCode county, BodyId issuer, String template, int year) {
    return Objects.requireNonNull(
        db.insertInto(LETTER_COUNTER)
            .set(LETTER_COUNTER.COUNTY, county.value())
            .set(LETTER_COUNTER.ISSUER, issuer.value())
            .set(LETTER_COUNTER.TEMPLATE, template)
            .set(LETTER_COUNTER.YEAR, year)
            .set(LETTER_COUNTER.LAST, 1L)
            .onConflict(
                LETTER_COUNTER.COUNTY,
                LETTER_COUNTER.ISSUER,
                LETTER_COUNTER.TEMPLATE,
                LETTER_COUNTER.YEAR)
            .doUpdate()
            .set(LETTER_COUNTER.LAST, LETTER_COUNTER.LAST.plus(1L))
            .returning(LETTER_COUNTER.LAST)
            .fetchOne(LETTER_COUNTER.LAST));
  }

  @Override
  public String add(CountyCode county, Issued letter) {
    String content = JSON.writeValueAsString(letter.text());
    String hash = Sm3.of(content);
    db.insertInto(LETTER)
        .set(LETTER.COUNTY, county.value())
        .set(LETTER.ID, letter.id())
        .set(LETTER.TEMPLATE, letter.template())
        .set(LETTER.ISSUER, letter.issuer().value())
        .set(LETTER.NUMBER, letter.text().number())
        .set(LETTER.TITLE, letter.text().title())
        .set(LETTER.ISSUED_ON, letter.on())
        .set(LETTER.ISSUED_AT, letter.at())
        .set(LETTER.ISSUED_BY, letter.by().value())
        .set(LETTER.CONTENT, content)
        .set(LETTER.CONTENT_HASH, hash)
        .execute();
    return hash;
  }

  @Override
  public Optional<Issued> find(CountyCode county, UUID id) {
    return db.selectFrom(LETTER)
        .where(LETTER.COUNTY.eq(county.value()))
        .and(LETTER.ID.eq(id))
        .fetchOptional(
            row ->
                new Issued(
                    row.getId(),
                    row.getTemplate(),
                    new BodyId(row.getIssuer()),
                    row.getIssuedOn(),
                    row.getIssuedAt(),
                    new AccountId(row.getIssuedBy()),
                    JSON.readValue(row.getContent(), LetterText.class)));
  }
}
