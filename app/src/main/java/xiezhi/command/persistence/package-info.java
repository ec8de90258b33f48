/** Their rows. */
@NullMarked
package xiezhi.command.persistence;

import org.jspecify.annotations.NullMarked;
