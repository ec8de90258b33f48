package xiezhi.organisation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.CountyCode;

/**
 * Where a point lies. Outlines are held of counties only, schematic ones; of townships at most a
 * centre. So the county is told with a margin, and a township is only proposed.
 */
public interface Places {
  /**
   * @param division the township whose centre is nearest, as a proposal; null if none is near
   * @param inside false only if the point is clearly outside
   * @param other the county of this installation it lies in instead; null if in none
   */
  record Found(@Nullable Division division, boolean inside, @Nullable County other) {}

  /** The county must be the actor's. Refuses what is no point on earth. */
  Found locate(CountyCode county, BigDecimal lng, BigDecimal lat);

  /** Whether it lies within the outline itself, as far as one is held. */
  boolean isWithin(CountyCode county, BigDecimal lng, BigDecimal lat);

  /** The township whose name stands in an address, with or without 镇, 乡, 街道; null if none does. */
  @Nullable Division named(CountyCode county, String address);

  /** Along the ground, right to a percent for some kilometres. */
  double metres(BigDecimal lng, BigDecimal lat, BigDecimal otherLng, BigDecimal otherLat);
}
