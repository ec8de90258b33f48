/** Their tables. */
@NullMarked
package xiezhi.device.persistence;

import org.jspecify.annotations.NullMarked;
