@NullMarked
package xiezhi.conformance;

import org.jspecify.annotations.NullMarked;
