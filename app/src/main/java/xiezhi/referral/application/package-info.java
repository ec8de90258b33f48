/** Use cases of suspected crimes and of leads on discipline. */
@NamedInterface("application")
@NullMarked
package xiezhi.referral.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
