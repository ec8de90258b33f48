/** A request for assistance and its life; the list of what departments help with. */
@NamedInterface("domain")
@NullMarked
package xiezhi.assistance.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
