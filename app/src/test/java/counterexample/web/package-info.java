@NullMarked
package counterexample.web;

import org.jspecify.annotations.NullMarked;
