/** Notifications over HTTP, and live. */
@NullMarked
package xiezhi.notification.web;

import org.jspecify.annotations.NullMarked;
