/** What the tests of all modules stand on: one database for the whole run. */
@NullMarked
package xiezhi.testing;

import org.jspecify.annotations.NullMarked;
