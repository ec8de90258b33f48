/** Complaints in the database. */
@NullMarked
package xiezhi.intake.persistence;

import org.jspecify.annotations.NullMarked;
