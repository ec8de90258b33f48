/** Versions in the database. */
@NullMarked
package xiezhi.mechanism.persistence;

import org.jspecify.annotations.NullMarked;
