@NullMarked
package xiezhi.portal.domain;

import org.jspecify.annotations.NullMarked;
