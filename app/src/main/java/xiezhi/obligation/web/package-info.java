/** Obligations over HTTP. */
@NullMarked
package xiezhi.obligation.web;

import org.jspecify.annotations.NullMarked;
