package xiezhi.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/**
 * The counties and bodies that accounts belong to, by name. Asked here, answered by the module that
 * keeps the directory, which stands above this one.
 */
public interface Directory {
  /**
   * A county.
   *
   * @param level 县, 区, 市 or 旗
   */
  record County(CountyCode code, String name, String level) {}

  /** A body, as a desk shows it. */
  record Desk(BodyId id, String name) {}

  /** All counties; readable without an actor. */
  List<County> counties();

  /** Those of the actor's county; unknown ones are absent. */
  Map<BodyId, Desk> desks(Collection<BodyId> bodies);

  /** Where a county's first administrator sits: the county or district government. */
  BodyId seatOfGovernment(CountyCode county);
}
