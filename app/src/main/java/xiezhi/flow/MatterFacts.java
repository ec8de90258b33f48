package xiezhi.flow;

import xiezhi.matter.Matter;
import xiezhi.mechanism.Facts;
import xiezhi.shared.BodyId;

/**
 * What one flow knows of a matter that rules of another may ask about: that its jurisdiction is in
 * dispute, say. A flow declares a bean; nobody has to know which.
 */
public interface MatterFacts {
  /**
   * @param from and {@code to}: the two bodies between which the matter is about to go, or a
   *     request about it
   */
  Facts of(Matter matter, BodyId from, BodyId to);
}
