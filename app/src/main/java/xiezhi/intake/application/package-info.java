/** Use cases of intake, one class each. */
@NamedInterface("application")
@NullMarked
package xiezhi.intake.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
