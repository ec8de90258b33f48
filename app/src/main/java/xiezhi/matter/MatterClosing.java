package xiezhi.matter;

import java.time.Instant;
import xiezhi.shared.Permission;

/**
 * What a flow has to say when somebody closes a matter. Whoever closes it asks {@link
 * Matters#mayClose}; no closing goes past it.
 */
public interface MatterClosing {
  /** May it be closed, as far as this flow knows? */
  Permission mayClose(Matter matter, Instant now);

  /** It is closed: what this flow still has running for it no longer matters. */
  void closed(Matter matter, Instant now);
}
