/** Accounts, seats and sessions in their tables. */
@NullMarked
package xiezhi.identity.persistence;

import org.jspecify.annotations.NullMarked;
