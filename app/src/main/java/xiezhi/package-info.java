@NullMarked
package xiezhi;

import org.jspecify.annotations.NullMarked;
