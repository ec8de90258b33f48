/** A mechanism at work: which rule governs, which gate is closed, what differs. */
@NullMarked
package xiezhi.mechanism.domain;

import org.jspecify.annotations.NullMarked;
