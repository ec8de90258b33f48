/** Whistles, urging and suggestions over HTTP. */
@NullMarked
package xiezhi.whistle.web;

import org.jspecify.annotations.NullMarked;
