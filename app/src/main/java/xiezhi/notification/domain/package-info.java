/** What was told to whom, and who has read it. */
@NullMarked
package xiezhi.notification.domain;

import org.jspecify.annotations.NullMarked;
