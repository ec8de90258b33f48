package xiezhi.powers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/** The power list. */
public interface Powers {
  /**
   * The item with the legal basis that was in force on the day of the act, and what came after it
   * (行政处罚法 art. 37: 从旧兼从轻: the text of that day governs, unless the later one is lighter).
   */
  Optional<Item> find(String code, LocalDate actOn);

  /**
   * Who is competent for each of these items at that place on that day, and why. All unknown codes
   * are refused at once with {@code powers.no-such-item}, an unknown place with {@code
   * powers.no-such-division}.
   */
  List<Competence> competence(
      CountyCode county, Collection<String> codes, String division, LocalDate on);

  /**
   * Every body that holds any of these items anywhere in the county on that day, each with those it
   * holds. Items on no list have no holders.
   */
  Map<BodyId, List<String>> holders(CountyCode county, Collection<String> codes, LocalDate on);

  /**
   * Names by code of the items that are empowered to townships (赋权、委托) in the county on that day.
   */
  Map<String, String> empowered(CountyCode county, LocalDate on);

  /**
   * An item, seen from one day.
   *
   * @param kind 行政处罚, 行政强制, 行政检查 or 其他行政权力
   * @param basis the texts in force on that day, several where provisions stand side by side; empty
   *     if no text is held for so early a day
   * @param later texts that came into force after that day: whether they are lighter is for the
   *     officer to judge
   * @param earlier texts no longer in force on that day
   */
  record Item(
      String code,
      String name,
      String domain,
      String kind,
      String originalDepartment,
      boolean simpleProcedurePossible,
      String hearingNote,
      List<Basis> basis,
      List<Basis> later,
      List<Basis> earlier) {

    public Item {
      basis = List.copyOf(basis);
      later = List.copyOf(later);
      earlier = List.copyOf(earlier);
    }

    /** Law and article, as a letter cites it; empty if no text is held for that day. */
    public String legalBasis() {
      return basis.stream().map(Basis::legalBasis).collect(Collectors.joining("；"));
    }
  }

  /**
   * A text on which an item stands or stood.
   *
   * @param penaltyMin lowest and highest amount of all tiers in yuan; null where the text gives
   *     none in yuan
   * @param from first day in force; null if no source gives it
   * @param to last day in force; null if it still is
   * @param tiers only for today's text; earlier ones have the note alone
   */
  record Basis(
      String legalBasis,
      String text,
      @Nullable BigDecimal penaltyMin,
      @Nullable BigDecimal penaltyMax,
      String penaltyNote,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<Tier> tiers,
      String source) {

    public Basis {
      tiers = List.copyOf(tiers);
    }
  }

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

  /**
   * All who hold an item at a place on a day.
   *
   * @param holders empty where the list names no body for that place and day
   * @param unfixed holders that the list names without fixing a body, as 作出决定的机关
   * @param remarks codes of what else is to be known, as {@code powers.not-a-government}: the place
   *     is not a level of government, and rows for all townships do not reach it
   */
  record Competence(
      String code,
      String itemName,
      List<Holder> holders,
      List<Unfixed> unfixed,
      List<String> remarks) {

    public Competence {
      holders = List.copyOf(holders);
      unfixed = List.copyOf(unfixed);
      remarks = List.copyOf(remarks);
    }

    public boolean isHeldBy(BodyId body) {
      return holders.stream().anyMatch(h -> h.body().equals(body));
    }
  }

  /**
   * @param named the holder in the list's own words, as 全部乡镇街道
   * @param reason why this body, here: {@code all-townships}, {@code all-towns}, {@code
   *     all-subdistricts}, {@code department}, {@code department-here} (only in places of this
   *     kind), {@code stationed} (stationed in this place)
   * @param mode 赋权, 委托 or 法定
   * @param from null if the list does not say since when
   * @param evidence the row's own grade, never upgraded: {@code VERIFIED-LAW}, {@code
   *     VERIFIED-DOMAIN}, {@code LAW+NAME-ASSUMED}, {@code ASSUMED}
   * @param note the row's remark behind the grade
   */
  record Holder(
      BodyId body,
      String bodyName,
      String named,
      String reason,
      String mode,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String evidence,
      String note,
      String source) {}

  /** A row that names its holder without fixing a body. */
  record Unfixed(
      String named,
      String mode,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String evidence,
      String note,
      String source) {}
}
