@NullMarked
package xiezhi.whistle.domain;

import org.jspecify.annotations.NullMarked;
