/** A letter as Word and as PDF, laid out as GB/T 9704-2012 asks. */
@NullMarked
package xiezhi.document.rendering;

import org.jspecify.annotations.NullMarked;
