/**
 * 演示: what an installation is filled with that is there to be looked at: invented people of real
 * counties. Nothing here runs unless {@code xiezhi.demonstration} is set.
 */
@ApplicationModule(allowedDependencies = {"shared", "identity", "organisation"})
@NullMarked
package xiezhi.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
