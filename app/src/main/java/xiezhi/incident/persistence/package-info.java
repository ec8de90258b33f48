/** Their rows. */
@NullMarked
package xiezhi.incident.persistence;

import org.jspecify.annotations.NullMarked;
