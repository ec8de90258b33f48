/** Complaints behind the database: what the rules make of them. */
@NullMarked
package xiezhi.intake;

import org.jspecify.annotations.NullMarked;
