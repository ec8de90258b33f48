/** The tables of the lists. */
@NullMarked
package xiezhi.powers.persistence;

import org.jspecify.annotations.NullMarked;
