/** Transfers, handovers and notices over HTTP. */
@NullMarked
package xiezhi.transfer.web;

import org.jspecify.annotations.NullMarked;
