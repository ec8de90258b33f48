/** The disputes' rows. */
@NullMarked
package xiezhi.dispute.persistence;

import org.jspecify.annotations.NullMarked;
