/** Keeping devices, taking what they send, confirming it. */
@NullMarked
package xiezhi.device.application;

import org.jspecify.annotations.NullMarked;
