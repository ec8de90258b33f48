/** Calls and suggestions: their stages. */
@NamedInterface("domain")
@NullMarked
package xiezhi.command.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
