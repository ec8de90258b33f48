/** The lists over HTTP. */
@NullMarked
package xiezhi.powers.web;

import org.jspecify.annotations.NullMarked;
