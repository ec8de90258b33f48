@NullMarked
package xiezhi.conference.persistence;

import org.jspecify.annotations.NullMarked;
