/** Raising, negotiating, referring, deciding. */
@NamedInterface("application")
@NullMarked
package xiezhi.dispute.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
