@NullMarked
package counterexample.domain;

import org.jspecify.annotations.NullMarked;
