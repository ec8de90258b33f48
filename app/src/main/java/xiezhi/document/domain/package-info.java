/** What a letter says and what a file is. Plain Java. */
@NullMarked
package xiezhi.document.domain;

import org.jspecify.annotations.NullMarked;
