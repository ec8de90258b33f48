/** Use cases of whistles, urging and suggestions. */
@NamedInterface("application")
@NullMarked
package xiezhi.whistle.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
