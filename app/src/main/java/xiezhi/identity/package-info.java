/**
 * 身份权限: accounts, sign-in, roles in bodies, sessions; the county wall of every transaction
 * (网络安全等级保护 GB/T 22239 8.1.4).
 */
@ApplicationModule(allowedDependencies = {"shared", "ledger"})
@NullMarked
package xiezhi.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
