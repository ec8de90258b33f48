/** Verification, export and a matter's record over HTTP. */
@NullMarked
package xiezhi.ledger.web;

import org.jspecify.annotations.NullMarked;
