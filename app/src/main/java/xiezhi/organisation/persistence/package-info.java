/** The tables of the directory. */
@NullMarked
package xiezhi.organisation.persistence;

import org.jspecify.annotations.NullMarked;
