/** The whole platform under load over HTTP, against pgbench running the same statements. */
@NullMarked
package xiezhi.benchmarks.load;

import org.jspecify.annotations.NullMarked;
