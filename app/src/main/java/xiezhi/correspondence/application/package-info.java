/** Putting letters into boxes, opening them, reading the boxes. */
@NullMarked
package xiezhi.correspondence.application;

import org.jspecify.annotations.NullMarked;
