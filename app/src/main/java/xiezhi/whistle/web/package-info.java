@NullMarked
package xiezhi.whistle.web;

import org.jspecify.annotations.NullMarked;
