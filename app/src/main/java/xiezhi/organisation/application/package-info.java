/** Founding a county, and asking its directory. */
@NullMarked
package xiezhi.organisation.application;

import org.jspecify.annotations.NullMarked;
