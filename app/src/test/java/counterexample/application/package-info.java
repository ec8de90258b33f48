@NullMarked
package counterexample.application;

import org.jspecify.annotations.NullMarked;
