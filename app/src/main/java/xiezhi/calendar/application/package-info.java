/** Loading, importing and giving out calendars. */
@NullMarked
package xiezhi.calendar.application;

import org.jspecify.annotations.NullMarked;
