/** Assistance over HTTP. */
@NullMarked
package xiezhi.assistance.web;

import org.jspecify.annotations.NullMarked;
