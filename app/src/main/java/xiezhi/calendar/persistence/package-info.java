/** The calendar's tables. */
@NullMarked
package xiezhi.calendar.persistence;

import org.jspecify.annotations.NullMarked;
