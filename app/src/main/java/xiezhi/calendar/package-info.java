/**
 * 工作日历: working days per county and year, time limits and their arithmetic with an explanation.
 * 国务院办公厅 announces holidays and make-up workdays every year (全国年节及纪念日放假办法); minority festivals are
 * set locally (art. 4).
 */
@ApplicationModule(allowedDependencies = {"shared", "ledger"})
@NullMarked
package xiezhi.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
