/** Complaints as such: their states, who answers for them, what may be done with them. */
@NullMarked
package xiezhi.intake.domain;

import org.jspecify.annotations.NullMarked;
