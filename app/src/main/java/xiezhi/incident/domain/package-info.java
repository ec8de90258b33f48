@NullMarked
package xiezhi.incident.domain;

import org.jspecify.annotations.NullMarked;
