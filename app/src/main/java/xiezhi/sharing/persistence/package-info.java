@NullMarked
package xiezhi.sharing.persistence;

import org.jspecify.annotations.NullMarked;
