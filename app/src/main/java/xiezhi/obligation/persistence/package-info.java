/** Rows of obligations: writes under a version check, lists by key. */
@NullMarked
package xiezhi.obligation.persistence;

import org.jspecify.annotations.NullMarked;
