package xiezhi.calendar;

import xiezhi.shared.CountyCode;

/** The days counties set for themselves: for those who derive one county from another. */
public interface LocalCalendars {
  /**
   * Gives the county the local papers that the platform ships for another one. Must be called as an
   * actor of the county that receives them.
   */
  void takeShippedOf(CountyCode base, CountyCode county);
}
