/** The arithmetic of working days and limits. Java and the shared words only. */
@NullMarked
package xiezhi.calendar.domain;

import org.jspecify.annotations.NullMarked;
