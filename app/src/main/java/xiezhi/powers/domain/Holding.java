package xiezhi.powers.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import xiezhi.organisation.Division;
import xiezhi.powers.HoldingRow;
import xiezhi.shared.BodyId;

/**
 * Who holds an item where: a row of a list, its words understood.
 *
 * @param position its place in the county's list
 */
public record Holding(int position, HoldingRow row, Scope scope) {

  /** How the list names the holder. */
  public sealed interface Scope {
    /** 全部乡镇街道: each township at its own place. */
    record AllTownships() implements Scope {}

    /** 全部乡镇. */
    record AllTowns() implements Scope {}

    /** 全部街道. */
    record AllSubdistricts() implements Scope {}

    /**
     * One body.
     *
     * @param kind holds it only in divisions of that kind; null for all
     * @param place holds it only in that division; null for all
     */
    record OneBody(BodyId body, @Nullable String kind, @Nullable String place) implements Scope {}

    /** Words that fix no body, as 作出决定的机关. */
    record Unfixed() implements Scope {}

    /** As the database and the screens name it. */
    default String key() {
      return switch (this) {
        case AllTownships() -> "all-townships";
        case AllTowns() -> "all-towns";
        case AllSubdistricts() -> "all-subdistricts";
        case OneBody _ -> "body";
        case Unfixed() -> "unfixed";
      };
    }
  }

  /** Whether it reaches that place: rows for all townships never reach what is no government. */
  public boolean reaches(Division division) {
    return switch (scope) {
      case Scope.AllTownships() -> isTown(division) || isSubdistrict(division);
      case Scope.AllTowns() -> isTown(division);
      case Scope.AllSubdistricts() -> isSubdistrict(division);
      case Scope.OneBody(_, var kind, var place) ->
          (kind == null || kind.equals(division.kind()))
              && (place == null || place.equals(division.code()));
      case Scope.Unfixed() -> true;
    };
  }

  /** Whether it lasts on that day; where the list gives no first day, since ever. */
  public boolean lastsOn(LocalDate day) {
    return (row.from() == null || !day.isBefore(row.from()))
        && (row.to() == null || !day.isAfter(row.to()));
  }

  /** Why, as {@link xiezhi.powers.Powers.Holder} says it. */
  public String reason() {
    return switch (scope) {
      case Scope.OneBody(_, var kind, var place) ->
          place != null ? "stationed" : kind != null ? "department-here" : "department";
      case Scope.AllTownships(), Scope.AllTowns(), Scope.AllSubdistricts(), Scope.Unfixed() ->
          scope.key();
    };
  }

  /** 行政处罚法 art. 24 speaks of townships and sub-district offices; a farm or a zone is neither. */
  public static boolean isGovernment(Division division) {
    return isTown(division) || isSubdistrict(division);
  }

  private static boolean isTown(Division division) {
    return division.kind().equals("镇") || division.kind().equals("乡");
  }

  private static boolean isSubdistrict(Division division) {
    return division.kind().equals("街道");
  }
}
