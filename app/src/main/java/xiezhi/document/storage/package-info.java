/** Where the contents of files are kept. */
@NullMarked
package xiezhi.document.storage;

import org.jspecify.annotations.NullMarked;
