/**
 * 运行平台: what the application stands on and no law speaks of: the embedded database, migrations and
 * grants, the county wall of every transaction, the clock, jobs that run once however many replicas
 * there are, and the description of the HTTP interface.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package xiezhi.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
