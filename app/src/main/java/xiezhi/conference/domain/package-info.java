/** Stages of meetings and what may be done in each. */
@NamedInterface("domain")
@NullMarked
package xiezhi.conference.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
