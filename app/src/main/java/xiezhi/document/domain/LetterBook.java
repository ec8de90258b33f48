package xiezhi.document.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import xiezhi.shared.AccountId;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/** The letters that were issued, and the numbers given to them. */
public interface LetterBook {
  /** A letter as it was issued. */
  record Issued(
      UUID id,
      String template,
      BodyId issuer,
      LocalDate on,
      Instant at,
      AccountId by,
      LetterText text) {}

  /**
   * The next number of that body, template and year. Whoever else issues the same waits from here
   * until this transaction ends; if it fails the number is given again.
   */
  long nextNumber(CountyCode county, BodyId issuer, String template, int year);

  /** Answers the hash of the text as it is kept. */
  String add(CountyCode county, Issued letter);

  Optional<Issued> find(CountyCode county, UUID id);
}
