/**
 * 设备: cameras, drones, sensors and recognisers. What one saw becomes a lead for a person to
 * confirm, never a case by itself; with the evidence is kept what its papers were at that moment
 * (行政处罚法 art. 41: calibrated, reviewed, its place published).
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "mechanism",
      "organisation",
      "ledger",
      "document",
      "obligation",
      "matter",
      "flow",
      "intake",
      "notification"
    })
@NullMarked
package xiezhi.device;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
