/** The boxes over HTTP. */
@NullMarked
package xiezhi.correspondence.web;

import org.jspecify.annotations.NullMarked;
