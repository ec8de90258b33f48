/**
 * 移送: a matter goes from one legal body to another, under the county's clock and gates (案件移送,
 * 线索移送); inside a township it is handed to a station (移交); a hazard of another's is notified at
 * once. The receiver accepts, asks for what lacks, or returns with a reason, and gives the result
 * back. 行政处罚法 arts. 22–27; the counties' clauses say the rest.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "flow",
      "correspondence",
      "calendar",
      "mechanism",
      "organisation",
      "powers",
      "ledger",
      "document",
      "obligation",
      "matter",
      "notification"
    })
@NullMarked
package xiezhi.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
