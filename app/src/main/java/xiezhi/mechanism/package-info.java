/**
 * 机制: what a county published, as data: instruments, clauses, rules and terms, in versions with
 * effective dates. A rule resolves county clause, then national law, then platform default, and the
 * answer says which.
 */
@ApplicationModule(allowedDependencies = {"shared", "calendar", "ledger"})
@NullMarked
package xiezhi.mechanism;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
