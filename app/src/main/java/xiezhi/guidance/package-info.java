/**
 * 源头预防: compliance guidance lists by trade, and typical cases drawn from closed matters, drafted,
 * published, and taken back with a reason. Which kinds there are is the county's rule.
 */
@ApplicationModule(
    allowedDependencies = {"shared", "mechanism", "organisation", "ledger", "matter", "flow"})
@NullMarked
package xiezhi.guidance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
