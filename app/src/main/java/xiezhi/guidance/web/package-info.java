/** Compliance lists and typical cases. */
@NullMarked
package xiezhi.guidance.web;

import org.jspecify.annotations.NullMarked;
