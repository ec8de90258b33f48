/** Their rows. */
@NullMarked
package xiezhi.whistle.persistence;

import org.jspecify.annotations.NullMarked;
