/** Use cases of meetings. */
@NamedInterface("application")
@NullMarked
package xiezhi.conference.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
