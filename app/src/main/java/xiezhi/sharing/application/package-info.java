/** Use cases of shared information. */
@NamedInterface("application")
@NullMarked
package xiezhi.sharing.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
