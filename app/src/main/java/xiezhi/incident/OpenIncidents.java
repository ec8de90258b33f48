package xiezhi.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import xiezhi.shared.BodyId;

/** 突发事件 that are not closed, for who commands the bodies in them. */
public interface OpenIncidents {
  /**
   * @param address where it is
   */
  record Line(UUID id, String title, String address, Instant happenedAt) {}

  /**
   * Those in which one of these bodies takes part, newest first. Whoever asks has made sure that
   * the actor commands, coordinates or supervises there.
   */
  List<Line> of(Collection<BodyId> bodies);
}
