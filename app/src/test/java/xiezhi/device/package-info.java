@NullMarked
package xiezhi.device;

import org.jspecify.annotations.NullMarked;
