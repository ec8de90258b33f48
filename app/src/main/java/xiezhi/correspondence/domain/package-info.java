/** What goes between bodies, and its receipts. */
@NullMarked
package xiezhi.correspondence.domain;

import org.jspecify.annotations.NullMarked;
