/** Asking for a mechanism, checking, importing and exporting one. */
@NullMarked
package xiezhi.mechanism.application;

import org.jspecify.annotations.NullMarked;
