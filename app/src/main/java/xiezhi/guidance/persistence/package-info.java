/** Compliance lists and typical cases. */
@NullMarked
package xiezhi.guidance.persistence;

import org.jspecify.annotations.NullMarked;
