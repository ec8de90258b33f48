/** What the public does, in the county it does it in. */
@NullMarked
package xiezhi.portal.application;

import org.jspecify.annotations.NullMarked;
