/** Use cases of transfer. */
@NamedInterface("application")
@NullMarked
package xiezhi.transfer.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
