/** What may be done with obligations, one class each, and the book that flows write in. */
@NullMarked
package xiezhi.obligation.application;

import org.jspecify.annotations.NullMarked;
