@NullMarked
package xiezhi.portal.application;

import org.jspecify.annotations.NullMarked;
