/** The public's operations over HTTP, ours and Open311. */
@NullMarked
package xiezhi.portal.web;

import org.jspecify.annotations.NullMarked;
