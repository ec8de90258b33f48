package xiezhi.powers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/** The power list. */
public interface Powers {
  /**
   * The item with the legal basis that was in force on the day of the act (行政处罚法 art. 37: 从旧兼从轻).
   */
  Optional<Item> find(String code, LocalDate actOn);

  /**
   * Who is competent for each of these items at that place on that day, and why; unknown codes are
   * refused.
   */
  List<Competence> competence(
      CountyCode county, Collection<String> codes, String division, LocalDate on);

  /**
   * @param kind 行政处罚, 行政强制, 行政检查 or 其他行政权力
   * @param basisFrom first day of the basis; null if it is today's text with no known start
   */
  record Item(
      String code,
      String name,
      String domain,
      String kind,
      String legalBasis,
      String basisText,
      String penaltyNote,
      String originalDepartment,
      @Nullable LocalDate basisFrom,
      @Nullable LocalDate basisTo,
      List<Tier> tiers) {}

  /**
   * One penalty tier; amounts in {@code unit}, null min means "up to". Not to be filled in where
   * the law gives none.
   */
  record Tier(
      String subject,
      String condition,
      boolean warningPossible,
      @Nullable String unit,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max) {}

  /** All who hold an item at a place on a day; empty where the list names nobody. */
  record Competence(String code, String itemName, List<Holder> holders) {}

  /**
   * @param mode 赋权, 委托 or 法定
   * @param evidence the row's own grade, never upgraded: {@code VERIFIED-LAW}, {@code
   *     VERIFIED-DOMAIN}, {@code LAW+NAME-ASSUMED}, {@code ASSUMED}
   * @param note the row's remark behind the grade
   */
  record Holder(
      BodyId body,
      String bodyName,
      String mode,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String evidence,
      String note,
      String source) {}
}
