/** Writes the buffered entries of a transaction at its end; reads and verifies the chain. */
@NullMarked
package xiezhi.ledger.application;

import org.jspecify.annotations.NullMarked;
