/** Pictures: what they say of themselves, and a copy that may be shown to anybody. */
@NullMarked
package xiezhi.document.photo;

import org.jspecify.annotations.NullMarked;
