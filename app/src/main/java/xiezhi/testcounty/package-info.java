/**
 * 试验县: a fresh county for each test, made from another county's data, with people in it. Its beans
 * exist only in the profile {@code test}; in any other profile nothing here is reachable.
 */
@ApplicationModule(
    allowedDependencies = {"shared", "calendar", "identity", "mechanism", "organisation", "powers"})
@NullMarked
package xiezhi.testcounty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
