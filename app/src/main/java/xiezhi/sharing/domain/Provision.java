package xiezhi.sharing.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import xiezhi.shared.BodyId;

/**
 * 提供执法依据、执法标准: what a county department gave for an empowered item, and to whom. The newest of a
 * kind counts; earlier ones stay.
 *
 * @param kind as the county's rule calls it, as 执法依据
 * @param providedTo every body that held the item on that day
 */
public record Provision(
    UUID id,
    String item,
    BodyId department,
    String kind,
    String content,
    List<BodyId> providedTo,
    Instant at,
    String account,
    String by) {
  public Provision {
    providedTo = List.copyOf(providedTo);
  }
}
