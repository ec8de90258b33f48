/** Compliance lists and typical cases. */
@NamedInterface("application")
@NullMarked
package xiezhi.guidance.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
