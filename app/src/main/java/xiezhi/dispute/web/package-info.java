/** Disputes over HTTP. */
@NullMarked
package xiezhi.dispute.web;

import org.jspecify.annotations.NullMarked;
