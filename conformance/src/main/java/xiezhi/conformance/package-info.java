/**
 * 符合性: scenarios as data, and a runner that plays them against any server over HTTP. What a clause
 * asks for counts as kept only if a scenario shows it, and fails as soon as the clause's rule is
 * taken out of the county's mechanism.
 */
@NullMarked
package xiezhi.conformance;

import org.jspecify.annotations.NullMarked;
