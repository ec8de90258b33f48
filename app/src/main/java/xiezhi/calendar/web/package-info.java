/** The calendar over HTTP. */
@NullMarked
package xiezhi.calendar.web;

import org.jspecify.annotations.NullMarked;
