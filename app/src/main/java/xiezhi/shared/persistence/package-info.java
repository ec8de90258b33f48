/** What the registers of all modules have in common. */
@NullMarked
package xiezhi.shared.persistence;

import org.jspecify.annotations.NullMarked;
