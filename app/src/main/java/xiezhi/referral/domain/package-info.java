@NullMarked
package xiezhi.referral.domain;

import org.jspecify.annotations.NullMarked;
