@NullMarked
package counterexample.persistence;

import org.jspecify.annotations.NullMarked;
