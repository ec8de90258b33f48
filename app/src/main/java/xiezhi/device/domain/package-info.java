/** Devices, and the leads they gave. */
@NullMarked
package xiezhi.device.domain;

import org.jspecify.annotations.NullMarked;
