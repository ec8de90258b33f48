package xiezhi.calendar;

import java.time.ZoneId;
import xiezhi.shared.CountyCode;

/**
 * In which zone a county counts its days. Whoever keeps the counties may answer; without an answer
 * it is {@code Asia/Shanghai}, the one legal time of the whole country.
 */
public interface CountyZones {
  ZoneId of(CountyCode county);
}
