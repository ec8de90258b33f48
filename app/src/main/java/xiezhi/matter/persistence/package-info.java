/** Rows of matters, and who may see them: said once, here. */
@NullMarked
package xiezhi.matter.persistence;

import org.jspecify.annotations.NullMarked;
