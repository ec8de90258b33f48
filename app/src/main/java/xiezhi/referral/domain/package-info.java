/**
 * Suspected crimes, contacts and leads on discipline: their stages and what may be done in each.
 */
@NamedInterface("domain")
@NullMarked
package xiezhi.referral.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
