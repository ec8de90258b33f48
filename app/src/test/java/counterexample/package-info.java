/** Everything our rules forbid, done once, so that each rule is seen to catch it. */
@NullMarked
package counterexample;

import org.jspecify.annotations.NullMarked;
