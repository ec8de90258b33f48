/** The chain in the database. */
@NullMarked
package xiezhi.ledger.persistence;

import org.jspecify.annotations.NullMarked;
