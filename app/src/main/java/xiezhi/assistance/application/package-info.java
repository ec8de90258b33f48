/** Asking, answering, refusing, going on site; the list. */
@NamedInterface("application")
@NullMarked
package xiezhi.assistance.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
