/** The directory over HTTP. */
@NullMarked
package xiezhi.organisation.web;

import org.jspecify.annotations.NullMarked;
