/**
 * 可拨动的时钟: a clock that a test sets, for the whole application or for one request ({@code
 * Xiezhi-Clock}). Its beans exist only in the profile {@code test}, which announces itself loudly;
 * in any other profile nothing here is reachable.
 */
@ApplicationModule(allowedDependencies = {"shared", "platform"})
@NullMarked
package xiezhi.testclock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
