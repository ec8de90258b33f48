/**
 * 公共: the few words every module speaks: who acts, in which county, for which body, and how the
 * rules say no.
 *
 * <p>Knows no other module.
 */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package xiezhi.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
