@NullMarked
package xiezhi.whistle.application;

import org.jspecify.annotations.NullMarked;
