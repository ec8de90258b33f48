/** Stories told in a real browser, one for each that matters. */
@NullMarked
package xiezhi.journey;

import org.jspecify.annotations.NullMarked;
