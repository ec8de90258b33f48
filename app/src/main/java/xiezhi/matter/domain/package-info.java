/** What matter asks of its tables. */
@NullMarked
package xiezhi.matter.domain;

import org.jspecify.annotations.NullMarked;
