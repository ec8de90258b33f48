package xiezhi.powers;

import java.util.List;
import java.util.Map;
import xiezhi.shared.CountyCode;

/** Publishes who holds which item. */
public interface PowerLists {
  /** The rows of the data files, by the name of the county they are of. */
  Map<String, List<HoldingRow>> files();

  /**
   * Publishes a county's list. Every row whose item or holder nobody knows is refused, all at once,
   * and nothing is written. Does nothing if the county has a list already.
   */
  void publish(CountyCode county, List<HoldingRow> rows);
}
