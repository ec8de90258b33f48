/** Their rows. */
@NullMarked
package xiezhi.referral.persistence;

import org.jspecify.annotations.NullMarked;
