/** The use cases of identity. */
@NullMarked
package xiezhi.identity.application;

import org.jspecify.annotations.NullMarked;
