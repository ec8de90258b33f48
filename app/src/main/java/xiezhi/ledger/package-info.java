/**
 * 全过程记录: the append-only record of every act, chained by hash county by county (行政处罚法 art. 47).
 * Nobody can quietly change it: the application may only insert, and a command names the first
 * broken link.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package xiezhi.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
