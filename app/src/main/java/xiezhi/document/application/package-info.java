/** Issuing letters, taking in and giving out files. */
@NullMarked
package xiezhi.document.application;

import org.jspecify.annotations.NullMarked;
