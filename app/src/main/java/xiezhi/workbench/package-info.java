/**
 * 工作台: pages composed over the modules below: what my body and I owe, and all there is of one
 * matter. Owns no data.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "organisation",
      "document",
      "obligation",
      "matter",
      "intake",
      "transfer",
      "calendar"
    })
@NullMarked
package xiezhi.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
