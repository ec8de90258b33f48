/** What is fast and what is not, measured; never a timed test. */
@NullMarked
package xiezhi.benchmarks;

import org.jspecify.annotations.NullMarked;
