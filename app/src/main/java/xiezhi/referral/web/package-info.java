/** Suspected crimes, contacts and leads on discipline over HTTP. */
@NullMarked
package xiezhi.referral.web;

import org.jspecify.annotations.NullMarked;
