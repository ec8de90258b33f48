package xiezhi.matter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.MatterId;

/**
 * What lies near, for those who ask whether something is known already. Says only where, when and
 * which items: what else a matter holds is for {@link Matters} to show, to those who may see it.
 */
public interface MattersNearby {
  /**
   * @param metres how far, along the ground; null where no point is asked about or known
   * @param items codes of the suspected items
   */
  record Near(
      MatterId matter,
      @Nullable Double metres,
      Instant registeredAt,
      String stage,
      List<String> items) {}

  /**
   * Matters registered since then within that distance, nearest first.
   *
   * @param metres at most 2,000
   */
  List<Near> near(BigDecimal lng, BigDecimal lat, int metres, Instant since, int limit);

  /** Matters of that division registered since then, newest first. */
  List<Near> in(String division, Instant since, int limit);
}
