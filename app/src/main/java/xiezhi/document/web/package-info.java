/** Files over HTTP. */
@NullMarked
package xiezhi.document.web;

import org.jspecify.annotations.NullMarked;
