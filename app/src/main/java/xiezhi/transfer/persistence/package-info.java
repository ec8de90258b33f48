/** Rows of transfers, handovers and notices. */
@NullMarked
package xiezhi.transfer.persistence;

import org.jspecify.annotations.NullMarked;
