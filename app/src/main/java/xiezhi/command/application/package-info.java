/** Use cases of commands, urging and suggestions. */
@NamedInterface("application")
@NullMarked
package xiezhi.command.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
