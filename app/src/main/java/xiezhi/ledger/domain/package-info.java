/** The chain: what an entry says, the text that is hashed, and how a break is found. Plain Java. */
@NullMarked
package xiezhi.ledger.domain;

import org.jspecify.annotations.NullMarked;
