/** Stages of shared information and what may be done in each. */
@NamedInterface("domain")
@NullMarked
package xiezhi.sharing.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
