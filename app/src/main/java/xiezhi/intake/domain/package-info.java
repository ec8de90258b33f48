/** Complaints as such: their states, who answers for them, what may be done with them. */
@NamedInterface("domain")
@NullMarked
package xiezhi.intake.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
