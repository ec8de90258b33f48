/** Tellings in the database, and its signal that there is a new one. */
@NullMarked
package xiezhi.notification.persistence;

import org.jspecify.annotations.NullMarked;
