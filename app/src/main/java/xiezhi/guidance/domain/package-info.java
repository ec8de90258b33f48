/** Compliance lists and typical cases. */
@NamedInterface("domain")
@NullMarked
package xiezhi.guidance.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
