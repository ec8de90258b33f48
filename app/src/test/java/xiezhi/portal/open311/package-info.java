@NullMarked
package xiezhi.portal.open311;

import org.jspecify.annotations.NullMarked;
