@NullMarked
package xiezhi.referral.application;

import org.jspecify.annotations.NullMarked;
