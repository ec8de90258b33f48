/** Telling, reading, and the streams of those who are there. */
@NullMarked
package xiezhi.notification.application;

import org.jspecify.annotations.NullMarked;
