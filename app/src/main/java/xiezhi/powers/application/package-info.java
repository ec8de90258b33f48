/** Loading the lists, and asking them. */
@NullMarked
package xiezhi.powers.application;

import org.jspecify.annotations.NullMarked;
