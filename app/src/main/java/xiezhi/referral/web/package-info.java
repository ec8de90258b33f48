@NullMarked
package xiezhi.referral.web;

import org.jspecify.annotations.NullMarked;
