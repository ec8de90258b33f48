/** Whistles, urging and suggestions over HTTP. */
@NullMarked
package xiezhi.command.web;

import org.jspecify.annotations.NullMarked;
