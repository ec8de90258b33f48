package xiezhi.device;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;

/** What devices saw and nobody has confirmed or dismissed yet (非现场执法). */
public interface WaitingLeads {
  /**
   * @param kind what the device recognises
   */
  record Line(MatterId matter, String kind, BodyId holder, Instant firstAt) {}

  /** Those held by one of these bodies, newest first, up to a page. */
  List<Line> of(Collection<BodyId> holders);
}
