@NullMarked
package xiezhi.incident.web;

import org.jspecify.annotations.NullMarked;
