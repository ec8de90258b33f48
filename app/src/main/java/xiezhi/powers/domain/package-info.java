/** Lists of powers read from files, and who holds an item: no framework, no database. */
@NullMarked
package xiezhi.powers.domain;

import org.jspecify.annotations.NullMarked;
