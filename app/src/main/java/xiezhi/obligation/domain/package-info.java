/** One obligation and its life: open, then done, excused or void. */
@NullMarked
package xiezhi.obligation.domain;

import org.jspecify.annotations.NullMarked;
