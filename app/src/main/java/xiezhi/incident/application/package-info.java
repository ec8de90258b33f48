@NullMarked
package xiezhi.incident.application;

import org.jspecify.annotations.NullMarked;
