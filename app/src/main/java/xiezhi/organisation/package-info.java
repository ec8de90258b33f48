/**
 * 组织: counties, divisions, legal bodies, internal organs, stationed bodies and departments; in
 * whose name each acts (行政处罚法 arts. 17, 24).
 */
@ApplicationModule(allowedDependencies = {"shared", "identity", "mechanism", "ledger"})
@NullMarked
package xiezhi.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
