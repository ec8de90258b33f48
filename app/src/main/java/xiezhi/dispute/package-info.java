/**
 * 争议协调: two bodies dispute whose a matter is. They negotiate, on the record; if that fails, whoever
 * the county names decides: the screener, or the common superior (行政处罚法 art. 25). Meanwhile the
 * holder takes care of it, and what may not be done is a rule. The decision binds, moves the matter
 * and is told to everyone.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "flow",
      "correspondence",
      "calendar",
      "mechanism",
      "organisation",
      "document",
      "obligation",
      "matter",
      "transfer",
      "notification"
    })
@NullMarked
package xiezhi.dispute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
