package xiezhi.organisation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.CountyCode;

/**
 * A county or district that works with the platform.
 *
 * @param level 县, 区, 市 or 旗: how its own papers name the upper tier
 * @param centerLng a point to open a map at, in degrees; datum not stated by its source
 * @param mainDocument the instrument it works under
 */
public record County(
    CountyCode code,
    String name,
    String level,
    String province,
    String prefecture,
    @Nullable BigDecimal centerLng,
    @Nullable BigDecimal centerLat,
    String mainDocument,
    String source) {}
