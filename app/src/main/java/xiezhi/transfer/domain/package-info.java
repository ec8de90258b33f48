/** Transfers, handovers and notices: their stages and what may be done in each. */
@NamedInterface("domain")
@NullMarked
package xiezhi.transfer.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
