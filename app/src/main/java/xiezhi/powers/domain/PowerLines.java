package xiezhi.powers.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.CountyCode;

/** Search in the national list. */
public interface PowerLines {
  /**
   * @param rank how well it matches, 0 best
   * @param legalBasis today's
   */
  record Line(
      int rank,
      String code,
      String name,
      String domain,
      String kind,
      String legalBasis,
      String penaltyNote,
      boolean simpleProcedurePossible) {}

  /** The last line seen. */
  record After(int rank, String code) {}

  /**
   * Best first, then by code.
   *
   * @param words empty for all
   * @param domain null for all
   * @param kind null for all
   */
  List<Line> search(
      String words,
      @Nullable String domain,
      @Nullable String kind,
      @Nullable After after,
      int limit);

  /** A domain and how many items it has. */
  record Domain(String name, int items) {}

  List<Domain> domains();

  /** Of the items of which that county's list names a holder. */
  List<String> domainsHeld(CountyCode county);
}
