/** Mechanisms over HTTP. */
@NullMarked
package xiezhi.mechanism.web;

import org.jspecify.annotations.NullMarked;
