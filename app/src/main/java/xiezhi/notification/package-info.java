/** 通知: what somebody should know now: live in the browser, kept for whoever was away. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package xiezhi.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
