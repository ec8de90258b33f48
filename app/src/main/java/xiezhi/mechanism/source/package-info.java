/**
 * The files of a mechanism: their shape, their words, and reading them with every fault at once.
 */
@NullMarked
package xiezhi.mechanism.source;

import org.jspecify.annotations.NullMarked;
