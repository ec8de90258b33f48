/** The requests' rows. */
@NullMarked
package xiezhi.assistance.persistence;

import org.jspecify.annotations.NullMarked;
