/** A dispute and its life. */
@NamedInterface("domain")
@NullMarked
package xiezhi.dispute.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
