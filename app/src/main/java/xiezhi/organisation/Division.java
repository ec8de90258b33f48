package xiezhi.organisation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A township-level division (GB/T 10114).
 *
 * @param code nine digits
 * @param kind 街道, 镇, 乡 or 其他
 * @param lng longitude in degrees, null where no source gives one
 */
public record Division(
    String code, String name, String kind, @Nullable BigDecimal lng, @Nullable BigDecimal lat) {}
