/** The letters' rows. */
@NullMarked
package xiezhi.correspondence.persistence;

import org.jspecify.annotations.NullMarked;
