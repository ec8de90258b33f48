/** Letters, their counters and the register of files in the database. */
@NullMarked
package xiezhi.document.persistence;

import org.jspecify.annotations.NullMarked;
