/** Their operations over HTTP. */
@NullMarked
package xiezhi.device.web;

import org.jspecify.annotations.NullMarked;
